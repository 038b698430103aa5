import type { SetFormula } from "../../core/index.ts";
import type { Package } from "../package.ts";
import { attributeOf, childOf, childrenOf, elementsOf, parseXml } from "../xml/tree.ts";
import type { XmlElement } from "../xml/tree.ts";
import { stripPrefixes } from "../formula/prefixes.ts";
import { findRules } from "./conditional-formats.ts";
import type { Tab } from "./workbook-part.ts";

/**
 * Formulas of a sheet's validations, conditional formats and charts that may call a function of ours. Excel lets nobody type
 * one there; other programs write what they like.
 */
export function findSetFormulas(file: Package, tab: Tab, root: XmlElement): readonly SetFormula[] {
  return [
    ...ofValidations(root, tab.name),
    ...ofConditions(root, tab.name),
    ...ofCharts(file, tab),
  ];
}

function setFormula(
  kind: SetFormula["kind"],
  sheet: string,
  where: string,
  stored: string
): readonly SetFormula[] {
  if (!/ZONE_/iu.test(stored)) return [];
  const formula = `=${stripPrefixes(stored.trim().replace(/^=/u, ""))}`;
  return [{ kind, sheet, where, formula }];
}

/** Those of 2007 keep text and area apart from those of Excel 2010's extension (x14). */
function ofValidations(root: XmlElement, sheet: string): readonly SetFormula[] {
  const rules = [root, ...childrenOf(root, "dataValidations"), ...extensionsOf(root)].flatMap(
    (element) => childrenOf(element, "dataValidation")
  );
  return rules.flatMap((rule) => {
    const where = attributeOf(rule, "sqref") ?? childOf(rule, "sqref")?.text ?? "";
    return [...elementsOf(rule)]
      .filter(({ local }) => local === "formula1" || local === "formula2" || local === "f")
      .flatMap(({ text }) => setFormula("validation", sheet, where, text));
  });
}

function extensionsOf(root: XmlElement): readonly XmlElement[] {
  const extensions = childOf(root, "extLst");
  return extensions === undefined ? [] : [...elementsOf(extensions)];
}

function ofConditions(root: XmlElement, sheet: string): readonly SetFormula[] {
  return findRules(root).flatMap(({ container, formulas }) => {
    const where = attributeOf(container, "sqref") ?? childOf(container, "sqref")?.text ?? "";
    return formulas.flatMap((text) => setFormula("condition", sheet, where, text));
  });
}

function ofCharts(file: Package, { name, worksheet }: Tab): readonly SetFormula[] {
  const partsOf = (part: string, wanted: string): readonly string[] =>
    file
      .relationships(part)
      .flatMap(({ kind, part: target }) =>
        kind === wanted && target !== null && file.find(target) !== undefined ? [target] : []
      );
  if (worksheet === null) return [];
  const drawings = partsOf(worksheet, "drawing");
  const charts = drawings.flatMap((part) => partsOf(part, "chart"));
  return charts.flatMap((part) => {
    const text = file.text(part);
    if (!/ZONE_/iu.test(text)) return [];
    return [...elementsOf(parseXml(part, text))]
      .filter(({ local }) => local === "f")
      .flatMap((element) => setFormula("chart", name, "", element.text));
  });
}
