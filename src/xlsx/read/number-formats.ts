/**
 * Format codes that files name by number only (ECMA-376 part 1, 18.8.30), in the en-US notation Excel gives them in;
 * 27–36 and 50–58 are those of Chinese Excel.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;[Red]"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;[Red]"¥"\\-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "m/d/yyyy",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "m/d/yyyy h:mm",
  37: "#,##0_);(#,##0)",
  38: "#,##0_);[Red](#,##0)",
  39: "#,##0.00_);(#,##0.00)",
  40: "#,##0.00_);[Red](#,##0.00)",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
};

const DATE_YM = 'yyyy"年"m"月"';
const DATE_MD = 'm"月"d"日"';
const TIME_HM = '上午/下午h"时"mm"分"';
const TIME_HMS = '上午/下午h"时"mm"分"ss"秒"';

const EAST_ASIAN: Readonly<Record<number, string>> = {
  27: DATE_YM,
  28: DATE_MD,
  29: DATE_MD,
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: TIME_HM,
  35: TIME_HMS,
  36: DATE_YM,
  50: DATE_YM,
  51: DATE_MD,
  52: DATE_YM,
  53: DATE_MD,
  54: DATE_MD,
  55: TIME_HM,
  56: TIME_HMS,
  57: DATE_YM,
  58: DATE_MD,
};

/** The code of a format number; General where the number means nothing to us. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? EAST_ASIAN[id] ?? "General";
}

/** The number of a format code that needs no entry of its own in a file; only those that mean the same in every Excel. */
export function builtInFormatId(code: string): number | undefined {
  const found = Object.entries(BUILT_IN).find(
    ([id, each]) => each === code && isUniversal(Number(id))
  );
  return found === undefined ? undefined : Number(found[0]);
}

function isUniversal(id: number): boolean {
  return !(id >= 5 && id <= 8) && !(id >= 41 && id <= 44) && id !== 14 && id !== 22;
}

/** Whether a format shows a day of the calendar (a time alone is the same number in every date system). */
export function showsDate(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/General|AM\/PM|A\/P|E[+-]/gi, "");
  if (/[ydge]|a{3}/i.test(bare)) return true;
  return /m/i.test(bare) && !/[hs]/i.test(bare) && !/\[(?:h+|m+|s+)\]/i.test(code);
}
