import type { Indicator } from "../model/indicator.ts";

/** What a quotient is taken over, as its name says it. */
export type Per = "land" | "people" | "holders" | "anything";

const PER_LAND =
  /[亩地]均|每(?:百|千|万)?(?:平方公里|平方米|公顷|亩)|单位(?:面积|土地|用地)|密度$/u;
const PER_PERSON = /人均|劳均|每(?:百|千|万|百万)?人|劳动生产率/u;
const PER_HOLDER = /[户企]均|每(?:百|千|万)?(?:户|家)/u;
const PER_OTHER =
  /单个(?:项目|企业|园区)|[单项宗件]均|平均每|每(?:百|千|万)?(?:个|项|宗|件|单|元)/u;
/** 强度 is of land, save where it is a part of turnover or of output. */
const INTENSITY = /强度$/u;
const OF_MONEY = /研发|R&D|投入强度$|能耗|能源|排放|碳/u;
/** 年均 and 平均 are means over time, 全市平均 one over places: no quotient is named. */
const NO_QUOTIENT = /^(?:年均|月均|日均)$/u;

/**
 * What a name divides by: 亩均税收 land, 人均产值 people, 户均投资额 enterprises, 单均 whatever is counted; null where it names no
 * quotient. The values of a quotient never add up, and the unit of the table need not be theirs.
 */
export function perOf(name: string): Per | null {
  if (NO_QUOTIENT.test(name)) return null;
  if (PER_LAND.test(name)) return "land";
  if (PER_PERSON.test(name)) return "people";
  if (PER_HOLDER.test(name)) return "holders";
  if (INTENSITY.test(name)) return OF_MONEY.test(name) ? null : "land";
  return PER_OTHER.test(name) ? "anything" : null;
}

/** Whether an indicator is one amount over another, and not a rate in per cent. */
export function isQuotient({ name, kind, unit }: Indicator): boolean {
  return perOf(name) !== null && (kind !== "rate" || unit !== "%");
}

/** A quotient's name without what it is divided by: 工业用地亩均税收 → 工业用地税收. */
export function numeratorName(name: string): string {
  return name
    .replace(
      /单个(?:项目|企业|园区)(?:平均)?|(?:平均)?每(?:百|千|万|百万)?(?:平方公里|平方米|公顷|亩|人|户|家|个|项|宗|件|单)|单位(?:面积|土地|用地)|[亩地人劳户企单项宗件]均|(?:强度|密度)$/gu,
      ""
    )
    .replace(/^(?:实现|完成)/u, "");
}
