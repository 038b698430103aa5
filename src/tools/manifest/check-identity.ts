import type { Problem } from "./problem.ts";
import type { XmlElement } from "./xml-tree.ts";
import { descendants, findAll, findPath } from "./xml-tree.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/iu;
const MAX_ID = 32;

/** The add-in's own id and version, and the ids of its elements. */
export function checkIdentity(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const id = findPath(root, "Id");
  if (id !== undefined && !GUID.test(id.text.trim()))
    problems.push({ line: id.line, message: `Id is no GUID: ${id.text.trim()}` });
  const version = findPath(root, "Version");
  if (version !== undefined && !isVersion(version.text.trim()))
    problems.push({
      line: version.line,
      message: `Version is not of the form 1.2.3.4 (each at most 65535): ${version.text.trim()}`,
    });
  const permissions = findPath(root, "Permissions");
  if (permissions !== undefined && permissions.text.trim() !== "ReadWriteDocument")
    problems.push({
      line: permissions.line,
      message: `Permissions must be ReadWriteDocument: the add-in writes flags`,
    });
  return [...problems, ...checkIds(root), ...checkRequirements(root)];
}

function isVersion(text: string): boolean {
  if (!/^\d{1,5}(?:\.\d{1,5}){1,3}$/u.test(text)) return false;
  return text.split(".").every((part) => Number(part) <= 65535);
}

function checkIds(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const element of descendants(root)) {
    const id = element.attributes.get("id");
    if (id === undefined || element.name === "OfficeMenu") continue;
    if (id.length > MAX_ID)
      problems.push({
        line: element.line,
        message: `id ${id} has ${id.length} characters, at most ${MAX_ID} are allowed`,
      });
    const first = seen.get(id);
    if (first !== undefined)
      problems.push({ line: element.line, message: `id ${id} is used already in line ${first}` });
    else seen.set(id, element.line);
  }
  return problems;
}

/** Shared runtime and functions are asked for inside VersionOverrides, so that an older Excel keeps the plain pane. */
function checkRequirements(root: XmlElement): readonly Problem[] {
  const problems: Problem[] = [];
  const overrides = findPath(root, "VersionOverrides");
  const base = findPath(root, "Requirements");
  const inner = overrides === undefined ? undefined : findPath(overrides, "Requirements");
  for (const set of base === undefined ? [] : findAll(base, "Set")) {
    const name = set.attributes.get("Name") ?? "";
    if (name !== "ExcelApi")
      problems.push({
        line: set.line,
        message: `requirement ${name} belongs into VersionOverrides: here it takes the pane from older Excel`,
      });
  }
  for (const name of ["SharedRuntime", "CustomFunctionsRuntime"]) {
    const sets = inner === undefined ? [] : findAll(inner, "Set");
    if (overrides !== undefined && !sets.some((set) => set.attributes.get("Name") === name))
      problems.push({
        line: inner?.line ?? overrides.line,
        message: `VersionOverrides must require ${name}`,
      });
  }
  for (const set of findAll(root, "Set")) {
    const version = set.attributes.get("MinVersion");
    if (version !== undefined && !/^\d+\.\d+$/u.test(version))
      problems.push({ line: set.line, message: `MinVersion is no version: ${version}` });
  }
  return problems;
}
