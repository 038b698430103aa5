import type { ManifestOptions, Problem } from "./problem.ts";
import type { XmlElement } from "./xml-tree.ts";
import { descendants, findAll, findPath } from "./xml-tree.ts";

type ResourceKind = "Image" | "Url" | "ShortString" | "LongString";

interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly element: XmlElement;
}

/** Which resources an element's resid may name. */
const WANTED: Readonly<Record<string, ResourceKind>> = {
  Image: "Image",
  Label: "ShortString",
  Title: "ShortString",
  Description: "LongString",
  SourceLocation: "Url",
  FunctionFile: "Url",
  Runtime: "Url",
  LearnMoreUrl: "Url",
};

const MAX_SHORT = 125;
const MAX_LONG = 250;

/** Every resid leads to a resource of the right kind, every resource is used, every text is there in both languages. */
export function checkResources(root: XmlElement, options: ManifestOptions): readonly Problem[] {
  const resources = readResources(root);
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const problems: Problem[] = [];
  const used = new Set<string>();
  for (const element of descendants(root)) {
    const resid = element.attributes.get("resid");
    if (resid === undefined) continue;
    used.add(resid);
    const resource = byId.get(resid);
    const wanted = WANTED[element.name];
    if (resource === undefined)
      problems.push({ line: element.line, message: `resid ${resid} leads nowhere` });
    else if (wanted !== undefined && resource.kind !== wanted)
      problems.push({
        line: element.line,
        message: `<${element.name}> needs a ${wanted}, resid ${resid} is a ${resource.kind}`,
      });
  }
  for (const { id, element } of resources) {
    if (!used.has(id))
      problems.push({ line: element.line, message: `resource ${id} is used by nothing` });
  }
  return [
    ...problems,
    ...checkRuntime(root),
    ...resources.flatMap((resource) => checkTexts(resource, root, options)),
    ...checkBaseTexts(root, options),
    ...checkLocales(root),
  ];
}

function readResources(root: XmlElement): readonly Resource[] {
  const resources = findPath(root, "VersionOverrides/Resources");
  const kinds: readonly (readonly [string, ResourceKind])[] = [
    ["Images", "Image"],
    ["Urls", "Url"],
    ["ShortStrings", "ShortString"],
    ["LongStrings", "LongString"],
  ];
  return kinds.flatMap(([list, kind]) =>
    (resources?.children ?? [])
      .filter((child) => child.name === list)
      .flatMap((child) => child.children)
      .map((element) => ({ id: element.attributes.get("id") ?? "", kind, element }))
  );
}

/** A shared runtime is one page: another resid, even of the same address, makes Excel on the web refuse the manifest. */
function checkRuntime(root: XmlElement): readonly Problem[] {
  const runtime = findAll(root, "Runtime")[0];
  if (runtime === undefined) return [];
  const resid = runtime.attributes.get("resid");
  const problems: Problem[] = [];
  if (runtime.attributes.get("lifetime") !== "long")
    problems.push({ line: runtime.line, message: `a shared runtime needs lifetime="long"` });
  const places = [
    ...findAll(root, "Page").flatMap((page) => page.children),
    ...findAll(root, "FunctionFile"),
    ...findAll(root, "Action")
      .filter((action) => action.attributes.get("xsi:type") === "ShowTaskpane")
      .flatMap((action) => action.children),
  ];
  for (const place of places) {
    if (!["SourceLocation", "FunctionFile"].includes(place.name)) continue;
    if (place.attributes.get("resid") !== resid)
      problems.push({
        line: place.line,
        message: `resid ${place.attributes.get("resid") ?? ""} differs from the shared runtime's ${resid ?? ""}`,
      });
  }
  return problems;
}

function checkTexts(
  { id, kind, element }: Resource,
  root: XmlElement,
  options: ManifestOptions
): readonly Problem[] {
  const isMetadata = findAll(root, "Metadata").some((metadata) =>
    metadata.children.some((child) => child.attributes.get("resid") === id)
  );
  if (kind === "Image" || (kind === "Url" && !isMetadata)) return [];
  const max = kind === "ShortString" ? MAX_SHORT : kind === "LongString" ? MAX_LONG : Infinity;
  return checkText(element, `string ${id}`, max, options);
}

function checkBaseTexts(root: XmlElement, options: ManifestOptions): readonly Problem[] {
  const limits: readonly (readonly [string, number])[] = [
    ["DisplayName", MAX_SHORT],
    ["Description", MAX_LONG],
  ];
  return limits.flatMap(([name, max]) => {
    const element = findPath(root, name);
    return element === undefined ? [] : checkText(element, name, max, options);
  });
}

function checkText(
  element: XmlElement,
  name: string,
  max: number,
  { otherLocale }: ManifestOptions
): readonly Problem[] {
  const problems: Problem[] = [];
  const overrides = element.children.filter((child) => child.name === "Override");
  if (!overrides.some((override) => override.attributes.get("Locale") === otherLocale))
    problems.push({ line: element.line, message: `${name} has no Override for ${otherLocale}` });
  const texts: readonly (readonly [XmlElement, string | undefined])[] = [
    [element, element.attributes.get("DefaultValue")],
    ...overrides.map((override) => [override, override.attributes.get("Value")] as const),
  ];
  for (const [at, text = ""] of texts) {
    if (text.trim() === "") problems.push({ line: at.line, message: `${name} is empty` });
    if (text.length > max)
      problems.push({
        line: at.line,
        message: `${name} has ${text.length} characters, at most ${max} are allowed`,
      });
  }
  return problems;
}

function checkLocales(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const standard = findPath(root, "DefaultLocale");
  const defaultLocale = standard?.text.trim() ?? "";
  if (standard !== undefined && !isLocale(defaultLocale))
    problems.push({ line: standard.line, message: `DefaultLocale is no locale: ${defaultLocale}` });
  for (const override of findAll(root, "Override")) {
    const locale = override.attributes.get("Locale") ?? "";
    if (!isLocale(locale))
      problems.push({ line: override.line, message: `Locale is no locale: ${locale}` });
    else if (locale === defaultLocale)
      problems.push({ line: override.line, message: `${locale} is the default locale already` });
  }
  return problems;
}

/** A language and a region that exist, in Office's writing: zh-CN. */
function isLocale(text: string): boolean {
  const match = /^([a-z]{2,3})(?:-[A-Z][a-z]{3})?-([A-Z]{2})$/u.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return false;
  const known = (type: "language" | "region", code: string) =>
    new Intl.DisplayNames(["en"], { type, fallback: "none" }).of(code) !== undefined;
  return known("language", match[1]) && known("region", match[2]);
}
