import type { Locale, Period } from "../core/index.ts";

/** 2023年1-6月, Jan–Jun 2023. A year that is not known is left out. */
export function wordPeriod(period: Period, locale: Locale): string {
  return locale === "zh-CN" ? inChinese(period) : inEnglish(period);
}

function inChinese(period: Period): string {
  const year = period.year === null ? "" : `${period.year}年`;
  switch (period.kind) {
    case "cumulative":
      return period.months === 1 ? `${year}1月` : `${year}1-${period.months}月`;
    case "month":
      return `${year}${period.month}月`;
    case "quarter":
      return `${year}${["一", "二", "三", "四"][period.quarter - 1] ?? ""}季度`;
    case "stock":
      return `${year}${period.month}月底`;
    case "year":
      return `${year}全年`;
  }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function inEnglish(period: Period): string {
  const month = (number: number): string => MONTHS[number - 1] ?? "";
  const year = period.year === null ? "" : ` ${period.year}`;
  switch (period.kind) {
    case "cumulative":
      return period.months === 1 ? `Jan${year}` : `Jan–${month(period.months)}${year}`;
    case "month":
      return `${month(period.month)}${year}`;
    case "quarter":
      return `Q${period.quarter}${year}`;
    case "stock":
      return `end of ${month(period.month)}${year}`;
    case "year":
      return `year${year}`;
  }
}
