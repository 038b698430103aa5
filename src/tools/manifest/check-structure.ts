import type { Content } from "./grammar.ts";
import { FORBIDDEN, GRAMMAR } from "./grammar.ts";
import type { Problem } from "./problem.ts";
import type { XmlElement } from "./xml-tree.ts";
import { descendants } from "./xml-tree.ts";

const APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

/** Elements of the basic types inside VersionOverrides; everything else there is in its own namespace. */
const BASIC_ELEMENTS = new Set([
  "Sets",
  "Set",
  "Image",
  "Images",
  "Url",
  "Urls",
  "String",
  "ShortStrings",
  "LongStrings",
  "Override",
]);

/** Elements, their order and number, their attributes, types and namespaces. */
export function checkStructure(root: XmlElement): readonly Problem[] {
  if (root.name !== "OfficeApp")
    return [{ line: root.line, message: `the root is <${root.name}>, not <OfficeApp>` }];
  return [...descendants(root)].flatMap((element) => [
    ...checkNamespace(element),
    ...checkContent(element),
  ]);
}

function checkNamespace(element: XmlElement): readonly Problem[] {
  const expected = !isInOverrides(element)
    ? APP
    : BASIC_ELEMENTS.has(element.name)
      ? BASIC
      : OVERRIDES;
  if (element.namespace === expected) return [];
  return [{ line: element.line, message: `<${element.name}> is not in the namespace ${expected}` }];
}

function isInOverrides(element: XmlElement): boolean {
  if (element.name === "VersionOverrides") return true;
  return element.parent !== null && isInOverrides(element.parent);
}

function checkContent(element: XmlElement): readonly Problem[] {
  const { line, name } = element;
  const why = FORBIDDEN[name];
  if (why !== undefined) return [{ line, message: `<${name}> must not be there: ${why}` }];
  const problems: Problem[] = [];
  const type = element.attributes.get("xsi:type");
  const types = contentOf(element, null)?.types;
  if (types !== undefined && !types.includes(type ?? "")) {
    problems.push({ line, message: `<${name}> needs xsi:type ${types.join(" or ")}` });
    return problems;
  }
  const content = contentOf(element, type ?? null);
  if (content === undefined) return problems;
  for (const attribute of content.attributes ?? []) {
    if ((element.attributes.get(attribute) ?? "").trim() === "")
      problems.push({ line, message: `<${name}> needs the attribute ${attribute}` });
  }
  problems.push(...checkChildren(element, content.children));
  return problems;
}

function contentOf(element: XmlElement, type: string | null): Content | undefined {
  const parent = element.parent?.name;
  return (
    (type === null ? undefined : GRAMMAR[`${element.name}[${type}]`]) ??
    (parent === undefined ? undefined : GRAMMAR[`${parent}/${element.name}`]) ??
    GRAMMAR[element.name]
  );
}

function checkChildren(element: XmlElement, rules: readonly string[]): readonly Problem[] {
  const problems: Problem[] = [];
  const order = rules.map((rule) => rule.slice(0, -1));
  let reached = 0;
  for (const child of element.children) {
    if (child.name in FORBIDDEN) continue;
    const place = order.indexOf(child.name);
    if (place < 0) {
      problems.push({
        line: child.line,
        message: `<${child.name}> is not allowed in <${element.name}>`,
      });
    } else if (place < reached) {
      problems.push({
        line: child.line,
        message: `<${child.name}> must stand before <${order[reached] ?? ""}> in <${element.name}>`,
      });
    } else {
      reached = place;
    }
  }
  for (const rule of rules) {
    const name = rule.slice(0, -1);
    const found = element.children.filter((child) => child.name === name);
    const [, second] = found;
    if ("!+".includes(rule.slice(-1)) && found.length === 0)
      problems.push({ line: element.line, message: `<${element.name}> lacks <${name}>` });
    if ("!?".includes(rule.slice(-1)) && second !== undefined)
      problems.push({ line: second.line, message: `<${element.name}> has <${name}> twice` });
  }
  return problems;
}
