import type { Applied, ReadingCorrection, WorkbookPort, WritePlan } from "../core/index.ts";
import {
  formatOwnPart,
  isSamePlace,
  parseCorrections,
  parseOwnPart,
  putCorrections,
  success,
} from "../core/index.ts";
import type { ActionResult } from "./action-result.ts";
import { NOTHING_WRITTEN, nothingDone } from "./action-result.ts";

/** Keeps with the workbook how a column, row or zone is to be read, in place of what was said of it before. */
export async function correctReading(
  port: WorkbookPort,
  correction: ReadingCorrection
): Promise<ActionResult<Applied>> {
  return await changeCorrections(port, (standing) => [
    ...standing.filter((other) => !isSamePlace(other, correction)),
    correction,
  ]);
}

/** Takes a correction back: the line is read again as its own words say. */
export async function undoCorrection(
  port: WorkbookPort,
  correction: ReadingCorrection
): Promise<ActionResult<Applied>> {
  return await changeCorrections(port, (standing) =>
    standing.filter((other) => !isSamePlace(other, correction))
  );
}

/** A part by a newer version is left alone; one nobody can read is replaced, as nothing in it is of use to anybody. */
async function changeCorrections(
  port: WorkbookPort,
  change: (standing: readonly ReadingCorrection[]) => readonly ReadingCorrection[]
): Promise<ActionResult<Applied>> {
  const read = await port.read();
  if (!read.ok) return nothingDone(read.failure);
  const part = parseOwnPart(read.value.part);
  if (part.kind === "newer") return nothingDone({ code: "part-too-new", version: part.version });
  const sections = part.kind === "read" ? part.sections : new Map<string, string>();
  const xml = formatOwnPart(putCorrections(sections, change(parseCorrections(sections))));
  const plan: WritePlan =
    xml !== null
      ? [{ kind: "put-part", xml }]
      : part.kind === "none"
        ? []
        : [{ kind: "remove-part" }];
  return plan.length === 0 ? success(NOTHING_WRITTEN) : await port.apply(plan);
}
