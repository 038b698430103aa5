/** Which columns of a list of projects hold names, and whether a table is such a list. */

import { normaliseText } from "../catalog/normalise.ts";
import { cellIn } from "./grid.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { NameColumns } from "./name-columns.ts";
import type { Region } from "./region.ts";
import type { Words } from "./words.ts";

/** Heads of the column that names the projects or firms of a list. */
const PROJECT_HEADS =
  /^(?:(?:重点|建设|开工|在建|签约|投产|新建|续建|产业|工业|技改|招商|引进)*项目名称|项目|重点项目|企业名称|公司名称|企业|公司)$/u;
/** Heads of the column that says in which zone a project lies. */
const ZONE_HEADS =
  /^(?:所属|所在|落地|建设|申报|责任)?(?:开发区|园区|开发区名称|园区名称|县区|县市区|县\(市、区\)|地区|区域|辖区|单位|责任单位|填报单位)$/u;

/**
 * The columns of a list of projects: 序号 | 开发区 | 项目名称 | … A project is the subject of its row; its zone stands in
 * a column of its own, often merged downwards, or in a heading over its projects. undefined where it is no such list.
 */
export function findProjectColumns(
  region: Region,
  paths: readonly HeaderPath[],
  words: Words
): NameColumns | undefined {
  const heads = paths.filter((path) => path.isOwn);
  const named = heads.find(({ texts }) => {
    const key = normaliseText(texts.at(-1) ?? "");
    return PROJECT_HEADS.test(key) && (key !== "项目" || isList(heads));
  });
  if (named === undefined) return undefined;
  const names = region.data.flatMap((row) => cellIn(row, named.column) ?? []).slice(0, 200);
  const known = names.filter((cell) => words(cell.text).hasIndicator);
  const isOfNames = names.length > 0 && names.every((cell) => cell.kind === "text");
  if (!isOfNames || known.length >= names.length * 0.6) return undefined;
  const zone = heads.find(
    ({ column, texts }) =>
      column !== named.column &&
      ZONE_HEADS.test(normaliseText(texts.at(-1) ?? "")) &&
      region.data.some((row) => cellIn(row, column)?.kind === "text")
  );
  const all = new Set<number>([named.column]);
  if (zone !== undefined) all.add(zone.column);
  for (const path of heads) {
    const isSerial = path.texts.every((text) => /^(?:序号|编号|项目编号|项目代码)$/u.test(text));
    if (isSerial || isOfText(region, path.column)) all.add(path.column);
  }
  return {
    names: "projects",
    column: named.column,
    unitColumn: null,
    measureColumn: null,
    groupColumn: zone?.column ?? null,
    isOfCategories: false,
    all,
  };
}

/** 建设内容, 建设性质, 建设年限 stand beside a head that may name anything. */
function isList(heads: readonly HeaderPath[]): boolean {
  return heads.some(({ texts }) =>
    /^(?:主要)?建设(?:内容|规模|性质|年限|地点|单位|内容及规模)|形象进度/u.test(
      normaliseText(texts.at(-1) ?? "")
    )
  );
}

/** 新建2条生产线, 2022-2024, 主体完工80%: words, whatever numbers stand in them. */
function isOfText(region: Region, column: number): boolean {
  const cells = region.data.flatMap((row) => cellIn(row, column) ?? []);
  return (
    cells.length > 0 &&
    cells.every((cell) => cell.kind === "text" && /\p{Script=Han}{2}|\d{4}/u.test(cell.text))
  );
}
