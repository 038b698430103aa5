import { findUnit } from "../../../catalog/units.ts";
import type { Unit } from "../../../model/unit.ts";

const SCALES: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["百亿", 1e10],
  ["千亿", 1e11],
  ["千万", 1e7],
  ["百万", 1e6],
  ["十万", 1e5],
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1e3],
  ["百", 1e2],
  ["", 1],
];

type Base = readonly [words: string, family: Unit["family"], factor: number];

/** What numbers of a report are counted in, longest first. Counted things of any kind are one family. */
const BASES: readonly Base[] = [
  ["个百分点|百分点|个点(?!位)|pct|PCT", "points", 1],
  ["%", "rate", 1],
  ["‰", "rate", 0.1],
  [
    "微克/立方米|毫克/立方米|公斤/亩|万元/亩|亿元/平方公里|万元/人|吨标准煤/万元|千瓦时/万元|元/亩|元/人|元/户|元/平方公里|元/平方米|元/吨",
    "intensity",
    1,
  ],
  ["美元", "foreign-money", 1],
  ["元人民币|元|块钱", "money", 1],
  ["平方公里|平方千米", "floor", 1e6],
  ["平方米|平米|㎡|m2|M2", "floor", 1],
  ["公顷", "land", 15],
  ["亩", "land", 1],
  ["吨标准煤|吨标煤", "other", 1],
  ["吨公里|人公里|公里|千米|立方米|标箱|TEU|公斤|千克|工作日|港元|欧元|日元|吨", "other", 1],
  ["千瓦时|度(?!假)|kWh|KWH", "energy", 1],
  ["千瓦", "power", 1],
  ["倍", "rate", 100],
  ["成(?![立为效果本员品长功都就])", "rate", 10],
  ["番", "other", 1],
  ["个?位次|位(?![于置数居列])|名(?![义单额牌])", "rank", 1],
  ["分(?![别局公管之类布为项行])", "score", 1],
  [
    "人次|家次|台套|台\\(套\\)|批次|班次|场次|人(?![均才民大力工事])|户|家|项|个|件|宗|次|台|套|辆|所|处|座|场|支|名|块|条|起|例|批|笔|份|只|头|种(?!植|类|子|业|养)|羽|株|匹|列(?![入为统全第举出车示席])|艘|架|部|篇|期|款|类|张|间|幢|栋|门|村|镇|县|市|省|区|国",
    "count",
    1,
  ],
];

const BASE_PATTERNS = BASES.map(
  ([words, family, factor]) => [new RegExp(`(?:${words})`, "uy"), family, factor] as const
);

export interface UnitReading {
  readonly unit: Unit;
  /** Letters from the end of the digits, 余 and 多 among them. */
  readonly length: number;
  /** 余 · 多: a little more than the number. */
  readonly hasMore: boolean;
}

const MORE = "余多来";

function isMoreAt(text: string, at: number): boolean {
  return at < text.length && MORE.includes(text.charAt(at)) && text.charAt(at + 1) !== "为";
}

const COUNT: Unit = { name: "个", family: "count", factor: 1 };

const NO_SCALE = ["", 1] as const;
const BEGINS_SCALE = new Set(SCALES.flatMap(([word]) => (word === "" ? [] : [word.charCodeAt(0)])));

function scaleAt(text: string, at: number): readonly [string, number] {
  if (!BEGINS_SCALE.has(text.charCodeAt(at))) return NO_SCALE;
  return SCALES.find(([word]) => text.startsWith(word, at)) ?? NO_SCALE;
}

/** Units by their names: as many as the words above make, and every number of a draft has one of them. */
const UNITS = new Map<string, Unit>();

function unitOf(name: string, family: Unit["family"], factor: number): Unit {
  const made = UNITS.get(name);
  if (made !== undefined) return made;
  const known = family === "count" ? undefined : findUnit(name.toUpperCase());
  const unit = known ?? { name, family, factor };
  UNITS.set(name, unit);
  return unit;
}

/** The unit that stands at a place behind a number: 亿元, 余万户, 个百分点; undefined where none does. */
export function readUnit(text: string, at: number): UnitReading | undefined {
  const moreBefore = isMoreAt(text, at);
  let place = at + (moreBefore ? 1 : 0);
  const [word, scale] = scaleAt(text, place);
  place += word.length;
  const moreBehind = !moreBefore && word !== "" && isMoreAt(text, place);
  if (moreBehind) place += 1;
  const hasMore = moreBefore || moreBehind;
  for (const [pattern, family, factor] of BASE_PATTERNS) {
    pattern.lastIndex = place;
    if (!pattern.test(text)) continue;
    const end = pattern.lastIndex;
    const unit = unitOf(`${word}${text.slice(place, end)}`, family, factor * scale);
    return { unit, length: end - at, hasMore };
  }
  if (scale >= 1e4) {
    const unit: Unit = { name: `${word}元`, family: "money", factor: scale };
    return { unit, length: place - at, hasMore };
  }
  return hasMore ? { unit: COUNT, length: place - at, hasMore } : undefined;
}
