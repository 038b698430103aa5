import { uncataloguedIndicator } from "../catalog/recognise.ts";
import { findCity } from "../catalog/zones.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Words } from "./words.ts";

const UNTELLING = /^(?:SHEET|工作表|表|TABLE)\d*$/u;
/** What a title says beside the thing itself. */
const AROUND =
  /^(?:[\p{Script=Han}]{2,4}省)?(?:各|全)?(?:市|省|县)?(?:各?县(?:市|区|\(市、区\))*|各?开发区|各?园区)*|(?:进展|推进|汇总|通报|明细|对比|对照|台账|月报|季报|年报|快报|调度|进度)?(?:情况)?(?:统计|汇总|一览|进度|调度)?表?$/gu;

/**
 * What a table is about whose headers name measures only (年度目标 | 完成 | 完成率): the words of its title that are no
 * period, place or measure, else those of the sheet's name. 2024年重点项目投资完成情况 → 重点项目投资.
 */
export function titleIndicator(title: string | null, sheet: string, words: Words): Indicator {
  // A sheet without any telling name is still read and checked, under the name it has.
  const name = nameIn(title, words) ?? nameIn(sheet, words) ?? title ?? sheet;
  return uncataloguedIndicator(name, null, "level");
}

function nameIn(text: string | null, words: Words): string | null {
  if (text === null) return null;
  const word = words(text.replace(/[(（][^()（）]*[)）]/gu, ""));
  if (UNTELLING.test(word.key)) return null;
  const city = findCity(text);
  const name = word.tokens
    .map((token) => (token.kind === "unknown" || token.kind === "indicator" ? token.text : ""))
    .join("")
    .replace(city === null ? "" : `${city}市`, "")
    .replace(AROUND, "");
  return name.length >= 2 ? name : null;
}
