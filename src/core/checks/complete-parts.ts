import type { Measure } from "../model/measure.ts";
import type { Field } from "../model/table.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Check } from "./check.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { Term } from "./sum-of-terms.ts";

const ID = "sum-mismatch";

/** Wholes whose parts leave nothing out. */
const COMPLETE = [
  ["gdp", ["primary-value-added", "secondary-value-added", "tertiary-value-added"]],
  ["foreign-trade", ["exports", "imports"]],
] as const;

const AMOUNTS: readonly Measure[] = ["actual", "prior"];

/** 三次产业 make 地区生产总值, 出口 and 进口 make 进出口: in every row that gives them all. */
export const completeParts: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) =>
    [...COMPLETE, ...industriesIn(index)].flatMap(([whole, parts]) =>
      AMOUNTS.flatMap((measure) => checkWhole(index, whole, parts, measure))
    ),
};

const INDUSTRIES = ["第一产业", "第二产业", "第三产业"] as const;

/** 总产出 or another whole no table knows, divided into the three industries under it. */
function industriesIn({ table }: TableIndex): readonly (readonly [string, readonly string[]])[] {
  const wholes = new Map<string, Map<string, string>>();
  for (const { indicator } of table.fields) {
    if (indicator.isCatalogued || indicator.partOf === null) continue;
    const parts = wholes.get(indicator.partOf) ?? new Map<string, string>();
    wholes.set(indicator.partOf, parts.set(indicator.name, indicator.id));
  }
  return [...wholes].flatMap(([whole, parts]) => {
    const ids = INDUSTRIES.flatMap((name) => parts.get(name) ?? []);
    return ids.length === INDUSTRIES.length ? [[whole, ids] as const] : [];
  });
}

/** Whether the sum of these cells is judged here, by what the catalogue says of them. */
export function isCompletePair(whole: Field, parts: readonly (Field | undefined)[]): boolean {
  if (!AMOUNTS.includes(whole.measure)) return false;
  const ids = new Set(parts.map((part) => part?.indicator.id));
  const [known] = COMPLETE.filter(([id]) => id === whole.indicator.id);
  return known !== undefined && known[1].every((id) => ids.has(id));
}

function checkWhole(
  index: TableIndex,
  whole: string,
  parts: readonly string[],
  measure: Measure
): readonly Outcome[] {
  const rows = fieldsOf(index, whole, measure)
    .filter(({ against }) => against === null)
    .flatMap((field) => {
      const found = parts.map((part) => findField(index, part, measure, field));
      return index.table.subjects.flatMap((subject) => {
        const claim = readPlace(index, subject, field);
        if (claim.kind === "none" || subject.role === "average") return [];
        const terms = found.flatMap((part): Term[] => {
          const reading = readPlace(index, subject, part);
          return reading.kind === "none" ? [] : [{ reading, sign: 1 }];
        });
        const row = terms.length === parts.length ? sumOfTerms(claim, terms) : undefined;
        return row === undefined ? [] : [row];
      });
    });
  return judgeTermSums(rows, { cause: { kind: "parts" }, established: "error", open: "warning" });
}
