import { evaluate } from "../../src/core/evaluation/evaluate.ts";
import type { Evaluation } from "../../src/core/evaluation/evaluation.ts";
import type { FindingClass } from "../../src/core/findings/finding.ts";
import { formatArea } from "../../src/core/workbook/address.ts";
import type { Book, Sheet } from "../../src/core/workbook/book.ts";
import { bookOf, sheetOf, type GridCell, type SheetOptions } from "./grid.ts";

/**
 * A sheet as an office types it: a line a row, cells between "|". A number is a number, shown with the digits typed
 * (16.0 keeps its zero); 61.5% is a percent format; '12.5 is text; #REF! an error; =SUM(B3:B5)->12.3 a formula with
 * what it shows; @2023-01-06 a date as Excel makes of a typed 1-6.
 */
export function typed(name: string, text: string, options: SheetOptions = {}): Sheet {
  const lines = text.split("\n").filter((line, place, all) => {
    const isEdge = place === 0 || place === all.length - 1;
    return !isEdge || line.trim() !== "";
  });
  return sheetOf(
    name,
    lines.map((line) => line.trim().split("|").map(toCell)),
    options
  );
}

const NUMBER = /^[-+]?\d+(?:\.(\d+))?$/u;

export function toCell(raw: string): GridCell {
  const text = raw.trim();
  if (text === "") return null;
  if (text.startsWith("'")) return text.slice(1);
  if (text.startsWith("=")) return formulaCell(text);
  if (/^#[A-Z/0!?]+$/u.test(text)) return { error: text };
  if (text.startsWith("@")) return dateCell(text.slice(1));
  if (text.endsWith("%") && NUMBER.test(text.slice(0, -1))) {
    const digits = NUMBER.exec(text.slice(0, -1))?.[1]?.length ?? 0;
    const value = Number((Number(text.slice(0, -1)) / 100).toPrecision(15));
    return { v: value, nf: `${formatOf(digits)}%` };
  }
  const match = NUMBER.exec(text);
  if (match === null) return raw.trimEnd();
  const digits = match[1]?.length ?? 0;
  return text.endsWith("0") && digits > 0
    ? { v: Number(text), nf: formatOf(digits) }
    : Number(text);
}

function formulaCell(text: string): GridCell {
  const [formula = "", shown] = text.split("->");
  if (shown === undefined) return { f: formula };
  const cell = toCell(shown);
  if (typeof cell === "object" && cell !== null && "v" in cell && cell.nf !== undefined) {
    return { f: formula, v: cell.v ?? null, nf: cell.nf };
  }
  return { f: formula, v: shown === '""' ? "" : (cell as string | number) };
}

function dateCell(text: string): GridCell {
  const days = Math.round((Date.parse(`${text}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
  return { v: days, nf: 'm"月"d"日"' };
}

function formatOf(digits: number): string {
  return digits === 0 ? "0" : `0.${"0".repeat(digits)}`;
}

/** What the product says of a book of these sheets. */
export function evaluateSheets(
  sheets: readonly Sheet[],
  about: {
    readonly calculation?: Book["calculation"];
    readonly rulesFile?: unknown;
    readonly name?: string;
  } = {}
): Evaluation {
  const book = {
    ...bookOf(...sheets),
    calculation: about.calculation ?? ("automatic" as const),
    ...(about.name === undefined ? {} : { name: about.name }),
  };
  const rulesFile =
    about.rulesFile === undefined
      ? null
      : { name: "rules.json", text: JSON.stringify(about.rulesFile) };
  const result = evaluate({ book, rulesFile, sheets: null });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const JUDGED: readonly FindingClass[] = ["consistency", "quality"];

/** Findings as "severity code Sheet!A1", without the sheet's name where there is one sheet; of data alone, unless told. */
export function linesOf(
  evaluation: Evaluation,
  classes: readonly FindingClass[] = JUDGED
): readonly string[] {
  const sheets = new Set(evaluation.tables.map(({ sheet }) => sheet));
  return evaluation.findings
    .filter((finding) => classes.includes(finding.class))
    .map(({ severity, code, at }) => {
      const place = sheets.size > 1 ? `${at.sheet}!${formatArea(at.area)}` : formatArea(at.area);
      return `${severity} ${code} ${place}`;
    });
}
