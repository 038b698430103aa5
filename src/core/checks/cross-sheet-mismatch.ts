import type { Outcome } from "../evaluation/evaluation.ts";
import type { Identity } from "../evaluation/localise/identity.ts";
import { roundTo } from "../model/decimal.ts";
import { overlaps, quantityOf, toInterval } from "../model/interval.ts";
import type { Watched } from "../findings/watched.ts";
import { formatPeriod } from "../model/period.ts";
import { standingOf } from "../model/standing.ts";
import type { NumberReading, TableIndex } from "../model/table-index.ts";
import { unitFactor } from "../model/unit-factor.ts";
import { valuesOfBook } from "./book-values.ts";
import type { BookValue } from "./book-values.ts";
import type { Check } from "./check.ts";
import { addressOf, convertOperand, found, operandOf, passed, subtraction } from "./describe.ts";
import { findHint } from "./hint.ts";
import { push } from "../model/push.ts";
import { aboutCell, aboutColumn, quantityIn } from "./relation.ts";
import { watchedNumber, watching } from "./watch.ts";

const ID = "cross-sheet-mismatch";

/**
 * The same zone (or 全市, 全省开发区), indicator, measure and period has the same value in every table. An error where all
 * that tells numbers apart is the same; a question across standings (快报, 定案) and for a base that may be revised.
 */
export const crossSheetMismatch: Check = {
  id: ID,
  severity: "error",
  run: ({ index, book }) => (book.length < 2 ? [] : (outcomesOfBook(book).get(index) ?? [])),
};

interface Compared {
  readonly own: BookValue;
  readonly other: BookValue;
  readonly agrees: boolean;
}

const known = new WeakMap<readonly TableIndex[], ReadonlyMap<TableIndex, readonly Outcome[]>>();

function outcomesOfBook(book: readonly TableIndex[]): ReadonlyMap<TableIndex, readonly Outcome[]> {
  const before = known.get(book);
  if (before !== undefined) return before;
  const pairs = new Map<string, Compared[]>();
  for (const values of valuesOfBook(book).values()) {
    for (const group of byPeriod(values)) {
      for (const compared of compareGroup(group)) {
        const key = pairKey(book, compared);
        push(pairs, key, compared);
      }
    }
  }
  const outcomes = new Map<TableIndex, Outcome[]>();
  for (const compared of pairs.values()) {
    const index = compared[0]?.own.reading.place.index;
    if (index === undefined) continue;
    for (const outcome of judgePair(compared)) push(outcomes, index, outcome);
  }
  known.set(book, outcomes);
  return outcomes;
}

/** What is judged together: one table's values against another's; column by column where zones stand in rows. */
function pairKey(book: readonly TableIndex[], { own, other }: Compared): string {
  const place = (value: BookValue): string => {
    const { index, field } = value.reading.place;
    const column = index.table.orientation === "zones-in-rows" ? `|${field.index}` : "";
    return `${book.indexOf(index)}${column}`;
  };
  const isRow = own.reading.place.index.table.orientation === "zones-in-rows";
  return `${place(own)}:${isRow ? place(other) : book.indexOf(other.reading.place.index)}`;
}

function byPeriod(values: readonly BookValue[]): readonly (readonly BookValue[])[] {
  const groups = new Map<string, BookValue[]>();
  for (const value of values) {
    // What has no period is held against nothing.
    if (value.period === null || value.period.year === null) continue;
    const key = formatPeriod(value.period);
    push(groups, key, value);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Each table's value against the one most tables give; the first, where none is more frequent. */
function compareGroup(group: readonly BookValue[]): readonly Compared[] {
  const counts = new Map<number, number>();
  const numberOf = ({ reading }: BookValue): number =>
    Number((reading.stated.value * (reading.place.field.unit?.factor ?? 1)).toPrecision(12));
  for (const value of group) counts.set(numberOf(value), (counts.get(numberOf(value)) ?? 0) + 1);
  let other = group[0];
  for (const value of group) {
    const [count, most] = [value, other ?? value].map((one) => counts.get(numberOf(one)) ?? 0);
    // What last year's own sheet says comes before what this year's says of it.
    const isMore =
      other === undefined ||
      (count ?? 0) > (most ?? 0) ||
      (count === most && other.isPrior && !value.isPrior);
    if (isMore) other = value;
  }
  if (other === undefined) return [];
  const reference = other;
  return group.flatMap((own) => {
    if (own.reading.place.index === reference.reading.place.index) return [];
    // Equal as they stand, most often.
    if (numberOf(own) === numberOf(reference)) return [{ own, other: reference, agrees: true }];
    const left = quantityIn(own.reading, reference.reading.place.field.unit);
    if (left === undefined) return [];
    const right = quantityOf(reference.reading.stated);
    return [{ own, other: reference, agrees: overlaps(left.range, right.range) }];
  });
}

function judgePair(pair: readonly Compared[]): Outcome[] {
  const off = pair.filter(({ agrees }) => !agrees);
  const [first] = off;
  if (pair.some(isLoose) && !isShown(pair, off.length)) return [];
  // Two tables that agree nowhere speak of two things.
  if (first !== undefined && pair.length >= 2 && off.length === pair.length) {
    return [found(findingOf(first, pair))];
  }
  const how = pair.length === 1 ? "alone" : "cell";
  return pair.map((compared) => {
    const at = addressOf(placeOf(compared).index, compared.own.reading.observation.at);
    const outcome = compared.agrees
      ? passed(ID, at, false, identityOf(compared))
      : found(findingOf(compared, how), identityOf(compared));
    return watching(outcome, watchedEqual(compared, how));
  });
}

/** What no words make the same: rates, which have a basis each, and values of a sheet that names no period. */
function isLoose({ own, other }: Compared): boolean {
  return own.isOfBook || other.isOfBook || own.reading.place.field.measure === "rate";
}

/** Nearly all rows agree: the two columns say the same. */
function isShown(pair: readonly Compared[], off: number): boolean {
  return pair.length >= FEWEST_SHOWN && off <= Math.max(1, Math.floor(pair.length / 5));
}

const FEWEST_SHOWN = 4;

function watchedEqual({ own, other }: Compared, how: "cell" | "alone"): Watched {
  const unit = own.reading.place.field.unit;
  const factor = unitFactor(other.reading.place.field.unit, unit) ?? 1;
  return {
    kind: "equal",
    at: addressOf(own.reading.place.index, own.reading.observation.at),
    severity: isHard({ own, other }, how) ? "error" : "warning",
    own: watchedNumber("stated", own.reading),
    other: watchedNumber("other", other.reading, factor),
  };
}

/** Whether two numbers that differ are a fault for certain: nothing tells them apart. */
function isHard(
  { own, other }: { own: BookValue; other: BookValue },
  how: "cell" | "alone"
): boolean {
  const isReference = own.reading.place.subject.reference !== null;
  return (
    standingOfReading(own.reading) === standingOfReading(other.reading) &&
    !own.isPrior &&
    !other.isPrior &&
    !own.isOfBook &&
    !other.isOfBook &&
    scopeOf(own.reading) === scopeOf(other.reading) &&
    own.reading.place.field.indicator.isCatalogued &&
    // One number in common may be of two things that share a name; 全市 and 全省开发区 are one.
    (how === "cell" || isReference)
  );
}

/** One is the other, in its unit. */
function identityOf({ own, other }: Compared): Identity {
  const [claim, top] = [own.reading, other.reading];
  const factor = unitFactor(top.place.field.unit, claim.place.field.unit) ?? 1;
  return { kind: "ratio", claim, top, bottom: { low: 1, high: 1 }, factor, base: 0, sign: 1 };
}

function placeOf({ own }: Compared) {
  return own.reading.place;
}

const SCOPE = /可比|同口径|名义|自然口径|不变价|剔除|不含|其中/u;

/** Words of scope tell numbers of one name apart. */
function scopeOf({ place }: NumberReading): string {
  const { table } = place.index;
  const text = [table.title ?? "", table.sheet, ...place.field.path].join(" ");
  return SCOPE.exec(text)?.[0] ?? "";
}

function standingOfReading({ place }: NumberReading): string | null {
  return standingOf(place.index.table, place.field);
}

function findingOf({ own, other }: Compared, how: "cell" | "alone" | readonly Compared[]) {
  const stated = operandOf("stated", own.reading);
  const unit = own.reading.place.field.unit;
  const factor = unitFactor(other.reading.place.field.unit, unit) ?? 1;
  const elsewhere = convertOperand(operandOf("other", other.reading), factor, stated.unit);
  const decimals = Math.max(stated.decimals, elsewhere.decimals);
  const quantity = quantityIn(other.reading, unit) ?? quantityOf(other.reading.stated);
  const standing = standingOfReading(own.reading) !== standingOfReading(other.reading);
  const about = {
    expected: { low: elsewhere.value, high: elsewhere.value },
    operands: [stated, elsewhere],
    arithmetic: subtraction(stated, elsewhere, decimals),
    allowed: toInterval(quantity.range),
    decimals,
  };
  const isColumn = typeof how !== "string";
  const isOneColumn =
    isColumn && how.every(({ own: each }) => each.reading.place.field === own.reading.place.field);
  return {
    ...(isOneColumn
      ? aboutColumn(
          own.reading,
          how.map((compared) => compared.own.reading),
          about
        )
      : aboutCell(own.reading, {
          ...about,
          severity: typeof how === "string" && isHard({ own, other }, how) ? "error" : "warning",
        })),
    code: ID,
    params: {
      other: roundTo(elsewhere.value, decimals),
      otherSheet: other.reading.place.index.table.sheet,
      otherStanding: standing,
      wholeColumn: isColumn,
      hint: isColumn ? null : findHint(stated.value, quantity.value, decimals),
    },
  } as const;
}
