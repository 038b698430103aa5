import { normaliseText } from "../catalog/normalise.ts";
import { recogniseUnit } from "../catalog/units.ts";
import { toDecimal } from "../model/decimal.ts";
import type { Measure } from "../model/measure.ts";
import type { MissingReason } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { reasonFor } from "./no-number.ts";

/** A text in a number cell: a number it reads as, no value for a reason, or nothing that reads as exactly one number. */
export type TextReading =
  | { readonly kind: "number"; readonly value: number; readonly decimals: number }
  | { readonly kind: "missing"; readonly reason: MissingReason }
  | { readonly kind: "unreadable"; readonly nearest: number | null };

const RISING = "增长|上升|提高|增加|上涨|比增|正增长|增|升|高于|高出|高|快于|快|超|加快|↑|▲";
const FALLING = "下降|减少|降低|下滑|负增长|回落|减|降|低于|低|慢于|慢|落后|差|欠|↓|▼";
const CHANGE = new RegExp(
  `^(?:同比)?(?:(${RISING})|(${FALLING}))了?(-?[\\d,.]+)(?:%|个?百分点|个点|位)?$`,
  "u"
);
const LEVEL = /^(?:[与和同较比][上去]年(?:同期)?|同比)?(?:基本持平|持平|平)$/u;
const FALLS = new RegExp(`(?:${FALLING})(?=\\d)`, "u");
/** Words of falling alone: 低于 and 差 in a remark (差额含跨区) say nothing of the number. */
const FALL = /下降|减少|降低|下滑|负|回落|降|减|↓|▼/u;
const PLAIN = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/u;
const APPROXIMATE = /约|左右|近|余|多|超|以上|以下|不足|逾|\+$|^[<>≤≥~]/u;

const CHANGES: ReadonlySet<Measure> = new Set([
  "growth",
  "growth-month",
  "growth-other",
  "difference",
  "rate-change",
  "gap",
  "pace-difference",
  "increase",
  "rank-change",
]);
const GROWTHS: ReadonlySet<Measure> = new Set(["growth", "growth-month", "growth-other", "fall"]);

function kindOf(measure: Measure): "growth" | "rank" | "level" {
  if (measure === "rank") return "rank";
  return GROWTHS.has(measure) ? "growth" : "level";
}

/** Reads the text of a cell in which a number is expected. `unit` is the unit of its column. */
export function readTextNumber(text: string, measure: Measure, unit: Unit | null): TextReading {
  if (/^\s*[…⋯.]{2,}\s*$|^\s*[…⋯]+\s*$/u.test(text))
    return { kind: "missing", reason: "negligible" };
  const key = normaliseText(text).replace(/^'/u, "");
  // A mark that is also a footnote sign (*, #) leaves nothing behind.
  if (key === "") return { kind: "missing", reason: text.trim() === "" ? "blank" : "declared" };
  const reason = reasonFor(key, kindOf(measure));
  if (reason !== undefined) return { kind: "missing", reason };
  return (
    readChange(key, measure) ??
    readPlain(text, key, measure, unit) ?? { kind: "unreadable", nearest: nearestOf(key, unit) }
  );
}

function readChange(key: string, measure: Measure): TextReading | undefined {
  if (!CHANGES.has(measure) && measure !== "fall") return undefined;
  // 基本持平 is 0 within half a point, which is what a 0 without decimals stands for.
  if (LEVEL.test(key) || key === "零增长") return { kind: "number", value: 0, decimals: 0 };
  if (GROWTHS.has(measure)) {
    const times = readTimes(key);
    if (times !== undefined) return times;
  }
  if (measure === "rank-change") return readRankChange(key);
  const match = CHANGE.exec(key);
  if (match?.[3] === undefined) return undefined;
  const number = parsePlain(match[3]);
  if (number === undefined) return undefined;
  const isFalling = match[2] !== undefined;
  if (number.value < 0) {
    // 增长-8.92% is −8.92, seen in real bulletins; 下降-17.92% says two things.
    return isFalling
      ? { kind: "unreadable", nearest: number.value }
      : { kind: "number", ...number };
  }
  const sign = isFalling === (measure === "fall") ? 1 : -1;
  return { kind: "number", value: sign * number.value || 0, decimals: number.decimals };
}

const DOUBLINGS = ["翻番", "翻一番", "增长一倍"];

/** 1.2倍 or 增长1.2倍 is a growth of 120 %, good to half a tenth of the base; 翻番 is one of 100, 翻两番 of 300. */
function readTimes(key: string): TextReading | undefined {
  if (DOUBLINGS.includes(key.replace(/^同比/u, "")))
    return { kind: "number", value: 100, decimals: -1 };
  if (/^翻[两2二]番$/u.test(key)) return { kind: "number", value: 300, decimals: -1 };
  const times = /^(?:同比)?(?:增长?)?(\d+(?:\.(\d+))?)倍$/u.exec(key);
  if (times?.[1] === undefined) return undefined;
  const value = toDecimal(Number(times[1])).times(100).toNumber();
  return { kind: "number", value, decimals: (times[2] ?? "").length - 2 };
}

/** ↑2, 升2位, 前移1位, 进2 and their opposites; 不变 is 0. */
function readRankChange(key: string): TextReading | undefined {
  if (/^(?:不变|持平|位次不变|未变|无变化)$/u.test(key))
    return { kind: "number", value: 0, decimals: 0 };
  const match =
    /^(?:位次)?(?:(↑|▲|上升|升|进|前移|前进|提升|\+)|(↓|▼|下降|降|退|后移|后退|-))了?(\d{1,3})(?:个?位次?|名)?$/u.exec(
      key
    );
  if (match?.[3] === undefined) return undefined;
  const value = Number(match[3]);
  return { kind: "number", value: (match[2] === undefined ? value : -value) || 0, decimals: 0 };
}

function readPlain(
  text: string,
  key: string,
  measure: Measure,
  unit: Unit | null
): TextReading | undefined {
  if (/\d[\s\u00A0\u3000]+\d/u.test(text.trim()) && !isGrouped(text)) return undefined;
  if (key === "零") return { kind: "number", value: 0, decimals: 0 };
  const bare = measure === "rank" ? (rankIn(key) ?? key) : withoutRemark(key);
  const signed = bare.replace(/^负(?=\d)/u, "-");
  const plain = parsePlain(isRevised(text) ? signed.replace(/R/u, "").replace("()", "") : signed);
  if (plain !== undefined) return { kind: "number", ...plain };
  const withUnit = /^([+-]?[\d,]*\.?\d+)(\D+)$/u.exec(signed);
  if (withUnit?.[1] === undefined || withUnit[2] === undefined) return undefined;
  const number = parsePlain(withUnit[1]);
  const written = recogniseUnit(withUnit[2]);
  if (number === undefined || written === undefined || unit === null) return undefined;
  return isSameUnit(written, unit) ? { kind: "number", ...number } : undefined;
}

const PLACES = "零一二三四五六七八九十";

/** 第3名, 并列2, 2(并列), 2/12, 第一, 首位. */
function rankIn(key: string): string | undefined {
  const digits = /^(?:并列)?第?(\d+)(?:位|名)?(?:\(并列\)|\/\d+)?$/u.exec(key)?.[1];
  if (digits !== undefined) return digits;
  if (/^首(?:位|名)$/u.test(key)) return "1";
  const word = /^(?:并列)?第([一二三四五六七八九十])(?:位|名)?$/u.exec(key)?.[1];
  return word === undefined ? undefined : String(PLACES.indexOf(word));
}

/**
 * 20.5(含跨区), 51.3%(超序时): one number with a remark behind it. What makes it another number or no exact one (3.2(下降),
 * 12(左右)) stays.
 */
function withoutRemark(key: string): string {
  const match = /^([+-]?[\d,]*\.?\d+%?)\(([\p{Script=Han}]{1,12})\)$/u.exec(key);
  if (match?.[1] === undefined || match[2] === undefined) return key;
  const isOther = APPROXIMATE.test(match[2].replace(/^超(?:序时|额)/u, "")) || FALL.test(match[2]);
  return isOther || recogniseUnit(match[2]) !== undefined ? key : match[1];
}

/** 5.0r, r5.0, 5.0(r): revised; a capital letter is a slip of the hand. */
function isRevised(text: string): boolean {
  return /^\s*r\s*[-\d]|\d\s*[(（]?\s*r\s*[)）]?\s*$/u.test(text);
}

function isSameUnit(written: Unit, unit: Unit): boolean {
  const isRate = (u: Unit): boolean => u.family === "rate" || u.family === "points";
  if (written.family === "count" && unit.family === "count") return written.factor === unit.factor;
  return (
    written.name === unit.name ||
    (isRate(written) && isRate(unit) && written.factor === unit.factor)
  );
}

/** Blanks that only group thousands: 1 234 567.8. */
function isGrouped(text: string): boolean {
  return /^[+\-−]?\d{1,3}(?:[\s\u00A0\u3000]\d{3})+(?:\.\d+)?$/u.test(
    text.trim().normalize("NFKC")
  );
}

function parsePlain(
  key: string
): { readonly value: number; readonly decimals: number } | undefined {
  if (!PLAIN.test(key) || !/\d/u.test(key)) return undefined;
  const digits = key.replaceAll(",", "").replace(/^\+/u, "");
  return { value: Number(digits) || 0, decimals: (digits.split(".")[1] ?? "").length };
}

/** What a text would read as, were it a number: the only number in it, in the unit of its column where it names another. */
function nearestOf(key: string, unit: Unit | null): number | null {
  if (!/\d/u.test(key)) return null;
  const bare = key
    .replace(/^负(?=\d)/u, "-")
    .replace(/^\((-?[\d.,]+)\)$/u, "-$1")
    .replace(/^△/u, "-");
  const commaForPoint = /^([+-]?\d+),(\d{1,2})$/u.exec(bare);
  if (commaForPoint !== null) return Number(`${commaForPoint[1] ?? ""}.${commaForPoint[2] ?? ""}`);
  const falls = FALLS.test(bare) && !APPROXIMATE.test(bare);
  const numbers = [...bare.matchAll(/[+-]?\d[\d,]*(?:\.\d+)?/gu)];
  const [first, second] = numbers;
  // 14.26(3) is a value with its rank; 12-15 and 第3季度5家 are two numbers, and none is nearer.
  if (first === undefined || (second !== undefined && !/^[+-]?[\d.]+\(/u.test(bare))) return null;
  const value = Number(first[0].replaceAll(",", "").replace(/^\+/u, ""));
  const after = bare.slice(first.index + first[0].length).replace(/[()余多左右以上下]/gu, "");
  const written = recogniseUnit(after);
  if (
    written !== undefined &&
    unit !== null &&
    written.family === unit.family &&
    written.factor !== unit.factor
  ) {
    return toDecimal(value).times(written.factor).div(unit.factor).toNumber();
  }
  return falls && value > 0 ? -value : value;
}
