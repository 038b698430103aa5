import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { recogniseIndicator } from "../catalog/recognise.ts";
import { isZoneLabel } from "../catalog/zones.ts";
import { cellIn } from "./grid.ts";
import type { Region } from "./region.ts";
import { isCategoryHead } from "./category-heads.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";

/** Whether a column of names lists kinds of things, none of which is a zone. */
export function listsCategories(region: Region, column: number, heads: readonly string[]): boolean {
  const names = region.data.flatMap((row) => {
    const cell = cellIn(row, column);
    return cell?.kind === "text" ? [normaliseText(cleanLabel(cell.text))] : [];
  });
  const isOfKinds =
    heads.some(isCategoryHead) ||
    (heads.length === 0 &&
      names.filter((name) => KINDS.test(name)).length >= FEWEST_KINDS &&
      !names.some((name) => AMOUNT.test(name)));
  return isOfKinds && !names.some(isZone);
}

/** 国内生产总值 over 工业: the rows are indicators. */
const AMOUNT = /总值|产值|产出|收入|投资|增加值/u;
/** What is divided in bulletins where the column of names has no head: 工业, 房地产, 基础设施, 其他. */
const KINDS =
  /^(?:工业|农业|建筑业|服务业|制造业|采矿业|房地产(?:业|开发)?|基础设施|民生|其他|国有(?:控股|企业)?|民营(?:企业)?|外资(?:企业)?|港澳台.*|新建(?:项目)?|续建(?:项目)?|批发和?零售业?|住宿和?餐饮业?|金融业|大型企业|中型企业|小型企业|微型企业)$/u;
/** 工业 and 农业 alone may be the kinds of the zones. */
const FEWEST_KINDS = 3;

function isZone(name: string): boolean {
  return isZoneLabel(name) && !/类|级/u.test(name) && !/^全[市省区国]/u.test(name);
}

/** 工业, 省级, 服务业 among kinds of things are kinds, where among zones they would add some of these up. */
export function readCategoryLabel(text: string): RowLabel {
  const read = readRowLabel(text, null);
  const isSum = /(?:[合总小共]计|汇总|总数)(?:\([^)]*\))?$/u.test(normaliseText(read.label));
  const isPlain = read.role === "zone" || read.role === "part";
  // 全市开发区 over its kinds is all of them.
  const isWhole = /^全[市省区县国]/u.test(normaliseText(read.label));
  if (read.role === "average" || isSum || isWhole) return read;
  const name = isPlain ? read.name : cleanLabel(text);
  return {
    ...read,
    role: read.role === "part" ? "part" : "zone",
    name,
    kind: null,
    reference: null,
    // 规上工业总产值 over its industries: the whole, where it adds them up.
    isUndecided: read.role !== "part" && recogniseIndicator(text) !== undefined,
    isKindOfThing: true,
  };
}
