import type { IBorderStyleData, IStyleBase } from "@univerjs/core";
import { BooleanNumber, BorderStyleTypes } from "@univerjs/core";
import type {
  IConditionFormattingRule,
  IConditionalFormattingRuleConfig,
} from "@univerjs/sheets-conditional-formatting";
import {
  CFRuleType,
  CFSubRuleType,
  SHEET_CONDITIONAL_FORMATTING_PLUGIN,
} from "@univerjs/sheets-conditional-formatting";

import { formatCell } from "../../core/index.ts";
import type { PackageBook, PackageConditionalFormat } from "../../xlsx/package-book.ts";
import type { RuleState } from "./save-plan.ts";
import type { ConditionalLook, EngineConditionalFormat, NewConditionalFormat } from "./engine.ts";
import { toBorder } from "./cell-styles.ts";
import { toArea, toRange } from "./ranges.ts";
import { sheetIdAt } from "./sheet-ids.ts";

/** A rule's kind in SpreadsheetML's words travels in its id, which Univer keeps as long as the rule lives. */
const KIND_SEPARATOR = "~";

const SIGNS: Readonly<Record<string, string>> = {
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
  equal: "=",
  notEqual: "<>",
};

const SIZE_UP: Readonly<Partial<Record<BorderStyleTypes, BorderStyleTypes>>> = {
  [BorderStyleTypes.THIN]: BorderStyleTypes.MEDIUM,
  [BorderStyleTypes.HAIR]: BorderStyleTypes.MEDIUM_DASHED,
  [BorderStyleTypes.DOTTED]: BorderStyleTypes.MEDIUM_DASHED,
  [BorderStyleTypes.DASHED]: BorderStyleTypes.MEDIUM_DASHED,
};

/** One size up: Univer draws the neighbours' own borders over a thin one, where Excel would let it win. */
function prominent(edge: IBorderStyleData): IBorderStyleData {
  return { ...edge, s: SIZE_UP[edge.s] ?? edge.s };
}

const LINES = {
  continuous: BorderStyleTypes.THIN,
  dot: BorderStyleTypes.DOTTED,
  dash: BorderStyleTypes.DASHED,
} as const;

/** The conditional formats of all sheets, as the part of Univer's snapshot that holds them: first in priority first. */
export function toRuleSnapshot(workbook: PackageBook): { name: string; data: string } {
  const rules = workbook.sheets.map((sheet, index) => [
    sheetIdAt(index),
    [...sheet.conditionalFormats]
      .sort((a, b) => a.priority - b.priority)
      .map((format, place) => toRule(format, `file-${index + 1}-${place + 1}`)),
  ]);
  return {
    name: SHEET_CONDITIONAL_FORMATTING_PLUGIN,
    data: JSON.stringify(Object.fromEntries(rules)),
  };
}

function toRule(format: PackageConditionalFormat, id: string): IConditionFormattingRule {
  return {
    cfId: `${id}${KIND_SEPARATOR}${format.type}`,
    ranges: format.areas.map((area) => toRange(area)),
    stopIfTrue: format.stopIfTrue,
    rule: toConfig(format),
  };
}

function toConfig(format: PackageConditionalFormat): IConditionalFormattingRuleConfig {
  const { fill, fontColor, bold, border } = format.look;
  const style = {
    ...toLookStyle({ fill, fontColor, bold, border: null }),
    ...(border === null ? {} : allAround(prominent(toBorder(border)))),
  };
  const base = { type: CFRuleType.highlightCell as const, style };
  const [first, second] = format.formulas;
  if (format.type === "duplicateValues") {
    return { ...base, subType: CFSubRuleType.duplicateValues };
  }
  if (format.type === "uniqueValues") return { ...base, subType: CFSubRuleType.uniqueValues };
  const formula = format.type === "cellIs" ? comparison(format, first, second) : first;
  // Scales, bars, icons and ranks carry their limits outside the formula: they keep their place, unpainted.
  return { ...base, subType: CFSubRuleType.formula, value: `=${formula ?? "FALSE"}` };
}

/** A cellIs rule as a formula for the top left cell: one path for constants and for references. */
function comparison(
  format: PackageConditionalFormat,
  first: string | undefined,
  second: string | undefined
): string | undefined {
  const anchor = format.areas[0];
  if (anchor === undefined || first === undefined) return undefined;
  const cell = formatCell(anchor);
  const sign = SIGNS[format.operator ?? ""];
  if (sign !== undefined) return `AND(NOT(ISBLANK(${cell})),${cell}${sign}(${first}))`;
  if (second === undefined) return undefined;
  const inside = `AND(NOT(ISBLANK(${cell})),${cell}>=(${first}),${cell}<=(${second}))`;
  if (format.operator === "between") return inside;
  return format.operator === "notBetween" ? `AND(NOT(ISBLANK(${cell})),NOT(${inside}))` : undefined;
}

/** A new rule of the host's. */
export function toNewRule(format: NewConditionalFormat, id: string): IConditionFormattingRule {
  return {
    cfId: `${id}${KIND_SEPARATOR}expression`,
    ranges: format.areas.map((area) => toRange(area)),
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: format.formula,
      style: toLookStyle(format.look),
    },
  };
}

function toLookStyle(look: ConditionalLook): IStyleBase {
  const { fill, fontColor, bold, border } = look;
  return {
    ...(fill === null ? {} : { bg: { rgb: fill } }),
    ...(fontColor === null ? {} : { cl: { rgb: fontColor } }),
    ...(bold ? { bl: BooleanNumber.TRUE } : {}),
    ...(border === null
      ? {}
      : allAround(prominent({ s: LINES[border.style], cl: { rgb: border.color } }))),
  };
}

function allAround(edge: IBorderStyleData): Pick<IStyleBase, "bd"> {
  return { bd: { t: edge, r: edge, b: edge, l: edge } };
}

/** A rule as the host sees it. */
export function toEngineConditionalFormat(
  rule: IConditionFormattingRule,
  sheetSize: { rows: number; columns: number }
): EngineConditionalFormat {
  const type = engineType(rule);
  return {
    id: rule.cfId,
    type,
    areas: rule.ranges.map((range) => toArea(range, sheetSize)),
    formula: type === "custom" ? ruleFormula(rule) : null,
    stopIfTrue: rule.stopIfTrue,
  };
}

/** The formula of a rule by formula; null for the others. */
export function ruleFormula(rule: IConditionFormattingRule): string | null {
  const config = rule.rule;
  return config.type === CFRuleType.highlightCell && config.subType === CFSubRuleType.formula
    ? config.value
    : null;
}

/** The same rule with another formula, where it has one. */
export function withFormula(
  rule: IConditionFormattingRule,
  formula: string | undefined
): IConditionFormattingRule["rule"] {
  const config = rule.rule;
  return formula !== undefined &&
    config.type === CFRuleType.highlightCell &&
    config.subType === CFSubRuleType.formula
    ? { ...config, value: formula }
    : config;
}

/** A rule as far as saving has to know it. */
export function toRuleState(
  rule: IConditionFormattingRule,
  sheetSize: { rows: number; columns: number }
): RuleState {
  const { areas, formula } = toEngineConditionalFormat(rule, sheetSize);
  const style = rule.rule.type === CFRuleType.highlightCell ? rule.rule.style : {};
  return {
    areas,
    formula,
    fill: style.bg?.rgb ?? null,
    hasBorder: style.bd !== undefined && style.bd !== null,
  };
}

const FILE_TYPES: Readonly<Record<string, EngineConditionalFormat["type"]>> = {
  expression: "custom",
  cellIs: "cell-value",
  colorScale: "color-scale",
  dataBar: "data-bar",
  iconSet: "icon-set",
};

function engineType(rule: IConditionFormattingRule): EngineConditionalFormat["type"] {
  const kind = rule.cfId.split(KIND_SEPARATOR)[1];
  if (kind !== undefined) return FILE_TYPES[kind] ?? "other";
  const config = rule.rule;
  switch (config.type) {
    case CFRuleType.colorScale:
      return "color-scale";
    case CFRuleType.dataBar:
      return "data-bar";
    case CFRuleType.iconSet:
      return "icon-set";
    case CFRuleType.highlightCell:
      if (config.subType === CFSubRuleType.formula) return "custom";
      return config.subType === CFSubRuleType.number ? "cell-value" : "other";
  }
}
