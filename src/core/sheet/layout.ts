import type { Sheet } from "../workbook/book.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { NameColumns } from "./name-columns.ts";
import type { Region } from "./region.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Words } from "./words.ts";

/** A region and what has been found out about it. */
export interface Layout {
  readonly sheet: Sheet;
  readonly region: Region;
  readonly paths: readonly HeaderPath[];
  readonly names: NameColumns;
  readonly surroundings: Surroundings;
  readonly words: Words;
  /** Notes of the sheet, as printed. */
  readonly notes: readonly string[];
}
