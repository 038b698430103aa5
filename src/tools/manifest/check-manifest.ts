import { checkCommands } from "./check-commands.ts";
import { checkFiles } from "./check-files.ts";
import { checkIdentity } from "./check-identity.ts";
import { checkResources } from "./check-resources.ts";
import { checkStructure } from "./check-structure.ts";
import type { ManifestOptions, Problem } from "./problem.ts";
import { parseXml } from "./xml-tree.ts";

/** All that is wrong with a manifest, in the order of its lines; empty where nothing is. */
export function checkManifest(text: string, options: ManifestOptions): readonly Problem[] {
  const parsed = parseXml(text);
  if ("fault" in parsed)
    return [{ line: parsed.fault.line, message: `not well-formed: ${parsed.fault.message}` }];
  const { root } = parsed;
  const problems = [
    ...checkStructure(root),
    ...checkIdentity(root),
    ...checkResources(root, options),
    ...checkFiles(root, options),
    ...checkCommands(root, options),
  ];
  return problems.sort((a, b) => a.line - b.line);
}
