import type { Indicator } from "../model/indicator.ts";
import type { Measure } from "../model/measure.ts";
import { RATES_WITH_BASIS } from "./indicators/projects.ts";
import { cleanLabel, normaliseText } from "./normalise.ts";
import { readPhrase, stripLeadIn } from "./phrase.ts";
import { perOf } from "./quotients.ts";
import { combineMeasures, toMeasure } from "./combine-measures.ts";
import type { MeasureWord } from "./measure-words.ts";
import { ENTRIES, findTerm } from "./vocabulary.ts";

const BY_ID = new Map(ENTRIES.map(({ indicator }) => [indicator.id, indicator]));

/** All catalogued indicators, family by family. */
export function indicators(): readonly Indicator[] {
  return [...BY_ID.values()];
}

/** The catalogued indicator of an id, or undefined; `other:` ids are not catalogued. */
export function indicatorById(id: string): Indicator | undefined {
  return BY_ID.get(id);
}

/**
 * The catalogued indicator a text names: by name or alias, with measures, units, periods and numbering around it
 * (其中:工业投资同比增速(%) → 工业投资). The longest alias wins; a text with other words in it (采矿业工业投资) names
 * something else, and undefined is returned.
 */
export function recogniseIndicator(text: string): Indicator | undefined {
  const key = stripLeadIn(normaliseText(text));
  const whole = findTerm(key) ?? findTerm(key.replace(/\([^()]*\)$/u, ""));
  if (whole?.kind === "indicator") return whole.indicator;
  const tokens = readPhrase(text);
  let strong: Indicator | undefined;
  let weak: Indicator | undefined;
  let isAgainst = false;
  for (const token of tokens) {
    if (token.kind === "unknown" || token.kind === "not-a-measure") return undefined;
    if (token.kind === "share-of" || token.kind === "compared-with") isAgainst = true;
    if (token.kind !== "indicator" || isAgainst) continue;
    if (token.isWeak) weak ??= token.indicator;
    else strong ??= token.indicator;
  }
  return strong ?? weak;
}

/** The measure a header text names, or undefined where it names none: 同比± → growth, 占全市% → share. */
export function recogniseMeasure(text: string): Measure | undefined {
  let word: MeasureWord | null = null;
  let isReferenced = false;
  let isOfYear = false;
  let marker: "share-of" | "compared-with" | null = null;
  for (const token of readPhrase(text)) {
    if (token.kind === "measure") word = combineMeasures(word, token.word, "same-cell");
    if (token.kind === "share-of" || token.kind === "compared-with") marker ??= token.kind;
    if (token.kind === "reference" || token.kind === "indicator") isReferenced = true;
    if (token.kind === "not-a-measure") return undefined;
    if (token.kind === "period" && marker === "compared-with") isOfYear = true;
  }
  // 比2021年同期: the base of another year.
  if (isOfYear && (word === "prior" || word === "growth")) return "growth-other";
  if (word === null || word === "level" || word === "growth" || word === "share") {
    if (marker === "share-of") return "share";
    if (marker === "compared-with" && isReferenced) return "difference";
  }
  return word === null ? undefined : toMeasure(word);
}

/** The measure of an indicator's own level: `rate` for 开工率 and its like, whose basis is declared, else `actual`. */
export function levelMeasureOf(indicator: Indicator): "actual" | "rate" {
  return RATES_WITH_BASIS.has(indicator.id) ? "rate" : "actual";
}

/** Of which less is better, by the last words of a name that no table knows. */
const LOWER_IS_BETTER =
  /(?:浓度|排放(?:量|总量|强度)|[能煤电水]耗|超标天数|投诉(?:量|件数|数)?|事故(?:起数|数)?|死亡人数|空置(?:率|面积)|闲置(?:率|面积)|超期件数?|不良(?:贷款)?率|亏损[面额]|资产负债率)$/u;

/** An indicator no table knows, under its printed name. Its growth is taken as given: never recomputed into an error. */
export function uncataloguedIndicator(
  name: string,
  unit: string | null,
  isRate: "rate" | "level"
): Indicator {
  const printed = cleanLabel(name);
  return {
    id: `other:${printed}`,
    name: printed,
    kind: isRate === "rate" || perOf(printed) !== null ? "rate" : "flow",
    growthBasis: "same-scope",
    direction: LOWER_IS_BETTER.test(printed) ? "lower-is-better" : "higher-is-better",
    unit,
    partOf: null,
    isCatalogued: false,
  };
}
