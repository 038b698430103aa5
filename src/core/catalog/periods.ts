import type { Period } from "../model/period.ts";
import { matchesOf } from "./matches.ts";
import { normaliseText } from "./normalise.ts";

/** A period found in a text, and where. `isLastYear` — 上年1-6月: the year before the one the text speaks of. */
export interface PeriodMatch {
  readonly period: Period;
  readonly isLastYear: boolean;
  /** 2024年底, 2023年末: the day on which a year closes. */
  readonly isYearEnd: boolean;
  /** Place in the normalised text. */
  readonly start: number;
  readonly end: number;
}

const DIGITS = "〇一二三四五六七八九";
/** Zeros as they are typed: 二○二三, 二零二三. */
const ZEROS = /[零○◯]/u;
const YEAR =
  "(?:(?<year>(?:19|20)\\d{2}|\\d{2}(?=年)|[二一][〇零○◯一二三四五六七八九]{3})年?度?|(?<thisYear>今年|本年|当年)|(?<lastYear>上年|去年))?";
const MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])";
const QUARTER = "(?:[一二三四1-4])";

interface Shape {
  readonly pattern: RegExp;
  readonly toPeriod: (
    groups: Readonly<Record<string, string | undefined>>,
    year: number | null
  ) => Period | undefined;
}

function shape(body: string, toPeriod: Shape["toPeriod"]): Shape {
  return { pattern: new RegExp(YEAR + body, "gu"), toPeriod };
}

const cumulative = (year: number | null, months: number): Period => ({
  kind: "cumulative",
  year,
  months,
});

/** Tried in this order; at one place the longest match wins, among equals the first. */
const SHAPES: readonly Shape[] = [
  shape(`(?:截[至止]|至)?(?<m>${MONTH})月份?(?:底|末)`, (g, year) => ({
    kind: "stock",
    year,
    month: toMonth(g["m"]),
  })),
  shape(`(?:截[至止])(?<m>${MONTH})月份?(?:\\d{1,2}日)?`, (g, year) => ({
    kind: "stock",
    year,
    month: toMonth(g["m"]),
  })),
  shape(`(?:截[至止])?(?<m>${MONTH})月\\d{1,2}日`, (g, year) => ({
    kind: "stock",
    year,
    month: toMonth(g["m"]),
  })),
  shape(
    `(?:1|一|元|01)月?(?:份)?[-至到](?:(?:19|20)\\d{2}年)?(?<m>${MONTH})月份?[底末]?`,
    (g, year) => cumulative(year, toMonth(g["m"]))
  ),
  // 2025年1月1日-10月31日: the months from January on.
  shape(
    `(?:1|01|一)月(?:0?1|一)日[-至到](?:(?:19|20)\\d{2}年)?(?<m>${MONTH})月(?:2[89]|3[01]|[二三]十[一九八]?)日`,
    (g, year) => cumulative(year, toMonth(g["m"]))
  ),
  shape(`(?<m>${MONTH})月份?(?:末|止)?累计`, (g, year) => cumulative(year, toMonth(g["m"]))),
  shape("4-6月份?", (_, year) => ({ kind: "quarter", year, quarter: 2 })),
  shape("7-9月份?", (_, year) => ({ kind: "quarter", year, quarter: 3 })),
  shape("10-12月份?", (_, year) => ({ kind: "quarter", year, quarter: 4 })),
  shape(`[前头首](?<m>${MONTH}|两)个?月`, (g, year) => cumulative(year, toMonth(g["m"]))),
  shape("[前1-]{1,2}?[两二2]个?季度", (_, year) => cumulative(year, 6)),
  shape("上半年", (_, year) => cumulative(year, 6)),
  shape("下半年", (_, year) => ({ kind: "second-half", year })),
  shape("(?:截[至止])?(?<q>[一二三四1-4])季度(?:累计|末|底)", (g, year) =>
    cumulative(year, toQuarter(g["q"]) * 3)
  ),
  shape("[前1-]{1,2}?(?<q>[三3])季度", (g, year) => cumulative(year, toQuarter(g["q"]) * 3)),
  shape("1-(?<q>[2-4])季度", (g, year) => cumulative(year, toQuarter(g["q"]) * 3)),
  shape("(?:一季度|1季度|首季|第一季度|Q1)", (_, year) => cumulative(year, 3)),
  shape("(?:H1)", (_, year) => cumulative(year, 6)),
  shape(`第?(?<q>${QUARTER})季度(?:当季)?`, (g, year) => ({
    kind: "quarter",
    year,
    quarter: toQuarter(g["q"]),
  })),
  shape("Q(?<q>[2-4])", (g, year) => ({ kind: "quarter", year, quarter: toQuarter(g["q"]) })),
  shape("(?:全年|1-12月份?)", (_, year) =>
    year === null ? cumulative(null, 12) : { kind: "year", year }
  ),
  shape(`(?<m>${MONTH})月份?(?:当月)?(?!\\d*日)`, (g, year) => ({
    kind: "month",
    year,
    month: toMonth(g["m"]),
  })),
];

/** 2023.1-6, 2023.01-06, 2023.01-2023.06: months as numbers. */
const NUMERIC_RANGE =
  /(?<year>20\d{2})[./](?:0?1)[-至到](?:20\d{2}[./])?(?<m>1[0-2]|0?[1-9])(?![\d月])/gu;
const NUMERIC_MONTH =
  /(?<year>20\d{2})[.\-/](?<m>1[0-2]|0?[1-9])(?:[./-]\d{1,2})?(?!\d)|(?<year2>20\d{2})(?<m2>0[1-9]|1[0-2])(?!\d)/gu;
const BARE_YEAR =
  /(?<year>(?:19|20)\d{2})年(?:度|底|末)?|(?<year2>(?:19|20)\d{2})(?!\d)|(?<cn>[二][〇零○◯][〇零○◯一二三四五六七八九]{2})年度?|^(?<year3>2\d)年(?:度|底|末)?(?![\d内来间])/gu;
const HALF_YEAR = /下?半年/gu;

const MAY_HOLD_PERIOD = /[月季年]|[HQ]\d|(?:19|20)\d\d|[二一][〇零○◯]/u;

function toMonth(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^\d+$/u.test(text)) return Number(text);
  if (text === "元") return 1;
  if (text === "两") return 2;
  if (text.startsWith("十")) return 10 + Math.max(0, DIGITS.indexOf(text.charAt(1) || "〇"));
  return DIGITS.indexOf(text);
}

function toQuarter(text: string | undefined): 1 | 2 | 3 | 4 {
  const quarter = toMonth(text);
  return quarter === 1 || quarter === 2 || quarter === 3 ? quarter : 4;
}

function toYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^\d{4}$/u.test(text)) return Number(text);
  if (/^\d{2}$/u.test(text)) return 2000 + Number(text);
  const digits = Array.from(text, (digit) => (ZEROS.test(digit) ? 0 : DIGITS.indexOf(digit)));
  return Number(digits.join(""));
}

/** Every period in a text that is already normalised, in reading order, none overlapping another. */
export function findPeriods(key: string): readonly PeriodMatch[] {
  if (!MAY_HOLD_PERIOD.test(key)) return [];
  const found: PeriodMatch[] = [];
  // Digits before a match belong to another number: 2023 in 12023 is no year.
  const isTorn = (match: RegExpMatchArray): boolean =>
    /^\d/u.test(match[0]) && /\d/u.test(key.charAt((match.index ?? 0) - 1));
  const push = (match: RegExpMatchArray, period: Period | undefined, isLastYear: boolean): void => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (period === undefined || found.some((other) => start < other.end && other.start < end))
      return;
    const isYearEnd = period.kind === "year" && /[底末]$/u.test(match[0]);
    found.push({ period, isLastYear, isYearEnd, start, end });
  };
  const candidates = SHAPES.flatMap(({ pattern, toPeriod }) =>
    matchesOf(key, pattern).map((match) => ({ match, toPeriod }))
  ).sort((a, b) => a.match.index - b.match.index || b.match[0].length - a.match[0].length);
  for (const { match, toPeriod } of candidates) {
    const groups = match.groups ?? {};
    const year = groups["year"]?.length === 2 && isTorn(match) ? null : toYear(groups["year"]);
    push(match, toPeriod(groups, year), groups["lastYear"] !== undefined);
  }
  for (const match of matchesOf(key, NUMERIC_RANGE)) {
    if (isTorn(match)) continue;
    push(match, cumulative(toYear(match.groups?.["year"]), toMonth(match.groups?.["m"])), false);
  }
  for (const match of matchesOf(key, NUMERIC_MONTH)) {
    if (isTorn(match)) continue;
    const year = toYear(match.groups?.["year"] ?? match.groups?.["year2"]);
    push(
      match,
      { kind: "month", year, month: Number(match.groups?.["m"] ?? match.groups?.["m2"]) },
      false
    );
  }
  for (const match of matchesOf(key, BARE_YEAR)) {
    if (isTorn(match)) continue;
    const year = toYear(
      match.groups?.["year"] ??
        match.groups?.["year2"] ??
        match.groups?.["year3"] ??
        match.groups?.["cn"]
    );
    if (year !== null) push(match, { kind: "year", year }, false);
  }
  for (const match of matchesOf(key, HALF_YEAR)) {
    if (match[0] === "半年") push(match, cumulative(null, 6), false);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The period a text speaks of: 2023年1—6月 → 2023-01..06, 截至6月底 → ????-06-end, 一季度 → ????-01..03.
 * Of several the most precise is taken: one with months before a bare year, which then lends its year.
 */
export function parsePeriod(text: string): Period | undefined {
  const key = normaliseText(text);
  const matches = findPeriods(key).filter((match) => !match.isLastYear);
  const isPrecise = ({ period }: PeriodMatch): boolean => period.kind !== "year";
  // 决战四季度(截至2025年9月): the day up to which it tells, not the time that it speaks of.
  const precise =
    matches.find(
      (match) =>
        isPrecise(match) &&
        match.period.year !== null &&
        /截[至止]$/u.test(key.slice(0, match.start))
    ) ?? matches.find(isPrecise);
  const year = laterOf(
    key,
    matches.filter((match) => match.period.kind === "year")
  );
  if (precise === undefined) return year?.period;
  if (
    precise.period.year === null &&
    year?.period.kind === "year" &&
    precise.period.kind !== "year"
  ) {
    return { ...precise.period, year: year.period.year };
  }
  return precise.period;
}

/** 2023-2024年 and 2023年、2024年 tell of two years, the later of which is the one reported; of others the first. */
function laterOf(key: string, [first, second]: readonly PeriodMatch[]): PeriodMatch | undefined {
  if (first?.period.kind !== "year" || second?.period.kind !== "year") return first;
  const isList = /^[-至、和与]$/u.test(key.slice(first.end, second.start));
  return isList && second.period.year > first.period.year ? second : first;
}

/** A period whose year is not known, in the year given. */
export function withYear(period: Period, year: number | null): Period {
  if (period.kind === "year" || period.year !== null || year === null) return period;
  return { ...period, year };
}
