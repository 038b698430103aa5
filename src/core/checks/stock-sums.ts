import type { Outcome } from "../evaluation/evaluation.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { Term } from "./sum-of-terms.ts";

const ID = "sum-mismatch";

/** The stock, what is new in it, and what has left it. */
const STOCKS = [
  ["large-industrial-enterprises", "new-large-enterprises", "removed-large-enterprises"],
] as const;

/**
 * A closing stock is the opening one with what is new and without what left: 期末 = 年初 + 升规 − 退规. Where nothing says
 * what left, nothing is judged: it may be any number.
 */
export const stockSums: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => STOCKS.flatMap((stock) => checkStock(index, stock)),
};

function checkStock(
  index: TableIndex,
  [stock, added, removed]: (typeof STOCKS)[number]
): readonly Outcome[] {
  const closing = only(index, stock, "actual");
  const opening = only(index, stock, "opening");
  const came = only(index, added, "actual");
  const went = only(index, removed, "actual");
  if (closing === undefined || opening === undefined || came === undefined || went === undefined) {
    return [];
  }
  const rows = index.table.subjects.flatMap((subject) => {
    if (subject.role === "average") return [];
    const claim = readPlace(index, subject, closing);
    if (claim.kind === "none") return [];
    const terms = [
      [opening, 1],
      [came, 1],
      [went, -1],
    ] as const;
    const read = terms.flatMap(([field, sign]): Term[] => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "none" ? [] : [{ reading, sign }];
    });
    const row = read.length === terms.length ? sumOfTerms(claim, read) : undefined;
    return row === undefined ? [] : [row];
  });
  return judgeTermSums(rows, { cause: { kind: "stock" }, established: "error", open: "warning" });
}

function only(
  index: TableIndex,
  indicator: string,
  measure: "actual" | "opening"
): Field | undefined {
  const fields = fieldsOf(index, indicator, measure).filter(({ against }) => against === null);
  return fields.length === 1 ? fields[0] : undefined;
}
