import type { Outcome } from "../evaluation/evaluation.ts";
import { formatCell } from "../workbook/address.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import { push } from "../model/push.ts";
import type { Check } from "./check.ts";
import { addressOf, found, operandOf, shownDecimals, subtraction } from "./describe.ts";
import { qualityAt } from "./quality.ts";
import { watchedExactly, watching } from "./watch.ts";

const ID = "duplicate-entry";

/** A zone has one number for an indicator, measure and period of a table; the same number twice is no fault. */
export const duplicateEntry: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    const first = new Map<string, Subject>();
    const rows = index.table.subjects.flatMap((subject) => {
      if (subject.role !== "zone" && subject.role !== "project") return [];
      const before = first.get(subject.name);
      if (before === undefined) {
        first.set(subject.name, subject);
        return [];
      }
      return compareRows(index, before, subject);
    });
    return [...rows, ...repeatedObservations(index)];
  },
};

/** Two rows of an extract that speak of the same zone, indicator, measure and period: one printed column, two fields. */
function repeatedObservations(index: TableIndex): Outcome[] {
  if (index.table.orientation !== "zones-in-rows") return [];
  const columns = new Map<string, Field[]>();
  for (const field of index.table.fields) {
    const { line, indicator, measure, against, unit, period } = field;
    const key = JSON.stringify([line, indicator.id, measure, against, unit?.name, period]);
    push(columns, key, field);
  }
  return [...columns.values()].flatMap((fields) =>
    fields.length < 2
      ? []
      : index.table.subjects.flatMap((subject) => {
          const [before, ...others] = fields.flatMap((field) => {
            const reading = readPlace(index, subject, field);
            return reading.kind === "number" ? [reading] : [];
          });
          if (before === undefined) return [];
          return others
            .filter((own) => own.stated.value !== before.stated.value)
            .filter((own) => own.observation.at.row !== before.observation.at.row)
            .map((own) => differing(own, before));
        })
  );
}

/** Two numbers for one thing, told at the second. */
export function differing(
  own: NumberReading,
  other: NumberReading,
  severity: "error" | "warning" = "error"
): Outcome {
  const decimals = Math.max(shownDecimals(own), shownDecimals(other));
  const [stated, reference] = [operandOf("stated", own), operandOf("reference", other)];
  const outcome = found({
    ...qualityAt(own.place, own.observation, {
      severity,
      remark: "none",
      stated: own.stated.value,
      expected: { low: other.stated.value, high: other.stated.value },
      operands: [stated, reference],
      arithmetic: subtraction(stated, reference, decimals),
      decimals,
    }),
    code: ID,
    params: {
      value: own.stated.value,
      other: other.stated.value,
      otherCell: cellOf(other, own),
    },
  });
  // A cell of another table, of another book perhaps, is not the flag's to look at.
  if (own.place.index !== other.place.index) return outcome;
  return watching(outcome, {
    kind: "equal",
    at: addressOf(own.place.index, own.observation.at),
    severity,
    own: watchedExactly("stated", own),
    other: watchedExactly("reference", other),
  });
}

/** With its sheet, where that is another. */
function cellOf(other: NumberReading, own: NumberReading): string {
  const { sheet } = other.place.index.table;
  const cell = formatCell(other.observation.at);
  return sheet === own.place.index.table.sheet ? cell : `${sheet}!${cell}`;
}

/**
 * One finding for two rows, at the first cell in which they differ; rows that share nothing are two zones of one name.
 * Two projects of one name are one only where most of what they give is the same: 标准厂房项目 is built many times.
 */
function compareRows(index: TableIndex, before: Subject, subject: Subject): Outcome[] {
  const fields = index.table.fields.filter(({ measure }) => measure !== "rank");
  let different: Outcome | undefined;
  let equal = 0;
  let compared = 0;
  for (const field of fields) {
    const own = readPlace(index, subject, field);
    const other = readPlace(index, before, field);
    if (own.kind === "none" || other.kind === "none") continue;
    // A nought is a line not filled in, and speaks for no other project.
    if (own.stated.value !== 0) compared += 1;
    if (own.stated.value === other.stated.value) {
      equal += 1;
      continue;
    }
    different ??= differing(own, other);
  }
  const isSame =
    subject.role === "project"
      ? equal * 2 >= compared
      : equal > 0 || subject.label === before.label;
  return different === undefined || !isSame ? [] : [different];
}
