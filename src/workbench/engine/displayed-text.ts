import { numfmt } from "@univerjs/core";

import type { CellValue } from "../../core/index.ts";
import { isCellError } from "../../core/index.ts";

/** Excel shows at most eleven characters of a number under General; the wire wants what fits a wide column. */
const GENERAL = "General";

/** A cell as it is displayed, in a column wide enough for it. */
export function displayText(value: CellValue, numberFormat: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  try {
    return numfmt.format(toFormatCode(numberFormat), value, { throws: true, nbsp: false });
  } catch {
    // A format code the library does not know, or a date before 1900: the plain value, rather than nothing.
    return String(value);
  }
}

/** Excel's `!x` (show x as it is; written by Chinese versions: 0!.0,"万") is `\x` in the library. */
function toFormatCode(numberFormat: string): string {
  if (numberFormat === "" || numberFormat === GENERAL) return GENERAL;
  return numberFormat.replaceAll(/"[^"]*"|!(.)/g, (whole: string, shown: string | undefined) =>
    shown === undefined ? whole : `\\${shown}`
  );
}
