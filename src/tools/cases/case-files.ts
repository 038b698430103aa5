import { LAYOUTS } from "./layouts/index.ts";
import { toFiles } from "./to-files.ts";
import type { CaseFiles } from "./to-files.ts";

/** The files of every case, in the order of the layouts. */
export async function caseFiles(): Promise<readonly CaseFiles[]> {
  const files = await Promise.all(LAYOUTS.map(toFiles));
  return files.flat();
}
