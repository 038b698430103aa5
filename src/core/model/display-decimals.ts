/**
 * Places a number format shows: "0.00" → 2, "0.0%" → 1, "#,##0" → 0; undefined where the format fixes none (General, @, dates).
 * The first section speaks; quoted text and escaped characters are no digits.
 */
export function displayDecimals(numberFormat: string): number | undefined {
  const known = KNOWN.get(numberFormat);
  if (known !== undefined) return known.decimals;
  const decimals = readDecimals(numberFormat);
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(numberFormat, { decimals });
  return decimals;
}

/** A book has tens of formats and thousands of cells. */
const KNOWN = new Map<string, { readonly decimals: number | undefined }>();
const MOST_KNOWN = 1000;

function readDecimals(numberFormat: string): number | undefined {
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
