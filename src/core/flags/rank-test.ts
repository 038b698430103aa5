import { roundTo } from "../model/decimal.ts";
import type { WatchedNumber, WatchedRanking } from "../findings/watched.ts";
import type { CellRef } from "../workbook/address.ts";
import type { NativeFormula } from "./native-formula.ts";
import { joined, native } from "./native-formula.ts";
import type { NumberSet } from "./number-set.ts";
import { numberSet } from "./number-set.ts";
import type { Scene, Term, Written } from "./term.ts";

/** More values than these would be compared pair by pair while the user types. */
const MOST_RANKED = 400;

/** A printed rank, the value it is the place of, and all that are ranked. */
export interface Rank {
  readonly claim: Term;
  readonly value: WatchedNumber;
  readonly ranking: WatchedRanking;
}

/**
 * A rank against the places of its value, as the numbers are shown: 1 2 2 4 and 1 2 3 4 are both right, or 1 2 2 3 in a
 * column that counts ties once. A value that is not there takes a place nobody sees. Undefined where the values cannot be counted natively.
 */
export function rankTest({ claim, value, ranking }: Rank, scene: Scene): Written | undefined {
  const set = numberSet(ranking.members, scene);
  const own = value.at?.sheet === scene.sheet.name ? value.at.area : undefined;
  if (set === undefined || set.cells > MOST_RANKED || own === undefined) return undefined;
  if (claim.cell === null || claim.formula.length > 1) return undefined;
  const { cell } = claim;
  return {
    write: () => write(cell, { row: own.row, column: own.column }, ranking, set),
    variant: `${set.places.join()}|${ranking.order}|${ranking.decimals}|${ranking.unseen}|${ranking.ties}|${isRounded(ranking, set) ? "rounded" : "longer"}`,
    holds: holds(claim.value, value.value, ranking, set),
  };
}

function holds(claim: number, value: number, ranking: WatchedRanking, set: NumberSet): boolean {
  const sign = ranking.order === "largest-first" ? 1 : -1;
  const [own, ...shown] = [value, ...set.values].map((one) => roundTo(one, ranking.decimals));
  const isAhead = (one: number): boolean => sign * (one - (own ?? 0)) > 0;
  const ahead = shown.filter(isAhead);
  const isOther = claim !== new Set(ahead).size + 1;
  if (ranking.ties === "once") return isOther;
  const level = shown.filter((one) => one === own).length;
  const isOutside = claim <= ahead.length || claim > ahead.length + level + ranking.unseen;
  return ranking.ties === "all" ? isOutside : isOutside && isOther;
}

/** IF, which stops where it is decided: the different values are counted for a rank that seems wrong alone. */
function write(
  claim: CellRef,
  value: CellRef,
  ranking: WatchedRanking,
  set: NumberSet
): NativeFormula {
  const digits = ranking.decimals + (set.factor === 100 ? 2 : 0);
  const half = `0.${"0".repeat(digits)}5`;
  const isDown = ranking.order === "largest-first";
  const sign = isDown ? ">=" : "<=";
  const edge = (of: CellRef | string, side: "+" | "-"): NativeFormula =>
    native`(ROUND(${of},${digits})${side}${half})`;
  const beyond = (of: CellRef | string): NativeFormula => edge(of, isDown ? "+" : "-");
  const within = (of: CellRef | string): NativeFormula => edge(of, isDown ? "-" : "+");
  const counted = (limit: NativeFormula): NativeFormula =>
    added(set.places.map((place) => native`COUNTIF(${place},"${sign}"&${limit})`));
  // A value is one of as many as are shown alike; what is no number is none.
  const alike = (place: string): NativeFormula =>
    isRounded(ranking, set)
      ? added(set.places.map((other) => native`COUNTIF(${other},${place})`))
      : native`${counted(within(place))}-(${counted(beyond(place))})`;
  const different = added(
    set.places.map((place) => {
      const one = native`ISNUMBER(${place})*(${place}${sign}${beyond(value)})`;
      return native`SUMPRODUCT(${one}/(${alike(place)}+NOT(ISNUMBER(${place}))))`;
    })
  );
  const level = native`${counted(within(value))}+${set.cells + ranking.unseen}-COUNT(${set.places.join(",")})`;
  const isOutside = native`OR(${claim}<1+${counted(beyond(value))},${claim}>${level})`;
  const isOther = native`ABS(${claim}-1-(${different}))>0.001`;
  const isWrong = {
    all: isOutside,
    once: isOther,
    open: native`IF(${isOutside},${isOther},FALSE)`,
  }[ranking.ties];
  return native`IF(COUNT(${joined([[claim], [value]])})=2,${isWrong},FALSE)`;
}

function added(formulas: readonly NativeFormula[]): NativeFormula {
  return formulas.flatMap((formula, index) => (index === 0 ? [...formula] : ["+", ...formula]));
}

/** Whether all values are stored with no more digits than the ranking shows; a percent stores 0.037 with a trace of noise. */
function isRounded({ decimals }: WatchedRanking, { values, factor }: NumberSet): boolean {
  return factor === 1 && values.every((value) => roundTo(value, decimals) === value);
}
