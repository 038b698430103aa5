import type { LeftOut, Obstacle } from "../engine/save-plan.ts";
import type { Notices } from "./notices.ts";
import type { OpenWorkbook } from "./open-workbook.ts";
import type { Texts } from "./texts.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";

/** Saves the workbook as a download of the same name, and says what could not be written. */
export async function saveAsFile(
  workbook: OpenWorkbook,
  notices: Notices,
  texts: Texts
): Promise<void> {
  const saved = await workbook.save();
  if (saved.kind === "failed") {
    notices.tell("problem", texts.cannotSave, texts.failure(saved.failure));
    return;
  }
  if (saved.kind === "impossible") {
    notices.tell(
      "problem",
      texts.cannotSave,
      saved.because.map((each) => obstacle(each, texts)).join(" ")
    );
    return;
  }
  download(saved.bytes, workbook.name);
  const left = [
    ...saved.left.map((each) => leftOut(each, texts)),
    ...saved.refused.map((sheet) => texts.leftOut.refused(sheet)),
  ];
  if (left.length === 0) notices.tell("done", texts.saved(workbook.name));
  else notices.tell("problem", texts.savedWithout(workbook.name, left.join("; ")));
}

function obstacle(because: Obstacle, texts: Texts): string {
  return because.kind === "renamed"
    ? texts.renamed(because.sheet, because.was)
    : texts.movedLines(because.sheet);
}

function leftOut({ kind, sheet }: LeftOut, texts: Texts): string {
  return kind === "rules" ? texts.leftOut.rules(sheet) : texts.leftOut.formats(sheet);
}

function download(bytes: Uint8Array, name: string): void {
  const type = name.toLowerCase().endsWith(".xlsm") ? XLSM : XLSX;
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser reads the address after this turn.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
