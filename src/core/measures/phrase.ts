import { formatClause } from "../narrative/clause.ts";
import type { MeasureFunction, Parameter } from "./measure-function.ts";
import { elementwise } from "./measure-function.ts";
import { basicValueOf, isMissing, readNumber, readText } from "./operand.ts";
import type { MeasureResult } from "./result.ts";
import { measured } from "./result.ts";

const PARAMETERS: readonly Parameter[] = [
  { name: { zh: "指标", en: "indicator" }, kind: "text" },
  { name: { zh: "数值", en: "value" }, kind: "number" },
  { name: { zh: "单位", en: "unit" }, kind: "optional-text" },
  { name: { zh: "增速", en: "growth" }, kind: "optional-number" },
  { name: { zh: "对照增速", en: "reference" }, kind: "optional-number" },
  { name: { zh: "对照名称", en: "reference_name" }, kind: "optional-text" },
  { name: { zh: "目标值", en: "target" }, kind: "optional-number" },
];

/** A blank unit, growth, reference or target leaves its words out; without an indicator or value there is no clause. */
function compute(cells: readonly unknown[]): MeasureResult<string> {
  const indicator = readText(cells[0], 0);
  if (!indicator.ok) return indicator;
  const value = readNumber(cells[1], 1);
  if (!value.ok) return value;
  const unit = optional(cells[2], 2, readText);
  if (!unit.ok) return unit;
  const growth = isLevel(cells[3]) ? measured(0) : optional(cells[3], 3, readNumber);
  if (!growth.ok) return growth;
  const rate = optional(cells[4], 4, readNumber);
  if (!rate.ok) return rate;
  const name = optional(cells[5], 5, readText);
  if (!name.ok) return name;
  const target = optional(cells[6], 6, readNumber);
  if (!target.ok) return target;
  return measured(
    formatClause({
      indicator: indicator.value,
      value: value.value,
      unit: (unit.value ?? "").replace("％", "%"),
      growth: growth.value,
      reference: rate.value === null ? null : { name: name.value ?? "对照", rate: rate.value },
      target: target.value,
    })
  );
}

function optional<T>(
  cell: unknown,
  parameter: number,
  read: (cell: unknown, parameter: number) => MeasureResult<T>
): MeasureResult<T | null> {
  return isMissing(basicValueOf(cell)) ? measured(null) : read(cell, parameter);
}

/** A growth column says 持平 for 0. */
function isLevel(cell: unknown): boolean {
  const value = basicValueOf(cell);
  return typeof value === "string" && /^(?:同比)?持?平$/u.test(value.trim());
}

/** The clause of a report; loaded when it is first called. Source: the set phrases of 通报 and 半年总结. */
export const ZONE_PHRASE: MeasureFunction = {
  id: "ZONE_PHRASE",
  parameters: PARAMETERS,
  formula: {
    zh: "指标完成数值单位,同比增长(下降)增速,比对照(增速)高(低)差个百分点,达到(未达到)目标",
    en: "indicator, value and unit; growth; difference to the reference; whether the target is met, in Chinese set phrases",
  },
  source: {
    zh: "通报用语。差按两个增速中位数较少的一个保留小数;单位为 % 时,对照和目标与数值本身比,否则与增速比;没有增速时目标与数值比。增速、对照、目标为空时略去该句;指标、数值为空时为 #N/A。超过4位的小数保留2位。",
    en: "The phrases of bulletins. A difference keeps the decimals of its coarser operand. Reference and target are held against the value where the unit is %, else against the growth; a target without growth, against the value. A blank growth, reference or target leaves its words out; a blank indicator or value is #N/A. More than 4 decimals are cut to 2.",
  },
  twin: {
    kind: "value",
    why: {
      zh: "结果是一句话,可移植副本中保留文字。",
      en: "The result is a sentence; a portable copy keeps its text.",
    },
  },
  examples: [
    {
      formula: '=ZONE_PHRASE("工业投资",109.24,"亿元",-17.92,-7.8,"全市",17)',
      inputs: ["工业投资", 109.24, "亿元", -17.92, -7.8, "全市", 17],
      result: "工业投资完成109.24亿元,同比下降17.92%,比全市(-7.8%)低10.1个百分点,未达到17%目标值",
    },
    {
      formula: '=ZONE_PHRASE("规上工业增加值",251.06,"亿元",13.97)',
      inputs: ["规上工业增加值", 251.06, "亿元", 13.97],
      result: "规上工业增加值完成251.06亿元,同比增长13.97%",
    },
  ],
  ...elementwise(compute, PARAMETERS),
};
