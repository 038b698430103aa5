import Big from "big.js";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import type { FindingCode, Operand, Trace } from "../findings/finding.ts";
import { formatFixed } from "../findings/format-number.ts";
import type { RelationTerm, StatedRelation } from "../model/around.ts";
import { readAtColumn } from "../model/column-precision.ts";
import { constant, judge, minus, quantityOf, scale, toInterval } from "../model/interval.ts";
import type { Quantity, Verdict } from "../model/interval.ts";
import type { Measure } from "../model/measure.ts";
import { compareRatio, roundRatio, toNumber } from "../model/ratio.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { readPlace } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { Check } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { addressOf, convertOperand, found, notEvaluable, operandOf, passed } from "./describe.ts";
import { findHint } from "./hint.ts";
import { aboutCell, aboutColumn, asCount } from "./relation.ts";

const ID = "sum-mismatch";

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

/** A cell that a relation may name: its number, or a dash, which adds nothing. */
type Term = NumberReading | "nothing";

/** The cells of a table by the line across the relation's, then by the line itself. */
interface Cells {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Term>>;
  readonly columns: ReadonlyMap<number, ReadonlyMap<number, Term>>;
}

function cellsOf(index: TableIndex): Cells {
  const rows = new Map<number, Map<number, Term>>();
  const columns = new Map<number, Map<number, Term>>();
  const put = (map: typeof rows, across: number, along: number, term: Term): void => {
    const line = map.get(across) ?? new Map<number, Term>();
    // Of two numbers in one cell the first is the amount.
    if (!line.has(along)) line.set(along, term);
    map.set(across, line);
  };
  for (const subject of index.table.subjects) {
    for (const observation of index.table.cells[subject.index] ?? []) {
      const field = observation === null ? undefined : index.table.fields[observation.field];
      if (observation === null || field === undefined) continue;
      const reading = readPlace(index, subject, field);
      const term = reading.kind === "number" ? asCount(reading) : nothingIn(observation.content);
      if (term === undefined) continue;
      put(rows, observation.at.column, observation.at.row, term);
      put(columns, observation.at.row, observation.at.column, term);
    }
  }
  return { rows, columns };
}

function nothingIn(content: NumberReading["observation"]["content"]): "nothing" | undefined {
  const isNothing =
    content.kind === "missing" &&
    (content.reason === "declared" || content.reason === "negligible");
  return isNothing ? "nothing" : undefined;
}

interface Side {
  readonly terms: readonly { readonly reading: NumberReading; readonly sign: 1 | -1 }[];
}

interface Judged {
  readonly relation: StatedRelation;
  /** The number that is held against the others: the total of a sum, the part of an order. */
  readonly claim: NumberReading;
  readonly left: Side;
  readonly right: Side;
  readonly computed: Quantity;
  readonly verdict: Verdict;
  /** Only the digits of the column speak against it, not those of the number itself. */
  readonly isSoft: boolean;
}

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

/** Where all stand in one unit: Σ left − Σ right is zero, or not above it. */
function identityOf({ relation, left, right }: Judged): Identity | null {
  const terms = [
    ...left.terms,
    ...right.terms.map(({ reading, sign }) => ({ reading, sign: -sign })),
  ];
  const [first] = terms;
  const isOneUnit = terms.every(
    ({ reading }) =>
      unitFactor(reading.place.field.unit, first?.reading.place.field.unit ?? null) === 1
  );
  if (!isOneUnit) return null;
  const halves = terms.map(({ reading: { stated } }) =>
    stated.precision === "stated"
      ? new Big(0.5).div(new Big(10).pow(stated.decimals)).toNumber()
      : 0
  );
  const slack = halves.reduce((all, half) => all + half, 0);
  return {
    kind: "linear",
    plus: terms.flatMap(({ reading, sign }) => (sign > 0 ? [reading] : [])),
    minus: terms.flatMap(({ reading, sign }) => (sign < 0 ? [reading] : [])),
    constant: 0,
    low: relation.comparison === "equal" ? -slack : -Infinity,
    high: slack,
  };
}

function codeOf(relation: StatedRelation): FindingCode {
  if (relation.comparison === "at-most") return "order-violation";
  const isSum = relation.left.length === 1 && relation.right.every(({ sign }) => sign > 0);
  return isSum ? ID : "remainder-mismatch";
}

function placeOf(claim: NumberReading) {
  return addressOf(claim.place.index, claim.observation.at);
}

function skip(
  relation: StatedRelation,
  claim: NumberReading,
  reason: "missing-operand" | "relation-not-established" = "relation-not-established"
): Outcome {
  return notEvaluable(codeOf(relation), placeOf(claim), reason);
}

function findingOf(row: Judged, column: readonly Judged[] | null) {
  const { relation, claim, computed, isSoft } = row;
  const unit = claim.place.field.unit?.name ?? null;
  const operand = (role: string, reading: NumberReading): Operand =>
    convertOperand(
      operandOf(role, reading),
      unitFactor(reading.place.field.unit, claim.place.field.unit) ?? 1,
      unit
    );
  const others = [
    ...row.left.terms.filter(({ reading }) => reading !== claim),
    ...row.right.terms,
  ].map(({ reading }) => operand("member", reading));
  const stated = operand("stated", claim);
  const decimals = Math.max(stated.decimals, ...others.map((other) => other.decimals));
  const number = (value: Quantity["value"]): number => roundRatio(value, decimals).toNumber();
  const isOrder = relation.comparison === "at-most";
  const about = {
    expected: {
      low: isOrder ? null : toNumber(computed.range.low),
      high: toNumber(computed.range.high),
    },
    operands: [...others, stated],
    arithmetic: arithmeticOf(row, decimals),
    allowed: isOrder ? null : toInterval(computed.range),
    decimals,
  };
  const base =
    column === null
      ? aboutCell(claim, { ...about, severity: isSoft ? ("warning" as const) : ("error" as const) })
      : aboutColumn(
          claim,
          column.map((other) => other.claim),
          about
        );
  const trace: Trace = {
    ...base.trace,
    relation: {
      words: relation.words,
      at: addressOf(claim.place.index, relation.at),
      computed: number(computed.value),
      isLimit: isOrder,
      wholeColumn: column !== null,
    },
  };
  const common = { ...base, trace };
  const value = number(computed.value);
  const code = codeOf(relation);
  if (code === "order-violation") {
    const name = (side: Side): string =>
      side.terms.map(({ reading }) => reading.place.field.path[0] ?? "").join("+");
    return {
      ...common,
      code,
      params: {
        relation: "part",
        part: stated.value,
        whole: value,
        partName: name(row.left),
        wholeName: name(row.right),
        unit,
        wholeColumn: column !== null,
      },
    } as const;
  }
  if (code === "remainder-mismatch") {
    const done = others[0]?.value ?? 0;
    return {
      ...common,
      code,
      params: { done, total: value + done, computed: value, unit, wholeColumn: column !== null },
    } as const;
  }
  return {
    ...common,
    code: ID,
    params: {
      stated: stated.value,
      sum: value,
      members: others.length,
      unit,
      cause: null,
      hint: column === null ? findHint(claim.stated.value, computed.value, decimals) : null,
    },
  } as const;
}

/** 2130 + 3100 = 5230, or 2310 > 2130. */
function arithmeticOf(
  { relation, claim, left, right, computed }: Judged,
  decimals: number
): string {
  const unit = claim.place.field.unit;
  const text = (side: Side, without: NumberReading | null, turn: 1 | -1): string[] =>
    side.terms
      .filter(({ reading }) => reading !== without)
      .map(({ reading, sign }) => {
        const factor = unitFactor(reading.place.field.unit, unit) ?? 1;
        const value = formatFixed(reading.stated.value * factor, decimals);
        const isMinus = sign * turn < 0;
        return `${isMinus ? "− " : "+ "}${value.startsWith("-") || value.startsWith("−") ? `(${value})` : value}`;
      });
  const joined = (terms: readonly string[]): string => terms.join(" ").replace(/^\+ /u, "");
  if (relation.comparison === "at-most")
    return `${joined(text(left, null, 1))} > ${joined(text(right, null, 1))}`;
  const terms = [...text(right, null, 1), ...text(left, claim, -1)];
  return `${joined(terms)} = ${formatFixed(toNumber(computed.value), decimals)}`;
}
