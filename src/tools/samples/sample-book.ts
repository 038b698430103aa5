/** A sample workbook as plain data: what is written, before any .xlsx is made of it. */
export interface SampleBook {
  /** File name under assets/samples. */
  readonly file: string;
  readonly sheets: readonly SampleSheet[];
}

export interface SampleSheet {
  readonly name: string;
  /** By A1 address. */
  readonly cells: ReadonlyMap<string, SampleCell>;
  readonly merges: readonly string[];
  /** In characters, from column A. */
  readonly widths: readonly number[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Rows repeated on each printed page: "4:5". */
  readonly titleRows: string;
  readonly printArea: string;
  readonly orientation: "portrait" | "landscape";
}

/** What a cell holds. A formula carries the value Excel would have cached. */
export type SampleValue =
  | number
  | string
  | null
  | { readonly formula: string; readonly result: number | string }
  | { readonly formula: string; readonly error: "#REF!" | "#DIV/0!" | "#N/A" | "#NAME?" };

export type Look =
  | "annex"
  | "title"
  | "line-left"
  | "line-right"
  | "header"
  | "name"
  | "centre"
  | "number"
  | "note"
  | "total-name"
  | "total-centre"
  | "total-number"
  | "text";

export interface SampleCell {
  readonly value: SampleValue;
  readonly look: Look;
  readonly format?: string;
}

/** The number a cell shows, formula or typed; throws where it holds none (a mistake in the sample's data). */
export function numberOf(value: SampleValue): number {
  const shown =
    typeof value === "object" && value !== null && "result" in value ? value.result : value;
  if (typeof shown !== "number") throw new Error(`No number in ${JSON.stringify(value)}`);
  return shown;
}

/** What the note and signature lines at a form's foot say. */
export interface FormFoot {
  readonly notes: readonly string[];
  readonly reportedOn: string;
}

/** 填表人 … 报出日期: the names stay blank for the pen. */
export function signatureLine(reportedOn: string): string {
  const blank = " ".repeat(12);
  return `填表人:${blank}审核人:${blank}负责人:${blank}联系电话:${blank}报出日期:${reportedOn}`;
}
