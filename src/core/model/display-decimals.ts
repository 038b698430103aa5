/**
 * Places a number format shows: "0.00" → 2, "0.0%" → 1, "#,##0" → 0; undefined where the format fixes none (General, @, dates).
 * The first section speaks; quoted text and escaped characters are no digits.
 */
export function displayDecimals(numberFormat: string): number | undefined {
  const section = numberFormat
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/[_*]./g, "")
    .replace(/\[[^\]]*\]/g, "")
    .split(";")[0];
  if (section === undefined || !/[0#?]/.test(section)) return undefined;
  if (/[ymdhs]/i.test(section) || /E[+-]/i.test(section)) return undefined;
  const fraction = /\.([0#?]*)/.exec(section);
  return fraction?.[1] === undefined ? 0 : fraction[1].length;
}
