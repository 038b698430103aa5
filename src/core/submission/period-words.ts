import type { Locale } from "../findings/locale.ts";
import type { Period } from "../model/period.ts";

/** A period as a heading has it: 2023年1-6月, 2023年6月底; a year that is not known is left out. */
export function formatPeriodWords(period: Period, locale: Locale): string {
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
    case "second-half":
      return `${year}下半年`;
    case "stock":
      return `${year}${period.month}月底`;
    case "year":
      return year;
  }
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function inEnglish(period: Period): string {
  const year = period.year === null ? "" : ` ${period.year}`;
  const month = (number: number): string => MONTHS[number - 1] ?? String(number);
  switch (period.kind) {
    case "cumulative":
      return period.months === 1 ? `Jan${year}` : `Jan–${month(period.months)}${year}`;
    case "month":
      return `${month(period.month)}${year}`;
    case "quarter":
      return `Q${period.quarter}${year}`;
    case "second-half":
      return `second half${year}`;
    case "stock":
      return `end of ${month(period.month)}${year}`;
    case "year":
      return year.trim();
  }
}
