import type { Locale } from "./locale.ts";
import type { OuterPlace } from "../workbook/book.ts";

/** Where a formula stands that is no cell's: 名称“差距” · 表格“指标表”的“差距”列. */
export function wordOuterPlace(place: OuterPlace, locale: Locale): string {
  return locale === "zh-CN" ? inChinese(place) : inEnglish(place);
}

function inChinese(place: OuterPlace): string {
  switch (place.kind) {
    case "name":
      return place.sheet === null
        ? `名称“${place.name}”`
        : `名称“${place.name}”(工作表“${place.sheet}”)`;
    case "table-column":
      return `表格“${place.table}”的“${place.column}”列`;
    case "table-total":
      return `表格“${place.table}”的“${place.column}”列汇总`;
  }
}

function inEnglish(place: OuterPlace): string {
  switch (place.kind) {
    case "name":
      return place.sheet === null
        ? `name “${place.name}”`
        : `name “${place.name}” (sheet “${place.sheet}”)`;
    case "table-column":
      return `column “${place.column}” of table “${place.table}”`;
    case "table-total":
      return `total of column “${place.column}” of table “${place.table}”`;
  }
}
