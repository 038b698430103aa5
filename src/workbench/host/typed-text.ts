import type { CellInput } from "../engine/engine.ts";
import type { Json } from "./wire.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PERCENT = /^([+-]?(?:\d+\.?\d*|\.\d+))%$/;
const DAY = /^(?:(\d{4})[-/])?(\d{1,2})[-/](\d{1,2})$/;
const ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;

/** What a cell becomes when a value is written to it, and the number format that comes with it. */
export interface TypedCell {
  readonly input: CellInput;
  readonly numberFormat?: string;
}

/**
 * Excel reads what an add-in writes the way it reads what a user types: "5" is a number, "1-6" a day, "=A1" a formula,
 * "'x" the text x. In a cell of the text format (@) everything stays as it is.
 */
export function readTyped(
  value: Exclude<Json, null>,
  numberFormat: string,
  today: () => Date
): TypedCell {
  if (typeof value === "number" || typeof value === "boolean") return plain(value);
  if (typeof value !== "string") return plain({ error: "#VALUE!" });
  if (value === "") return plain(null);
  if (numberFormat === "@") return plain(value);
  if (value.startsWith("=") && value.length > 1)
    return { input: { kind: "formula", formula: value } };
  if (value.startsWith("'")) return plain(value.slice(1));
  const text = value.trim();
  if (NUMBER.test(text)) return plain(Number(text));
  if (GROUPED.test(text))
    return { ...plain(Number(text.replaceAll(",", ""))), numberFormat: "#,##0" };
  const percent = PERCENT.exec(text);
  if (percent !== null) return { ...plain(Number(percent[1]) / 100), numberFormat: "0%" };
  if (/^(?:true|false)$/i.test(text)) return plain(text.toLowerCase() === "true");
  if (ERROR.test(text)) return plain({ error: text.toUpperCase() });
  const day = readDay(text, today);
  return day === null ? plain(value) : { ...plain(day), numberFormat: "yyyy/m/d" };
}

function plain(value: number | string | boolean | { readonly error: string } | null): TypedCell {
  return { input: { kind: "value", value } };
}

/** Days since Excel's zero day, 30 December 1899. */
function readDay(text: string, today: () => Date): number | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const year = match[1] === undefined ? today().getFullYear() : Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round((date.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
}
