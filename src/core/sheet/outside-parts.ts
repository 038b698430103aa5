import type { IndicatorTable, Unrecognised } from "../model/table.ts";
import type { SheetReading } from "./sheet-reading.ts";

/**
 * The tables of a sheet, each with the parts of the sheet below it that could not be read: a second block that is no
 * table would be passed over in silence otherwise. Sums tried out under a table and seals say nothing that is missed.
 */
export function withOutsideParts({
  tables,
  unrecognised,
}: SheetReading): readonly IndicatorTable[] {
  const parts = unrecognised.filter(isMissed);
  if (parts.length === 0) return tables;
  return tables.map((table) => {
    const own = parts.filter((part) => ownerOf(part, tables) === table);
    return own.length === 0 ? table : { ...table, unrecognised: [...table.unrecognised, ...own] };
  });
}

function isMissed({ reason, text }: Unrecognised): boolean {
  if (reason !== "stray-cells" && reason !== "no-header") return true;
  return /\p{L}{2}/u.test(text) && /\d/u.test(text);
}

/** The table last above it, else the first of the sheet. */
function ownerOf(
  part: Unrecognised,
  tables: readonly IndicatorTable[]
): IndicatorTable | undefined {
  return tables.filter(({ area }) => area.row < part.area.row).at(-1) ?? tables[0];
}
