import type { Grid } from "./broadcast.ts";
import type { LocatedTarget, RuleLookup, RulePlace, RulePlaces } from "./measure-function.ts";
import { INVALID } from "./twin.ts";

/** CHOOSE of Excel takes 254 values; a call over more rules than that has no twin. */
export const MOST_RULES = 254;

/** A target in functions of Excel 2016: it follows the cell of the rule, and with a look-up the words of the call. */
export function writeTargetTwin(args: readonly string[], located: LocatedTarget): string {
  const [, , rules = ""] = args;
  if ("row" in located) return `=${targetAt(rules, located)}`;
  const value = "places" in located ? placed(rules, located) : lookedUp(args, located);
  // A target typed as 17% is a text, which the function reads as 17.
  return located.typed === "texts" ? `=VALUE(SUBSTITUTE(${value},"%",""))` : `=${value}`;
}

function targetAt(rules: string, { row, column }: RulePlace): string {
  return `INDEX(${rules},${row},${column})`;
}

/** Each cell's target out of the few rules that apply: CHOOSE({1;2;1},INDEX(…),INDEX(…)). */
function placed(rules: string, { places }: RulePlaces): string {
  const distinct: RulePlace[] = [];
  const numberOf = (place: RulePlace): number => {
    const known = distinct.findIndex(({ row }) => row === place.row);
    return known >= 0 ? known + 1 : distinct.push(place);
  };
  const numbers = places.map((row) =>
    row.map((place) => (typeof place === "string" ? place : String(numberOf(place))))
  );
  const [first] = places[0] ?? [];
  const isOne = numbers.length === 1 && numbers[0]?.length === 1;
  if (isOne && typeof first === "object") return targetAt(rules, first);
  const targets = distinct.map((place) => targetAt(rules, place));
  return `CHOOSE(${arrayOf(numbers)},${targets.join(",")})`;
}

function arrayOf(rows: Grid<string>): string {
  return `{${rows.map((row) => row.join(",")).join(";")}}`;
}

/** Where a word is calculated: the words it may be are known, each with its rule. EXACT has no wildcards. */
function lookedUp(
  [zone = "", indicator = "", rules = ""]: readonly string[],
  found: RuleLookup
): string {
  const asked =
    found.by === "zone" ? [zone] : found.by === "indicator" ? [indicator] : [zone, indicator];
  const word = asked.map((text) => `TRIM(${text})`).join('&"|"&');
  const words = found.rows.map(({ word: one }) => `"${one.replaceAll('"', '""')}"`);
  const rows = found.rows.map(({ row }) => String(row));
  const row = `INDEX({${rows.join(",")}},MATCH(TRUE,EXACT(${word},{${words.join(",")}}),0))`;
  const isNoText = asked.map((text) => `ISNUMBER(${text})+ISLOGICAL(${text})`).join("+");
  return `IF(${isNoText},${INVALID},INDEX(${rules},${row},${found.column}))`;
}
