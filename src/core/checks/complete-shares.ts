import { constant, minus, quantityOf } from "../model/interval.ts";
import { fieldsOf, readPlace } from "../model/table-index.ts";
import { findField } from "../model/find-field.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Check } from "./check.ts";
import { claimOf, countFits, standingOf } from "./column-verdict.ts";
import { judgeTermSum } from "./sum-of-terms.ts";
import type { Term, TermSum } from "./sum-of-terms.ts";

const ID = "sum-mismatch";

const INDUSTRIES = [
  "primary-value-added",
  "secondary-value-added",
  "tertiary-value-added",
] as const;

/** 三次产业结构 leaves nothing out: where a table gives the three shares of its rows, each row makes 100. */
export const completeShares: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    // Under a share of the whole the three are added up to that.
    if (fieldsOf(index, "gdp", "share").length > 0 || hasDivision(index)) return [];
    const rows = rowsOf(index);
    const standing = standingOf(rows);
    const isShown = standing === "established" || (rows.length <= 2 && countFits(rows) > 0);
    return isShown ? rows.flatMap((row) => judge(row, standing)) : [];
  },
};

function judge(row: TermSum, standing: ReturnType<typeof standingOf>): Outcome {
  return judgeTermSum(row, standing === "established" ? "error" : "warning", { kind: "parts" });
}

/** Rows of indicators that stand under another are judged where they do. */
function hasDivision({ table }: TableIndex): boolean {
  return table.orientation === "indicators-in-rows";
}

function rowsOf(index: TableIndex): readonly TermSum[] {
  const [first, ...others] = INDUSTRIES;
  return fieldsOf(index, first, "share")
    .filter(({ against }) => against?.kind !== "reference")
    .flatMap((field) => {
      const fields = [field, ...others.map((id) => findField(index, id, "share", field))];
      return index.table.subjects.flatMap((subject): TermSum[] => {
        const [claim, ...rest] = fields.map((one) => readPlace(index, subject, one)).reverse();
        if (claim?.kind !== "number") return [];
        const terms = rest.flatMap((reading): Term[] =>
          reading.kind === "number" ? [{ reading, sign: -1 }] : []
        );
        if (terms.length < 2) return [];
        const left = terms.reduce(
          (all, { reading }) => minus(all, quantityOf(reading.stated)),
          constant(100)
        );
        return [{ ...claimOf(claim, left), terms, together: 100 }];
      });
    });
}
