import type { Grid } from "./broadcast.ts";
import type {
  LocatedTarget,
  RuleLookup,
  RulePlace,
  RulePlaces,
  WordRow,
} from "./measure-function.ts";
import { INVALID, isNone } from "./twin.ts";

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
  const trimmed = asked.map((text) => `TRIM(${text})`).join('&"|"&');
  const row = rowOf(trimmed, found.rows, otherRow(zone, indicator, found));
  const target = `INDEX(${rules},${row},${found.column})`;
  // The first word that is none decides, as in the function; MATCH would pass over an error.
  return asked.reduceRight(
    (otherwise, text) =>
      `IF(ISERROR(${text}),${text},IF(ISNUMBER(${text})+ISLOGICAL(${text}),${INVALID},IF(${isNone(text)},NA(),${otherwise})))`,
    target
  );
}

/** MATCH(TRUE,EXACT(…)) has no wildcards. */
function rowOf(word: string, rows: readonly WordRow[], otherwise: string): string {
  if (rows.length === 0) return otherwise;
  const words = rows.map(({ word: one }) => `"${one.replaceAll('"', '""')}"`);
  const listed = `MATCH(TRUE,EXACT(${word},{${words.join(",")}}),0)`;
  const found = `INDEX({${rows.map(({ row }) => String(row)).join(",")}},${listed})`;
  return otherwise === "NA()" ? found : `IF(ISNUMBER(${listed}),${found},${otherwise})`;
}

function otherRow(zone: string, indicator: string, { by, others, stems }: RuleLookup): string {
  const [first] = others;
  if (first === undefined) return "NA()";
  const row = by === "zone" ? String(first.row) : rowOf(`TRIM(${indicator})`, others, "NA()");
  if (stems.length === 0) return row;
  const words = stems.map((stem) => `"${stem.replaceAll('"', '""')}"`).join(",");
  return `IF(SUMPRODUCT(--ISNUMBER(FIND({${words}},${zone})))>0,NA(),${row})`;
}
