import { countDecimals } from "../model/decimal.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Unit } from "../model/unit.ts";
import { readAttainedPlan } from "./attained-plan.ts";
import { normaliseText } from "./normalise.ts";
import { findPeriods, type PeriodMatch } from "./periods.ts";
import { splitStatedTarget } from "./stated-target.ts";
import { isDayHead } from "./day-heads.ts";
import { findUnit } from "./units.ts";
import { opensName } from "./verdict-words.ts";
import { findTerm, longestTermAt, type Term } from "./vocabulary.ts";

/** A piece of a header or row label: a known term, a unit, a period, a number printed in the header, or a text nobody knows. */
export type Token =
  | (Exclude<Term, { readonly kind: "plain-name" }> & { readonly text: string })
  | { readonly kind: "unit"; readonly unit: Unit; readonly text: string }
  | { readonly kind: "period"; readonly match: PeriodMatch; readonly text: string }
  | {
      readonly kind: "number";
      readonly stated: StatedNumber;
      /** Written behind it: 177.53亿元; null where none is. */
      readonly unit: Unit | null;
      readonly text: string;
    }
  | { readonly kind: "unknown"; readonly text: string };

const NUMBERING =
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.)](?!\d))/u;
const PART = /^(?:其中:?|#|内:|按[^:]{1,8}分:?)/u;
const BREAKS = /[()、,，;；:/\\"“”'·.+&]/u;
const STROKES = /^[-_|—]+|[-_|—]+$/gu;
const HEADER_NUMBER =
  /([+-]?\d+(?:\.\d+)?)(亿元|万元|亿|万|元|万美元|亿美元|户|个|家|亩|项|个百分点|%)?/uy;
/** Words of one letter are read only where they are a whole piece by themselves or follow a name: 余 in 其余 is none. */
const MARKERS = new Set(["占", "与", "比", "较", "高", "低", "±"]);

/** A label without its numbering and 其中: 二、其中:技改投资 → 技改投资. */
export function stripLeadIn(key: string): string {
  let rest = key;
  for (let i = 0; i < 3; i++) {
    const next = rest.replace(NUMBERING, "").replace(PART, "");
    if (next === rest) break;
    rest = next;
  }
  return rest;
}

/**
 * Cuts a header or a row label into the words of the trade, left to right, the longest match first. Blanks between words
 * and numbering in front are gone; what no table knows comes back as `unknown`.
 */
export function readPhrase(text: string): readonly Token[] {
  const key = withoutRatio(splitStatedTarget(stripLeadIn(normaliseText(text))).rest);
  const whole = findTerm(key);
  if (whole !== undefined) return [toToken(whole, key)];
  if (isDayHead(key)) return [{ kind: "not-a-measure", text: key }];
  const attained = attainmentTokens(key);
  if (attained !== undefined) return attained;
  const wholeUnit = findUnit(key.replace(/^\((.*)\)$/u, "$1"));
  if (wholeUnit !== undefined) return [{ kind: "unit", unit: wholeUnit, text: key }];
  const periods = new Map(findPeriods(key).map((match) => [match.start, match]));
  const tokens: Token[] = [];
  let unknown = "";
  const flush = (): void => {
    // 工业投资-同比, 工业投资_同比: a stroke between two words belongs to neither.
    const text = unknown.replace(STROKES, "");
    if (text !== "") tokens.push({ kind: "unknown", text });
    unknown = "";
  };
  for (let at = 0; at < key.length;) {
    const basis = basisAt(key, at);
    if (basis !== undefined) {
      flush();
      tokens.push({ kind: "ignored", text: basis });
      at += basis.length;
      continue;
    }
    // Behind the stroke of 工业投资_比全市± begins a word, as behind a blank.
    const open = unknown === "" ? "" : unknown.replace(STROKES, "");
    const token = tokenAt(key, at, periods, tokens.at(-1), open);
    if (token === undefined) {
      const letter = key.charAt(at);
      if (BREAKS.test(letter)) flush();
      else unknown += letter;
      at += 1;
      continue;
    }
    flush();
    tokens.push(token);
    at += token.text.length;
  }
  flush();
  return tokens;
}

const OF_BEST =
  /^(?:为|是|相当于|占)(先进|标杆|领先)(?:水平|值|线|标准|开发区|园区|地区|平均)?的?(?:%|比重|比例|百分比)?(?:\(%\))?$/u;
/** 为全省平均的%, 相当于全省平均水平的%, 相当于先进%: one number in parts of another, as a share is. */
function withoutRatio(key: string): string {
  return key
    .replace(/^(?:为|是|相当于)(全[市省国].{0,8}?)的(?:%|比重|比例|百分比)(?:\(%\))?$/u, "占$1%")
    .replace(OF_BEST, "占$1水平%");
}

const BASIS =
  /[按以](?:项目|企业)?(?:个数|宗数|户数|家数|亩数|数量|面积|(?:总|完成|计划)?投资额?|(?:到位)?资金|金额|产值|项目数)(?:计算?|口径|算)?(?=\)|%|$)/uy;

/** 投产率(按个数), 占比(按面积%): by what a rate is counted is no part of its name. */
function basisAt(key: string, at: number): string | undefined {
  if (at > 0 && key.charAt(at - 1) !== "(") return undefined;
  BASIS.lastIndex = at;
  return BASIS.exec(key)?.[0];
}

/** 完成前三季度目标任务占比(%): one measure, whose words taken one by one would say three. */
function attainmentTokens(key: string): readonly Token[] | undefined {
  const attained = readAttainedPlan(key);
  if (attained === undefined) return undefined;
  const unit = key.includes("%") ? findUnit("%") : undefined;
  return [
    ...(attained.indicator === null ? [] : [{ ...attained.indicator, text: "" }]),
    { kind: "measure", word: "attainment", text: key },
    ...(unit === undefined ? [] : [{ kind: "unit" as const, unit, text: "%" }]),
  ];
}

function toToken(term: Term, text: string): Token {
  return term.kind === "plain-name" ? { kind: "unknown", text } : { ...term, text };
}

function tokenAt(
  key: string,
  at: number,
  periods: ReadonlyMap<number, PeriodMatch>,
  previous: Token | undefined,
  pending: string
): Token | undefined {
  const found = longestTermAt(key, at);
  const period = periods.get(at);
  const periodLength = period === undefined ? 0 : period.end - period.start;
  if (
    found !== undefined &&
    found.length >= periodLength &&
    mayStand(key, at, found.length, previous, pending)
  ) {
    const length = referenceLength(key, at, found) ?? found.length;
    const { term } = longestTermAt(key.slice(0, at + length), at) ?? found;
    return toToken(term, key.slice(at, at + length));
  }
  if (period !== undefined)
    return { kind: "period", match: period, text: key.slice(at, period.end) };
  if (pending === "" && previous?.kind === "share-of" && /^[市省]/u.test(key.slice(at))) {
    const isCity = key.charAt(at) === "市";
    return { kind: "reference", scope: isCity ? "city" : "province", text: key.charAt(at) };
  }
  return unitAt(key, at) ?? numberAt(key, at, previous, pending);
}

/** 全市工业投资 is 工业投资 of 全市, not 投资 of 全市工业: where an indicator begins inside a whole's name, it is read first. */
function referenceLength(
  key: string,
  at: number,
  found: { readonly term: Term; readonly length: number }
): number | undefined {
  if (found.term.kind !== "reference") return undefined;
  for (let length = 2; length < found.length; length++) {
    const shorter = longestTermAt(key.slice(0, at + length), at);
    const next = longestTermAt(key, at + length);
    const isLonger = next?.term.kind === "indicator" && length + next.length > found.length;
    if (shorter?.term.kind === "reference" && shorter.length === length && isLonger) return length;
  }
  return undefined;
}

function mayStand(
  key: string,
  at: number,
  length: number,
  previous: Token | undefined,
  pending: string
): boolean {
  if (length > 1) return !opensName(key, at, length);
  const letter = key.charAt(at);
  if (MARKERS.has(letter) && !isOpening(key, at)) return false;
  if (MARKERS.has(letter)) return letter === "占" || letter === "±" || pending === "";
  const isAlone =
    (at === 0 || BREAKS.test(key.charAt(at - 1))) &&
    (at + 1 === key.length || BREAKS.test(key.charAt(at + 1)));
  return (
    isAlone ||
    (pending === "" &&
      previous !== undefined &&
      previous.kind !== "unknown" &&
      at + 1 >= key.length)
  );
}

/** 高加工度工业, 低碳产业 and 比例 are words of their own: 高 compares only with what follows it as a whole, a number or nothing. */
function isOpening(key: string, at: number): boolean {
  const letter = key.charAt(at);
  const rest = key.slice(at + 1);
  if (letter === "比") return !/^(?:例|率|较|值)/u.test(rest);
  if (letter !== "高" && letter !== "低") return true;
  return rest === "" || BREAKS.test(rest.charAt(0)) || /^[\d全各市省国]/u.test(rest);
}

/** A unit stands in brackets, in a list in brackets, or at the end; % and ‰ stand anywhere. */
function unitAt(key: string, at: number): Token | undefined {
  const letter = key.charAt(at);
  if (letter === "%" || letter === "‰") {
    const unit = findUnit(letter);
    return unit === undefined ? undefined : { kind: "unit", unit, text: letter };
  }
  const rest = /^[^()、,，;:]+/u.exec(key.slice(at))?.[0] ?? "";
  const after = key.charAt(at + rest.length);
  if (after !== "" && after !== ")" && !/[、,，;]/u.test(after)) return undefined;
  const unit = findUnit(rest);
  if (unit === undefined) return undefined;
  const isBracketed = at > 0 && /[(、,，;:]/u.test(key.charAt(at - 1));
  // 单个 letters at the end of an unbracketed header are too weak a sign: 年产值 does not end in a unit, 增加值亿元 does.
  if (!isBracketed && rest.length < 2) return undefined;
  return { kind: "unit", unit, text: rest };
}

/** A number in a bracket, 占全市(177.53亿元)比重, or with its unit right behind the whole it is of, 与全市-7.8%比. */
function numberAt(
  key: string,
  at: number,
  previous: Token | undefined,
  pending: string
): Token | undefined {
  if (pending !== "" && /[\dA-Z]$/u.test(pending)) return undefined;
  HEADER_NUMBER.lastIndex = at;
  const match = HEADER_NUMBER.exec(key);
  if (match?.[1] === undefined) return undefined;
  const unit = match[2] === undefined ? null : (findUnit(match[2]) ?? null);
  const isBehind = previous?.kind === "reference" && unit !== null && /^[:为]?$/u.test(pending);
  if (key.charAt(at - 1) !== "(" && !isBehind) return undefined;
  const value = Number(match[1]);
  const decimals = (match[1].split(".")[1] ?? "").length;
  return {
    kind: "number",
    stated: {
      value,
      decimals: Math.max(decimals, countDecimals(value)),
      origin: "typed",
      precision: "stated",
    },
    unit,
    text: match[0],
  };
}
