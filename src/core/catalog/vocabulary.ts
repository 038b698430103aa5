import type { Indicator } from "../model/indicator.ts";
import type { ReferenceScope } from "../model/zone.ts";
import type { IndicatorEntry } from "./define-indicator.ts";
import { ENTERPRISES } from "./indicators/enterprises.ts";
import { FINANCE_AND_TRADE } from "./indicators/finance-trade.ts";
import { INVESTMENT } from "./indicators/investment.ts";
import { LAND_AND_FACILITIES } from "./indicators/land-facilities.ts";
import { OUTPUT } from "./indicators/output.ts";
import { PROJECTS } from "./indicators/projects.ts";
import { REFORM_AND_SUPERVISION } from "./indicators/reform.ts";
import {
  IGNORED_WORDS,
  MEASURE_WORDS,
  NOT_A_MEASURE,
  PLAIN_NAMES,
  type MeasureWord,
} from "./measure-words.ts";
import { normaliseText } from "./normalise.ts";
import { REFERENCE_WORDS } from "./references.ts";

/** What a word of the trade means in a header or a row label. */
export type Term =
  | { readonly kind: "indicator"; readonly indicator: Indicator; readonly isWeak: boolean }
  | { readonly kind: "measure"; readonly word: MeasureWord }
  | { readonly kind: "reference"; readonly scope: ReferenceScope }
  /** 占: a share of what follows · 与, 比, 高于: a difference to what follows. */
  | { readonly kind: "share-of" }
  | { readonly kind: "compared-with" }
  | { readonly kind: "not-a-measure" }
  /** A name that looks like something else: 占地面积 is no share, 增长点 no growth. */
  | { readonly kind: "plain-name" }
  | { readonly kind: "ignored" };

export const ENTRIES: readonly IndicatorEntry[] = [
  ...INVESTMENT,
  ...OUTPUT,
  ...FINANCE_AND_TRADE,
  ...ENTERPRISES,
  ...LAND_AND_FACILITIES,
  ...PROJECTS,
  ...REFORM_AND_SUPERVISION,
];

interface Node {
  readonly next: Map<string, Node>;
  term: Term | null;
}

const root: Node = { next: new Map(), term: null };
const ALL = new Map<string, Term>();

/** The first meaning given to a word stays: tables are added from the most to the least telling. */
function add(word: string, term: Term): void {
  const key = normaliseText(word);
  if (key === "" || ALL.has(key)) return;
  ALL.set(key, term);
  let node = root;
  for (const letter of key) {
    let next = node.next.get(letter);
    if (next === undefined) {
      next = { next: new Map(), term: null };
      node.next.set(letter, next);
    }
    node = next;
  }
  node.term = term;
}

for (const { indicator, aliases } of ENTRIES) {
  for (const name of [indicator.name, ...aliases])
    add(name, { kind: "indicator", indicator, isWeak: false });
}
for (const word of Object.keys(MEASURE_WORDS) as MeasureWord[]) {
  for (const name of MEASURE_WORDS[word] ?? []) add(name, { kind: "measure", word });
}
for (const { indicator, weakAliases } of ENTRIES) {
  for (const name of weakAliases) add(name, { kind: "indicator", indicator, isWeak: true });
}
for (const [name, scope] of REFERENCE_WORDS) add(name, { kind: "reference", scope });
add("占", { kind: "share-of" });
add("相当于", { kind: "share-of" });
for (const name of [
  "与",
  "比",
  "较",
  "高于",
  "低于",
  "高(低)于",
  "高低于",
  "快于",
  "慢于",
  "快(慢)于",
  "高",
  "低",
]) {
  add(name, { kind: "compared-with" });
}
for (const name of PLAIN_NAMES) add(name, { kind: "plain-name" });
for (const name of NOT_A_MEASURE) add(name, { kind: "not-a-measure" });
for (const name of IGNORED_WORDS) add(name, { kind: "ignored" });

/** The term a whole normalised text is, or undefined. */
export function findTerm(key: string): Term | undefined {
  return ALL.get(key);
}

/** The longest word that begins at a place of a normalised text. */
export function longestTermAt(
  key: string,
  start: number
): { readonly term: Term; readonly length: number } | undefined {
  let node: Node | undefined = root;
  let best: { term: Term; length: number } | undefined;
  for (let i = start; i < key.length; i++) {
    node = node.next.get(key.charAt(i));
    if (node === undefined) break;
    if (node.term !== null) best = { term: node.term, length: i - start + 1 };
  }
  return best;
}
