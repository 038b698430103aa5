import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { isZoneLabel } from "../catalog/zones.ts";
import { cellIn } from "./grid.ts";
import type { Region } from "./regions.ts";
import { isCategoryHead } from "./category-heads.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";

/** Whether a column of names lists kinds of things, none of which is a zone. */
export function listsCategories(region: Region, column: number, heads: readonly string[]): boolean {
  if (!heads.some(isCategoryHead)) return false;
  return !region.data.some((row) => {
    const cell = cellIn(row, column);
    return cell?.kind === "text" && isZoneLabel(cell.text) && !/类|级/u.test(cell.text);
  });
}

/** 工业, 省级, 服务业 among kinds of things are kinds, where among zones they would add some of these up. */
export function readCategoryLabel(text: string): RowLabel {
  const read = readRowLabel(text, null);
  const isSum = /(?:[合总小共]计|汇总|总数)(?:\([^)]*\))?$/u.test(normaliseText(read.label));
  const isPlain = read.role === "zone" || read.role === "part";
  if (read.role === "average" || isSum) return read;
  const name = isPlain ? read.name : cleanLabel(text);
  return {
    ...read,
    role: read.role === "part" ? "part" : "zone",
    name,
    kind: null,
    reference: null,
    isUndecided: false,
  };
}
