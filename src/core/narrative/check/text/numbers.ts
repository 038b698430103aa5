import { matchesOf } from "../../../catalog/matches.ts";
import type { Unit } from "../../../model/unit.ts";
import type { Mask } from "./not-claims.ts";
import { findMasks } from "./not-claims.ts";
import { readUnit } from "./text-unit.ts";

/** A number of a paragraph, with its sign and unit. Places are letters of the clean text. */
export interface TextNumber {
  readonly start: number;
  /** Behind the digits. */
  readonly digitsEnd: number;
  /** Behind the unit. */
  readonly end: number;
  /** With its printed sign. */
  readonly value: number;
  readonly decimals: number;
  readonly unit: Unit | null;
  /** 50余个, 5万多户. */
  readonly hasMore: boolean;
  /** The other end of a range, 5%-8%; null for a single number. */
  readonly high: number | null;
}

const DIGITS = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)?/gu;

/** Chinese numerals that are numbers of a report: 三成, 两倍, 一番, 三分之一, 超过半数. */
const WORDS =
  /(?:(?<part>[一二三四五六七八])分之(?<whole>[一二三])|(?<n>[一二两三四五六七八九十])(?<half>半)?(?=成(?![立为效果本员])|倍|番)|(?<most>半数)(?![量据字]))/gu;
const NUMERALS = "〇一二三四五六七八九十";

/** Every number of one paragraph that is no date, ordinal, head or name, in reading order. */
export function findNumbers(paragraph: string, offset: number): readonly TextNumber[] {
  const masks = findMasks(paragraph);
  const found: TextNumber[] = [];
  let mask = 0;
  for (const match of matchesOf(paragraph, DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    while (mask < masks.length && (masks[mask]?.end ?? 0) <= start) mask += 1;
    if (isMasked(masks, mask, start, end)) continue;
    const last = found.at(-1);
    const number = readNumber(paragraph, match[0], start, end, offset);
    if (last !== undefined && joinsRange(paragraph, last, number, offset)) {
      found[found.length - 1] = joined(last, number);
    } else found.push(number);
  }
  for (const match of matchesOf(paragraph, WORDS)) found.push(readWord(paragraph, match, offset));
  return withListUnits(
    paragraph,
    found.sort((a, b) => a.start - b.start),
    offset
  );
}

/** 分别高10.4、6.2、6.3个百分点: the unit at the end of a list is that of all its numbers. */
function withListUnits(
  paragraph: string,
  numbers: readonly TextNumber[],
  offset: number
): readonly TextNumber[] {
  const out = [...numbers];
  for (let i = out.length - 2; i >= 0; i--) {
    const [number, next] = [out[i], out[i + 1]];
    if (number === undefined || next === undefined || number.unit !== null || next.unit === null)
      continue;
    if (next.unit.family === "rank" || next.start - number.end > 6) continue;
    const between = paragraph.slice(number.end - offset, next.start - offset);
    if (/^(?:[、和与及]|以及|[,、]?全[国省市区县][)]?)$/u.test(between))
      out[i] = { ...number, unit: next.unit };
  }
  return out;
}

function isMasked(masks: readonly Mask[], from: number, start: number, end: number): boolean {
  for (let i = Math.max(0, from - 3); i < masks.length; i++) {
    const mask = masks[i];
    if (mask === undefined || mask.start >= end) return false;
    if (mask.start <= start && mask.end >= end) return true;
  }
  return false;
}

function readNumber(
  text: string,
  digits: string,
  start: number,
  end: number,
  offset: number
): TextNumber {
  const plain = digits.replaceAll(",", "");
  const sign = signBefore(text, start);
  const unit = isPointsBehind(text, plain, end) ? POINTS : readUnit(text, end);
  return {
    start: offset + start - (sign === null ? 0 : 1),
    digitsEnd: offset + end,
    end: offset + end + (unit?.length ?? 0),
    value: (sign === "-" ? -1 : 1) * Number(plain),
    decimals: plain.split(".")[1]?.length ?? 0,
    unit: unit?.unit ?? null,
    hasMore: unit?.hasMore ?? false,
    high: null,
  };
}

const POINTS = {
  unit: { name: "个百分点", family: "points", factor: 1 },
  length: 1,
  hasMore: false,
} as const;

/** 高于全市9.4个、全省3.6个百分点: the first 个 is short for 个百分点. */
function isPointsBehind(text: string, digits: string, end: number): boolean {
  if (text.charAt(end) !== "个" || text.startsWith("百分点", end + 1)) return false;
  return (
    digits.includes(".") ||
    /^个(?:[、和与及]|以及)[^,。;\d]{0,12}\d+(?:\.\d+)?个百分点/u.test(text.slice(end, end + 30))
  );
}

/** A stroke is a minus where no number, date or unit stands before it: (-7.8%), 增长-3%. */
function signBefore(text: string, start: number): "-" | "+" | null {
  const sign = text.charAt(start - 1);
  if (sign === "负") return /[正由]/u.test(text.charAt(start - 2)) ? null : "-";
  if (sign !== "-" && sign !== "+") return null;
  const before = text.charAt(start - 2);
  if (before === sign || /[\dA-Za-z%年月日号时期元个户家项]/u.test(before)) return null;
  return sign;
}

/** 5%-8%, 10-12个: two numbers between which one stroke stands, the first without a unit or with the same. */
function joinsRange(text: string, a: TextNumber, b: TextNumber, offset: number): boolean {
  if (a.high !== null || b.value < 0) return false;
  const between = text.slice(a.end - offset, b.start - offset);
  if (!/^(?:-|至|到)$/u.test(between)) return false;
  return a.unit === null || a.unit.family === b.unit?.family;
}

function joined(a: TextNumber, b: TextNumber): TextNumber {
  return {
    ...b,
    start: a.start,
    value: a.value,
    high: b.value,
    decimals: Math.max(a.decimals, b.decimals),
  };
}

function readWord(text: string, match: RegExpMatchArray, offset: number): TextNumber {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const { part, whole, n, half, most } = match.groups ?? {};
  if (most !== undefined || (part !== undefined && whole !== undefined)) {
    const value = most === undefined ? (numeral(whole ?? "") / numeral(part ?? "")) * 100 : 50;
    const unit: Unit = { name: "%", family: "rate", factor: 1 };
    return {
      start: offset + start,
      digitsEnd: offset + end,
      end: offset + end,
      value,
      decimals: 0,
      unit,
      hasMore: false,
      high: null,
    };
  }
  const unit = readUnit(text, end);
  return {
    start: offset + start,
    digitsEnd: offset + end,
    end: offset + end + (unit?.length ?? 0),
    value: numeral(n ?? "") + (half === undefined ? 0 : 0.5),
    decimals: half === undefined ? 0 : 1,
    unit: unit?.unit ?? null,
    hasMore: unit?.hasMore ?? false,
    high: null,
  };
}

function numeral(letter: string): number {
  return letter === "两" ? 2 : NUMERALS.indexOf(letter);
}
