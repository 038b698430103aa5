import type { Outcome } from "../evaluation/evaluation.ts";
import type { Place } from "../model/table-index.ts";
import type { Field, Observation } from "../model/table.ts";
import { observationAt } from "../model/table.ts";
import type { Check } from "./check.ts";
import { found } from "./describe.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { qualityAt } from "./quality.ts";
import type { RelativeFormula, Slot } from "./relative-formula.ts";
import { isInSlot, readRelative, writeRelative } from "./relative-formula.ts";
import { countAdditions, parseSumFormula } from "../workbook/sum-formula.ts";
import type { TableIndex } from "../model/table-index.ts";

const ID = "formula-deviates";
const FEWEST = 4;
const ENOUGH = 0.8;

/**
 * The formulas down a column agree: =C6/C18 among =C6/C$17 and a number typed among formulas are told. A SUM that stops
 * before a member which is blank or 0 adds up all the same, and will not when it is filled: information.
 */
export const formulaDeviates: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) =>
    index.table.orientation === "zones-in-rows"
      ? [
          ...index.table.fields.flatMap((field) => judgeRun(index, field)),
          ...index.table.fields.flatMap((field) => judgeSums(index, field)),
        ]
      : [],
};

interface Cell {
  readonly place: Place;
  readonly observation: Observation;
  readonly formula: RelativeFormula | null;
}

function judgeRun(index: TableIndex, field: Field): Outcome[] {
  const cells: Cell[] = [];
  for (const subject of index.table.subjects) {
    const observation = observationAt(index.table, subject.index, field.index);
    if (subject.role !== "zone" && subject.role !== "project") continue;
    if (observation === undefined) continue;
    const { formula, content } = observation;
    if (formula === null && content.kind !== "number") continue;
    const relative = formula === null ? null : readRelative(formula);
    cells.push({ place: { index, subject, field }, observation, formula: relative });
  }
  const skeletons = cells.flatMap(({ formula }) => (formula === null ? [] : [formula.skeleton]));
  const skeleton = commonest(skeletons);
  const run = cells.filter(({ formula }) => formula?.skeleton === skeleton);
  if (skeleton === undefined || run.length < FEWEST || run.length / cells.length < ENOUGH)
    return [];
  const slots = slotsOf(run);
  if (slots === undefined) return [];
  return cells.flatMap((cell): Outcome[] => {
    const { observation, place, formula } = cell;
    const isLike =
      formula?.skeleton === skeleton &&
      formula.references.every((reference, place_) => {
        const slot = slots[place_];
        return slot !== undefined && isInSlot(reference, slot, observation.at);
      });
    return isLike
      ? []
      : [deviation(place, observation, writeRelative(skeleton, slots, observation.at))];
  });
}

/** Where nearly all rows place each reference; undefined where they do not agree on one. */
function slotsOf(run: readonly Cell[]): readonly Slot[] | undefined {
  const count = run[0]?.formula?.references.length ?? 0;
  if (count === 0) return undefined;
  const slots: Slot[] = [];
  for (let index = 0; index < count; index += 1) {
    const candidates = run.flatMap(({ formula, observation }): Slot[] => {
      const reference = formula?.references[index];
      if (reference === undefined) return [];
      const { row, column } = reference;
      return [
        { kind: "moving", offset: row - observation.at.row, column },
        { kind: "fixed", row, column },
      ];
    });
    const best = commonest(candidates.map((slot) => JSON.stringify(slot)));
    const slot = candidates.find((one) => JSON.stringify(one) === best);
    if (slot === undefined) return undefined;
    const agreeing = run.filter(({ formula, observation }) => {
      const reference = formula?.references[index];
      return reference !== undefined && isInSlot(reference, slot, observation.at);
    });
    if (agreeing.length / run.length < ENOUGH) return undefined;
    slots.push(slot);
  }
  return slots;
}

function judgeSums(index: TableIndex, field: Field): Outcome[] {
  return index.table.subjects.flatMap((subject): Outcome[] => {
    if (subject.role !== "total" && subject.role !== "subtotal") return [];
    const observation = observationAt(index.table, subject.index, field.index);
    const formula = observation?.formula ?? null;
    if (observation === undefined || formula === null || formula.includes("SUBTOTAL")) return [];
    const sum = parseSumFormula(formula);
    const [area] = sum?.areas ?? [];
    if (sum?.areas.length !== 1 || area === undefined || area.columns !== 1) return [];
    const members = leafMembers(index.table, subject).flatMap((member) => {
      const cell = observationAt(index.table, member.index, field.index);
      return cell === undefined ? [] : [cell];
    });
    const left = members.filter(({ at }) => countAdditions(sum, at) === 0);
    // Where a number is left out the total is wrong, which is told as such.
    const isOff = left.some(
      ({ content }) => content.kind === "number" && content.stated.value !== 0
    );
    if (left.length === 0 || isOff || members.length - left.length < 2) return [];
    const rows = [...members.map(({ at }) => at.row), area.row, area.row + area.rows - 1];
    const letters = formula.replace(/^.*\(\$?([A-Z]{1,3}).*$/u, "$1");
    const usual = `=SUM(${letters}${Math.min(...rows) + 1}:${letters}${Math.max(...rows) + 1})`;
    return [deviation({ index, subject, field }, observation, usual, "information")];
  });
}

function deviation(
  place: Place,
  observation: Observation,
  usual: string,
  severity: "warning" | "information" = "warning"
): Outcome {
  const { content, formula } = observation;
  return found({
    ...qualityAt(place, observation, {
      severity,
      remark: "optional",
      stated: content.kind === "number" ? content.stated.value : null,
      expected: null,
      operands: [],
      arithmetic: null,
      decimals: content.kind === "number" ? content.stated.decimals : 0,
    }),
    code: ID,
    params: { kind: formula === null ? "typed" : "formula", formula, usual },
  });
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  let best: string | undefined;
  for (const text of texts) {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    if (best === undefined || count > (counts.get(best) ?? 0)) best = text;
  }
  return best;
}
