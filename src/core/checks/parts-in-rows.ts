import type { Outcome } from "../evaluation/evaluation.ts";
import type { Measure } from "../model/measure.ts";
import { compareRatio, toNumber } from "../model/ratio.ts";
import { quantityOf } from "../model/interval.ts";
import { readPlace } from "../model/table-index.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import type { Field, RowDivision } from "../model/table.ts";
import { judgeSpan } from "./aggregate-out-of-range.ts";
import type { Check } from "./check.ts";
import { countFits, standingOf } from "./column-verdict.ts";
import { isCompletePair } from "./complete-parts.ts";
import { judgeTermSum, sumOfTerms } from "./sum-of-terms.ts";
import type { TermSum } from "./sum-of-terms.ts";
import { isSummable } from "./summable.ts";

const ID = "sum-mismatch";

/** What adds up over the parts of a whole, beside shares in one and the same. */
const AMOUNTS: ReadonlySet<Measure> = new Set([
  "actual",
  "actual-month",
  "prior",
  "prior-month",
  "prior-year",
  "previous",
  "opening",
  "increase",
]);
const GROWTHS: ReadonlySet<Measure> = new Set(["growth", "growth-month"]);

/**
 * Where indicators are rows, those under another exhaust it if most of their numbers say so, or their names (轻工业, 重工业):
 * then every column of amounts adds up, shares too, and the growth of the whole lies between theirs.
 */
export const partsInRows: Check = {
  id: ID,
  severity: "error",
  run: ({ index }) => {
    const { rowDivisions } = index.table;
    if (rowDivisions.length === 0) return [];
    const rows = fieldsByRow(index);
    const judged = rowDivisions.flatMap((division) => readDivision(index, division, rows) ?? []);
    const kept = exhausting(judged);
    const all = kept.flatMap(({ sums }) => sums);
    return kept.flatMap((division) => [
      ...judgeSums({ ...division, sums: division.sums.filter((sum) => addsUp(sum, all)) }),
      ...judgeGrowths(index, division, rows),
    ]);
  },
};

/** 占预算% of each row is of its own plan: a column of shares none of which comes near adding up has no whole in common. */
function addsUp({ claim }: TermSum, all: readonly TermSum[]): boolean {
  const { header, measure } = claim.place.field;
  if (measure !== "share") return true;
  return all.some(({ claim: other, computed, verdict }) => {
    const isBeside = other.place.field.header.column === header.column;
    const off = Math.abs(toNumber(computed.value) / other.stated.value - 1);
    return isBeside && (verdict !== "disagrees" || off < NEARLY);
  });
}

/** A slip in one digit leaves a sum of shares nearer than this part of it. */
const NEARLY = 0.5;

interface Judged {
  readonly division: RowDivision;
  readonly parts: readonly number[];
  readonly sums: readonly TermSum[];
}

type FieldsByRow = ReadonlyMap<number, readonly Field[]>;

function fieldsByRow({ table }: TableIndex): FieldsByRow {
  const rows = new Map<number, Field[]>();
  for (const field of table.fields) {
    const cell = table.cells.map((cells) => cells[field.index] ?? null).find((one) => one !== null);
    if (!cell) continue;
    const before = rows.get(cell.at.row);
    if (before === undefined) rows.set(cell.at.row, [field]);
    else before.push(field);
  }
  return rows;
}

/** The field of another row that stands under the same head and says the same of it. */
function sameColumn(fields: readonly Field[] | undefined, whole: Field): Field | undefined {
  return fields?.find(
    ({ header, measure }) =>
      measure === whole.measure &&
      header.row === whole.header.row &&
      header.column === whole.header.column
  );
}

function readDivision(
  index: TableIndex,
  division: RowDivision,
  rows: FieldsByRow
): Judged | undefined {
  const wholes = (rows.get(division.whole) ?? []).filter(isAdded);
  const [first] = wholes;
  if (first === undefined) return undefined;
  // A row counted in something else (户 under 亿元) or a rate among them is no part.
  const parts = division.parts.filter((row) => {
    const own = sameColumn(rows.get(row), first);
    return own !== undefined && isAdded(own) && own.unit?.family === first.unit?.family;
  });
  if (parts.length < 2 || (division.told === "names" && parts.length < division.parts.length))
    return undefined;
  const sums = wholes.flatMap((whole) => {
    const fields = parts.map((row) => sameColumn(rows.get(row), whole));
    if (isCompletePair(whole, fields)) return [];
    return index.table.subjects.flatMap((subject): TermSum[] => {
      const claim = readPlace(index, subject, whole);
      const terms = fields.map((field) => readPlace(index, subject, field));
      if (claim.kind === "none" || subject.role === "average" || !terms.every(isNumber)) return [];
      return [
        sumOfTerms(
          claim,
          terms.map((reading) => ({ reading, sign: 1 }))
        ) ?? [],
      ].flat();
    });
  });
  return { division, parts, sums };
}

function isNumber(reading: { readonly kind: string }): reading is NumberReading {
  return reading.kind === "number";
}

function isAdded(field: Field): boolean {
  if (field.measure === "share") return true;
  return AMOUNTS.has(field.measure) && isSummable(field);
}

/** Of several ways to divide a whole those that its numbers bear out; of two that share a row, the one that more do. */
function exhausting(judged: readonly Judged[]): readonly Judged[] {
  const shown = judged.filter(isExhausting).sort((a, b) => countFits(b.sums) - countFits(a.sums));
  const kept: Judged[] = [];
  for (const one of shown) {
    const isTaken = kept.some(
      ({ division, parts }) =>
        division.whole === one.division.whole && parts.some((row) => one.parts.includes(row))
    );
    if (!isTaken) kept.push(one);
  }
  return kept;
}

function isExhausting({ division, sums: all }: Judged): boolean {
  const sums = all.filter(isTelling);
  const fits = countFits(sums);
  if (division.told === "names") return standingOf(sums) !== "deviates";
  if (standingOf(sums) === "established") return true;
  // Of few columns those that add up speak for the other; 其中 promises nothing.
  return division.told === "layout" && fits > 0 && fits >= sums.length - 1;
}

/** Of a whole with nothing in it, or with all of it in one part, the other parts say nothing. */
function isTelling({ claim, terms }: TermSum): boolean {
  const filled = terms.filter(({ reading }) => reading.stated.value !== 0);
  return claim.stated.value !== 0 && filled.length >= 2;
}

function judgeSums({ division, sums }: Judged): readonly Outcome[] {
  const isEstablished = standingOf(sums.filter(isTelling)) === "established";
  return sums.map((row) => {
    // What the names promise, and parts above their whole, are wrong; a remainder may be of something not listed.
    const isRemainder = compareRatio(row.computed.value, quantityOf(row.claim.stated).value) < 0;
    const isSure = isEstablished && (division.told === "names" || !isRemainder);
    return judgeTermSum(row, isSure ? "error" : "warning", { kind: "parts" });
  });
}

/** With bases above zero the growth of a whole is a mean of its parts', whatever the prices. */
function judgeGrowths(
  index: TableIndex,
  { division, parts, sums }: Judged,
  rows: FieldsByRow
): readonly Outcome[] {
  const isKnown = division.told === "names" || countFits(sums) >= Math.max(1, sums.length - 1);
  if (!isKnown) return [];
  const wholes = (rows.get(division.whole) ?? []).filter(
    ({ measure, indicator, against }) =>
      GROWTHS.has(measure) && indicator.kind !== "rate" && against === null
  );
  return wholes.flatMap((whole) => {
    const fields = parts.map((row) => sameColumn(rows.get(row), whole));
    return index.table.subjects.flatMap((subject) => {
      const claim = readPlace(index, subject, whole);
      const members = fields.map((field) => readPlace(index, subject, field));
      if (claim.kind === "none" || !members.every(isNumber)) return [];
      return hasNegative(sums, subject.index) ? [] : judgeSpan(claim, members);
    });
  });
}

function hasNegative(sums: readonly TermSum[], subject: number): boolean {
  return sums.some(
    ({ claim, terms }) =>
      claim.observation.subject === subject && terms.some(({ reading }) => reading.stated.value < 0)
  );
}
