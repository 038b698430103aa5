import type { Outcome } from "../evaluation/evaluation.ts";
import type { RelationTerm, StatedRelation } from "../model/around.ts";
import { readAtColumn } from "../model/column-precision.ts";
import { constant, judge, minus, quantityOf, scale } from "../model/interval.ts";
import type { Quantity } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { compareRatio } from "../model/ratio.ts";
import type { NumberReading } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { found, notEvaluable, passed } from "./describe.ts";
import { cellsOf } from "./relation-cells.ts";
import type { Cells, Term } from "./relation-cells.ts";
import { ID, codeOf, findingOf, identityOf, placeOf } from "./relation-finding.ts";
import type { Judged, Side } from "./relation-finding.ts";

/**
 * A relation the form states (审核关系:01=02+03;04≤01) holds in every column of amounts, or in every row where it is one
 * of columns. It is established by being stated; growths, shares and ranks are never added up.
 */
export const statedRelations: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    const { relations } = index.table.around;
    if (relations.length === 0) return [];
    const cells = cellsOf(index);
    return relations.flatMap((relation) => checkRelation(relation, cells));
  },
};

/** One slip may break a relation for its zone, its subtotal and its total; of this many lines it breaks less than half. */
const MOST_AT_ONCE = 6;

function checkRelation(written: StatedRelation, cells: Cells): Outcome[] {
  const relation = turned(written);
  const lines = [...cells[relation.axis].values()];
  const rows = lines.flatMap((line) => judgeLine(relation, line));
  const outcomes = rows.filter((row) => "kind" in row);
  const judged = rows.filter((row): row is Judged => !("kind" in row));
  const [first] = judged.filter(({ verdict }) => verdict === "disagrees");
  // Followed nowhere, or by less than half, the numbers or the relation mean something else: one question.
  const isOdd =
    standingOf(judged) === "deviates" ||
    (judged.length >= MOST_AT_ONCE && countFits(judged) * 2 < judged.length);
  if (first !== undefined && isOdd) {
    const rest = judged.filter((row) => row !== first);
    return [
      ...outcomes,
      found(findingOf(first, judged)),
      ...rest.map(({ claim }) => skip(relation, claim)),
    ];
  }
  return [
    ...outcomes,
    ...judged.map((row) =>
      row.verdict === "disagrees"
        ? found(findingOf(row, null), identityOf(row))
        : passed(codeOf(relation), placeOf(row.claim), row.verdict !== "agrees", identityOf(row))
    ),
  ];
}

/** 02+03=01 is told as 01=02+03. */
function turned(relation: StatedRelation): StatedRelation {
  const isTurned =
    relation.comparison === "equal" && relation.left.length > 1 && relation.right.length === 1;
  return isTurned ? { ...relation, left: relation.right, right: relation.left } : relation;
}

const AMOUNTS: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior",
  "prior-month",
  "prior-year",
  "previous",
  "opening",
  "done",
  "remaining",
  "target",
  "target-part",
  "increase",
  "needed",
]);

/** What a relation of columns may be about: anything that is not a rate of its own kind. */
const RATES: ReadonlySet<Measure> = new Set([
  "growth",
  "fall",
  "growth-month",
  "growth-other",
  "share",
  "rank",
  "rank-change",
  "attainment",
  "rate",
  "verdict",
]);

function judgeLine(
  relation: StatedRelation,
  line: ReadonlyMap<number, Term>
): readonly (Judged | Outcome)[] {
  const claim = line.get(relation.left[0]?.line ?? -1);
  const all = [...relation.left, ...relation.right];
  const numbers = all.flatMap((term) => {
    const cell = line.get(term.line);
    return cell === undefined || cell === "nothing" ? [] : [cell];
  });
  if (numbers.length === 0 || !isOfAmounts(relation, numbers)) return [];
  if (claim === undefined || claim === "nothing") return [];
  if (all.some((term) => !line.has(term.line))) return [skip(relation, claim, "missing-operand")];
  const unit = claim.place.field.unit;
  if (numbers.some((cell) => unitFactor(cell.place.field.unit, unit) === undefined))
    return [skip(relation, claim)];
  const left = sideOf(relation.left, line);
  const right = sideOf(relation.right, line);
  const row = { relation, claim, left, right };
  const plain = judgeSides(row, (reading) => reading);
  if (plain.verdict === "disagrees") return [{ ...row, ...plain, isSoft: false }];
  const decimals = Math.max(...numbers.map(({ stated }) => stated.decimals));
  const strict = judgeSides(row, (reading) => ({
    ...reading,
    stated: readAtColumn(reading.stated, decimals),
  }));
  return [{ ...row, ...strict, isSoft: strict.verdict === "disagrees" }];
}

function isOfAmounts(relation: StatedRelation, numbers: readonly NumberReading[]): boolean {
  const measures = new Set(numbers.map(({ place }) => place.field.measure));
  if ([...measures].some((measure) => RATES.has(measure))) return false;
  if (relation.axis === "columns") return true;
  // Down a column all numbers are of one measure; of increases the larger may be the part's.
  const [only] = measures;
  if (measures.size !== 1 || only === undefined || !AMOUNTS.has(only)) return false;
  return relation.comparison === "equal" || only !== "increase";
}

function sideOf(terms: readonly RelationTerm[], line: ReadonlyMap<number, Term>): Side {
  return {
    terms: terms.flatMap(({ line: at, sign }) => {
      const reading = line.get(at);
      return reading === undefined || reading === "nothing" ? [] : [{ reading, sign }];
    }),
  };
}

type Row = Pick<Judged, "relation" | "claim" | "left" | "right">;

/** What the claim is held against: the other side, less what stands beside the claim on its own. */
function judgeSides(
  { relation, claim, left, right }: Row,
  read: (reading: NumberReading) => NumberReading
): Pick<Judged, "computed" | "verdict"> {
  const sum = (side: Side, without: NumberReading | null): Quantity =>
    side.terms
      .filter(({ reading }) => reading !== without)
      .reduce(
        (all, { reading, sign }) => minus(all, scale(inUnitOf(claim, read(reading)), -sign)),
        constant(0)
      );
  if (relation.comparison === "equal") {
    const computed = minus(sum(right, null), sum(left, claim));
    return { computed, verdict: judge(read(claim).stated, computed) };
  }
  const computed = sum(right, null);
  const isAbove = compareRatio(sum(left, null).range.low, computed.range.high) > 0;
  return { computed, verdict: isAbove ? "disagrees" : "agrees" };
}

function inUnitOf(claim: NumberReading, reading: NumberReading): Quantity {
  const factor = unitFactor(reading.place.field.unit, claim.place.field.unit) ?? 1;
  return scale(quantityOf(reading.stated), factor);
}

function skip(
  relation: StatedRelation,
  claim: NumberReading,
  reason: "missing-operand" | "relation-not-established" = "relation-not-established"
): Outcome {
  return notEvaluable(codeOf(relation), placeOf(claim), reason);
}
