import type { ManifestOptions, Problem } from "./problem.ts";
import type { XmlElement } from "./xml-tree.ts";
import { findAll, findPath } from "./xml-tree.ts";

/** Every command the manifest and the shortcuts name is one the add-in associates, and every one of those is named. */
export function checkCommands(root: XmlElement, options: ManifestOptions): readonly Problem[] {
  const names = findAll(root, "FunctionName");
  const problems: Problem[] = names
    .filter((name) => !options.commands.includes(name.text.trim()))
    .map((name) => ({
      line: name.line,
      message: `no command ${name.text.trim()} is associated with Office.actions`,
    }));
  const named = new Set([
    ...names.map((name) => name.text.trim()),
    ...(readShortcuts(root, options)?.actions ?? []).map((action) => action.id ?? ""),
  ]);
  const overrides = findPath(root, "VersionOverrides");
  for (const command of options.commands) {
    if (!named.has(command) && overrides !== undefined)
      problems.push({
        line: overrides.line,
        message: `command ${command} is on no button and no shortcut`,
      });
  }
  return [...problems, ...checkShortcuts(root, options)];
}

interface Shortcuts {
  readonly actions?: readonly {
    readonly id?: string;
    readonly type?: string;
    readonly name?: string;
  }[];
  readonly shortcuts?: readonly {
    readonly action?: string;
    readonly key?: Readonly<Record<string, string>>;
  }[];
  readonly resources?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Modifiers, then one key; Ctrl+Shift+Alt leaves Excel's own shortcuts alone. */
const KEY = /^Ctrl\+Shift\+Alt\+[A-Z0-9]$/u;

function checkShortcuts(root: XmlElement, options: ManifestOptions): readonly Problem[] {
  const element = findPath(root, "ExtendedOverrides");
  if (element === undefined) return [];
  const { line } = element;
  const problem = (message: string): Problem => ({ line, message });
  const file = readShortcuts(root, options);
  if (file === undefined) return [problem("the file of the shortcuts is not there or is no JSON")];
  const texts = readJson(element.attributes.get("ResourcesUrl"), options);
  const problems: Problem[] = [];
  const ids = (file.actions ?? []).map((action) => action.id ?? "");
  for (const id of ids) {
    if (!options.commands.includes(id))
      problems.push(problem(`shortcut action ${id} is associated with no command`));
  }
  const keys = new Set<string>();
  for (const { action, key } of file.shortcuts ?? []) {
    if (!ids.includes(action ?? ""))
      problems.push(problem(`shortcut for an unknown action ${action ?? ""}`));
    const shortcut = key?.["default"] ?? "";
    if (!KEY.test(shortcut))
      problems.push(problem(`shortcut ${shortcut} is not of the form Ctrl+Shift+Alt+X`));
    if (keys.has(shortcut)) problems.push(problem(`shortcut ${shortcut} is given twice`));
    keys.add(shortcut);
  }
  const other = options.otherLocale.toLowerCase();
  for (const { name = "" } of file.actions ?? []) {
    const token = /^\$\{resource\.(.+)\}$/u.exec(name)?.[1];
    if (token === undefined) continue;
    if (file.resources?.["default"]?.[token] === undefined)
      problems.push(problem(`shortcut text ${token} is not among the defaults`));
    if (texts?.resources?.[other]?.[token] === undefined)
      problems.push(problem(`shortcut text ${token} is missing for ${other}`));
  }
  return problems;
}

function readShortcuts(root: XmlElement, options: ManifestOptions): Shortcuts | undefined {
  return readJson(findPath(root, "ExtendedOverrides")?.attributes.get("Url"), options);
}

function readJson(url: string | undefined, options: ManifestOptions): Shortcuts | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const path = /(?:^|\/)(assets\/[^/]+)$/u.exec(new URL(url).pathname)?.[1];
  const file = path === undefined ? undefined : (options.build ?? options.source)(path);
  if (file === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(file)) as Shortcuts;
  } catch {
    return undefined;
  }
}
