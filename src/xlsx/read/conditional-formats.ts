import { MAX_COLUMNS, MAX_ROWS, parseArea } from "../../core/index.ts";
import type { Area } from "../../core/index.ts";
import { stripPrefixes } from "../formula/prefixes.ts";
import type { PackageConditionalFormat } from "../package-book.ts";
import { NAMESPACE } from "../namespaces.ts";
import { attributeOf, childOf, childrenOf, elementsOf, truthOf } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { Palette } from "./colors.ts";
import { NO_LOOK, readLook } from "./styles.ts";

/** Where a conditional format stands in a sheet: in the format of 2007, or in Excel 2010's extension (x14). */
export interface ConditionalRule {
  readonly container: XmlElement;
  readonly rule: XmlElement;
  readonly extended: boolean;
  readonly formulas: readonly string[];
}

/** Every rule of a sheet. An x14 rule without formulas only completes one of the others (a data bar's look). */
export function findRules(root: XmlElement): readonly ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const container of childrenOf(root, "conditionalFormatting"))
    for (const rule of childrenOf(container, "cfRule"))
      rules.push({
        container,
        rule,
        extended: false,
        formulas: childrenOf(rule, "formula").map((each) => each.text),
      });
  const extensions = childOf(root, "extLst");
  if (extensions === undefined) return rules;
  for (const container of elementsOf(extensions)) {
    if (container.local !== "conditionalFormatting" || container.uri !== NAMESPACE.x14) continue;
    for (const rule of childrenOf(container, "cfRule"))
      rules.push({
        container,
        rule,
        extended: true,
        formulas: childrenOf(rule, "f").map((each) => each.text),
      });
  }
  return rules;
}

export function priorityOf(rule: ConditionalRule): number | undefined {
  const value = attributeOf(rule.rule, "priority");
  return value === undefined ? undefined : Number(value);
}

/** The conditional formats of a sheet as plain data, first in priority first. */
export function readConditionalFormats(
  root: XmlElement,
  looks: readonly PackageConditionalFormat["look"][],
  palette: Palette
): readonly PackageConditionalFormat[] {
  return findRules(root)
    .filter((each) => !each.extended || each.formulas.length > 0)
    .map((each): PackageConditionalFormat => {
      const dxf = childOf(each.rule, "dxf");
      const index = Number(attributeOf(each.rule, "dxfId") ?? -1);
      return {
        areas: parseAreas(areasText(each)),
        type: attributeOf(each.rule, "type") ?? "expression",
        operator: attributeOf(each.rule, "operator") ?? null,
        formulas: each.formulas.map(stripPrefixes),
        priority: priorityOf(each) ?? Number.MAX_SAFE_INTEGER,
        stopIfTrue: truthOf(attributeOf(each.rule, "stopIfTrue")) === true,
        look: dxf === undefined ? (looks[index] ?? NO_LOOK) : readLook(dxf, palette),
      };
    })
    .sort((a, b) => a.priority - b.priority);
}

function areasText(rule: ConditionalRule): string {
  if (!rule.extended) return attributeOf(rule.container, "sqref") ?? "";
  return childOf(rule.container, "sqref")?.text ?? "";
}

/** A list of areas as files write it: A1:B2 D4, whole columns (A:A) and rows (1:3) too. What is no area is left out. */
export function parseAreas(text: string): readonly Area[] {
  return text
    .trim()
    .split(/\s+/)
    .map((each) => parseArea(each) ?? parseLines(each))
    .filter((each) => each !== undefined);
}

function parseLines(text: string): Area | undefined {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (columns?.[1] !== undefined && columns[2] !== undefined)
    return parseArea(`${columns[1]}1:${columns[2]}${MAX_ROWS}`);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (rows?.[1] === undefined || rows[2] === undefined) return undefined;
  const row = Number(rows[1]) - 1;
  const last = Number(rows[2]) - 1;
  if (row < 0 || last < row || last >= MAX_ROWS) return undefined;
  return { row, column: 0, rows: last - row + 1, columns: MAX_COLUMNS };
}
