import type { Outcome } from "../evaluation/evaluation.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Field } from "../model/table.ts";
import type { Check } from "./check.ts";
import { judgeTermSums, sumOfTerms } from "./sum-of-terms.ts";
import type { Term } from "./sum-of-terms.ts";

const ID = "sum-mismatch";

interface Stock {
  readonly stock: string;
  readonly added: string;
  /** null: nothing ever leaves it. */
  readonly removed: string | null;
  readonly cause: "stock" | "since-start";
}

/** A stock, what is new in it, and what has left it. */
const STOCKS: readonly Stock[] = [
  {
    stock: "large-industrial-enterprises",
    added: "new-large-enterprises",
    removed: "removed-large-enterprises",
    cause: "stock",
  },
  // 至上年底累计完成 | 今年完成 | 自开工累计完成: money once put into a project stays in it.
  {
    stock: "project-completed-investment",
    added: "other:项目投资",
    removed: null,
    cause: "since-start",
  },
];

/**
 * A closing stock is the opening one with what is new and without what left: 期末 = 年初 + 升规 − 退规. Where nothing says
 * what left, nothing is judged: it may be any number, save of a stock that nothing leaves.
 */
export const stockSums: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => STOCKS.flatMap((stock) => checkStock(index, stock)),
};

function checkStock(
  index: TableIndex,
  { stock, added, removed, cause }: Stock
): readonly Outcome[] {
  const closing = only(index, stock, "actual");
  const opening = only(index, stock, "opening");
  const came = only(index, added, "actual");
  const went = removed === null ? null : only(index, removed, "actual");
  if (closing === undefined || opening === undefined || came === undefined || went === undefined) {
    return [];
  }
  const terms = [[opening, 1], [came, 1], ...(went === null ? [] : [[went, -1] as const])] as const;
  const rows = index.table.subjects.flatMap((subject) => {
    if (subject.role === "average") return [];
    const claim = readPlace(index, subject, closing);
    if (claim.kind === "none") return [];
    const read = terms.flatMap(([field, sign]): Term[] => {
      const reading = readPlace(index, subject, field);
      return reading.kind === "none" ? [] : [{ reading, sign }];
    });
    const row = read.length === terms.length ? sumOfTerms(claim, read) : undefined;
    return row === undefined ? [] : [row];
  });
  return judgeTermSums(rows, { cause: { kind: cause }, established: "error", open: "warning" });
}

function only(
  index: TableIndex,
  indicator: string,
  measure: "actual" | "opening"
): Field | undefined {
  const fields = fieldsOf(index, indicator, measure).filter(({ against }) => against === null);
  return fields.length === 1 ? fields[0] : undefined;
}
