import type { ICellData, IDocumentData, Nullable } from "@univerjs/core";
import { CellValueType } from "@univerjs/core";

import type { CellValue } from "../../core/index.ts";
import { isCellError } from "../../core/index.ts";

const ERROR_TEXT =
  /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|BUSY!|CONNECT!|BLOCKED!|UNKNOWN!|FIELD!|CYCLE!|ERROR!)$/;

/** Whether a text is an error value as Univer keeps it: as the text that is shown. */
export function isErrorText(text: string): boolean {
  return ERROR_TEXT.test(text);
}

/**
 * The raw value of a Univer cell. Univer has no type for errors, keeps TRUE as 1, and puts what HYPERLINK() gives
 * into a rich text instead of the value.
 */
export function toCellValue(cell: Nullable<ICellData>): CellValue {
  if (!cell) return null;
  const { v } = cell;
  if (v === null || v === undefined) return richText(cell.p);
  if (cell.t === CellValueType.BOOLEAN || typeof v === "boolean") {
    return v === true || v === 1 || String(v).toUpperCase() === "TRUE" || v === "1";
  }
  if (cell.t === CellValueType.NUMBER && Number.isFinite(Number(v))) return Number(v);
  if (typeof v === "number") return v;
  if (v === "") {
    const shown = richText(cell.p);
    if (shown !== null) return shown;
    // A formula that gives "" holds a text; a typed "" is a blank cell.
    return typeof cell.f === "string" || typeof cell.si === "string" ? "" : null;
  }
  if (cell.t !== CellValueType.FORCE_STRING && isErrorText(v)) return { error: v };
  return v;
}

function richText(document: Nullable<IDocumentData>): string | null {
  const text = (document || null)?.body?.dataStream.replace(/\r\n$/, "");
  return text === undefined || text === "" ? null : text.replaceAll("\r", "\n");
}

/** Value and type as Univer stores them. Always both: left to itself Univer would turn the text "17" into a number. */
export function toCellData(value: CellValue): Pick<ICellData, "v" | "t"> {
  if (value === null) return { v: null, t: null };
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING };
  // A text that looks like an error, a number or a formula has to be forced to stay one.
  const forced =
    isErrorText(value) || value.startsWith("=") || (value !== "" && Number.isFinite(Number(value)));
  return { v: value, t: forced ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** Everything that has to go for a cell to be empty; its format stays. */
export const NO_CONTENTS: ICellData = { v: null, t: null, f: null, si: null, p: null };
