import { normaliseText } from "../catalog/normalise.ts";
import { KIND_WORDS } from "../catalog/zone-words.ts";
import { canonicalZoneName } from "../catalog/zones.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import { SHEET_ERRORS } from "./measure-function.ts";
import type { LocatedTarget, SheetError, WordRow } from "./measure-function.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { askedForIn } from "./rules-table.ts";
import type { FoundTarget, RulesTable } from "./rules-table.ts";
import { readRules, readTarget, target } from "./target.ts";
import { MOST_RULES } from "./target-twin.ts";

/** Where the targets of a call stand; the error it shows where there is none; undefined where no formula can point there. */
export type TargetsFound = LocatedTarget | { readonly error: SheetError } | undefined;

/** For zones and indicators that are known: single words, or ranges of them. */
export function locateTargets(zone: unknown, indicator: unknown, rules: unknown): TargetsFound {
  const table = readRules(rules);
  if (!table.ok) return { error: errorOf(table.failure) };
  const known = new Map<string, MeasureResult<FoundTarget>>();
  const places = broadcast([toGrid(zone), toGrid(indicator)], (cells): Found => {
    const key = JSON.stringify(cells);
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = target(table, cells)));
    return placeOf(found);
  });
  if (places === undefined) return { error: "#VALUE!" };
  const found = places.flat().filter((one) => typeof one === "object");
  const typed = typeOf(found);
  const [first] = places[0] ?? [];
  const isOne = places.length === 1 && places[0]?.length === 1;
  if (isOne && typeof first === "string") return { error: first };
  const rows = new Set(found.map(({ place }) => place.row));
  if (typed === undefined || rows.size > MOST_RULES || rows.size === 0) return undefined;
  if (isOne && typed === "numbers" && typeof first === "object") return first.place;
  return {
    typed,
    places: places.map((row) => row.map((one) => (typeof one === "object" ? one.place : one))),
  };
}

type Found = FoundTarget | SheetError;

/** A target the function itself cannot read (≥3) is #VALUE!. */
function placeOf(found: MeasureResult<FoundTarget>): Found {
  if (!found.ok) return errorOf(found.failure);
  return readTarget(found).ok ? found.value : "#VALUE!";
}

function errorOf(failure: MeasureFailure): SheetError {
  if (failure.reason === "error-operand") {
    return SHEET_ERRORS.find((error) => error === failure.error) ?? "#N/A";
  }
  return failure.reason === "no-rule" || failure.reason === "missing" ? "#N/A" : "#VALUE!";
}

/** How the targets are typed: one formula reads numbers, another texts with their sign; undefined for anything else. */
function typeOf(found: readonly FoundTarget[]): "numbers" | "texts" | undefined {
  if (found.every(({ value }) => typeof value === "number")) return "numbers";
  const isReadable = found.every(
    ({ value }) =>
      typeof value === "number" ||
      (typeof value === "string" && /^[+-]?\d+(?:\.\d+)?%?$/u.test(value.trim()))
  );
  return isReadable ? "texts" : undefined;
}

/** A word of the call: a text the cells hold now, or null where it is calculated and may be any. */
export interface AskedWords {
  readonly zone: string | null;
  readonly indicator: string | null;
}

/** Of more words no formula could name each. */
const MOST_WORDS = 600;
const LONGEST_WORD = 60;

/**
 * Where a word of the call is calculated: every word it may be, with the row of its target. `texts` are those of the
 * workbook; of zones also the names the rules know them by. Any other zone has what holds for all; a word that may be another
 * name of one with a rule of its own gives #N/A.
 */
export function lookUpTargets(
  asked: AskedWords,
  texts: readonly string[],
  rules: unknown
): TargetsFound {
  const table = readRules(rules);
  if (!table.ok) return { error: errorOf(table.failure) };
  const words = [...new Set(texts.map((text) => text.trim()))].filter(
    (text) => text !== "" && text.length <= LONGEST_WORD
  );
  const zones = asked.zone === null ? zonesAmong(words, table.value) : [asked.zone];
  const indicators =
    asked.indicator === null ? indicatorsAmong(words, table.value) : [asked.indicator];
  if ((zones.length + 1) * indicators.length > MOST_WORDS) return undefined;
  const by = asked.zone !== null ? "indicator" : asked.indicator !== null ? "zone" : "both";
  const find = (zone: string, indicator: string, word: string): readonly FoundWord[] => {
    const place = placeOf(target(table, [zone, indicator]));
    return place === "#N/A" ? [] : [{ word, place }];
  };
  const found = zones.flatMap((zone) =>
    indicators.flatMap((indicator) =>
      find(zone, indicator, { zone, indicator, both: `${zone}|${indicator}` }[by])
    )
  );
  const others = by === "indicator" ? [] : indicators.flatMap((one) => find(NOBODY, one, one));
  const targets = [...found, ...others].flatMap(({ place }) =>
    typeof place === "object" ? [place] : []
  );
  const [first] = targets;
  const typed = typeOf(targets);
  if (first === undefined || typed === undefined) return undefined;
  const stems = by === "indicator" ? [] : stemsOf(table.value);
  return {
    ...{ typed, by, column: first.place.column, stems },
    ...{ rows: found.map(rowOf), others: others.map(rowOf) },
  };
}

interface FoundWord {
  readonly word: string;
  readonly place: Found;
}

function rowOf({ word, place }: FoundWord): WordRow {
  return { word, row: typeof place === "object" ? place.place.row : place };
}

/** A zone that no rule names and whose name tells no kind. */
const NOBODY = "某";

function namedIn({ rules }: RulesTable): readonly string[] {
  return rules.flatMap(({ scope }) => (scope.kind === "zones" ? scope.names : []));
}

/** Words of the kinds that rules tell apart; a zone without one is an ordinary, industrial one. */
function kindWordsIn({ rules }: RulesTable): readonly string[] {
  const isByKind = rules.some(({ scope }) => scope.kind === "zone-kind");
  return isByKind
    ? KIND_WORDS.flatMap(([kind, words]) => (kind === "industrial" ? [] : words))
    : [];
}

function stemsOf(table: RulesTable): readonly string[] {
  return [...new Set([...namedIn(table).map(canonicalZoneName), ...kindWordsIn(table)])];
}

/** Texts that name zones with rules of their own, in every way the rules and the cells write them. */
function zonesAmong(words: readonly string[], table: RulesTable): readonly string[] {
  const stems = stemsOf(table);
  const known = words.filter((word) => {
    const keys = [normaliseText(word), canonicalZoneName(word)];
    return stems.some((stem) => keys.some((key) => key.includes(stem)));
  });
  const zones = [...namedIn(table), ...known];
  return [...new Set([...zones, ...zones.map(canonicalZoneName)])];
}

/** Texts that ask for a rule, as the rules print them and as the cells do. */
function indicatorsAmong(words: readonly string[], table: RulesTable): readonly string[] {
  const printed = table.rules.flatMap(({ indicator, measure }) => [
    indicator,
    `${indicator} ${measure}`.trim(),
  ]);
  return [...new Set([...printed, ...words])].filter(askedForIn(table));
}
