import type { MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";

/** Marks by which a form declares that there is no figure: no target set, not applicable. */
export const DECLARED_NONE: ReadonlySet<string> = new Set([
  "-",
  "–",
  "—",
  "－",
  "--",
  "——",
  "/",
  "／",
  "\\",
  "无",
  "不适用",
  "不考核",
]);

/** Whether a host's value is blank: null, omitted, "" or a declared "none". */
export function isMissing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== "string") return false;
  const text = value.trim();
  return text === "" || DECLARED_NONE.has(text);
}

/** Newer hosts hand a formatted number or an entity in as an object; what older ones would see is its basicValue. */
export function basicValueOf(cell: unknown): unknown {
  return typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
}

/** A number out of a host's cell value; `parameter` is its place in the call, for the message. */
export function readNumber(cell: unknown, parameter: number): MeasureResult {
  const value = basicValueOf(cell);
  if (isMissing(value)) return unmeasured({ reason: "missing", parameter });
  const error = findError(value);
  if (error !== undefined) return unmeasured({ reason: "error-operand", error });
  if (typeof value === "number" && Number.isFinite(value)) return measured(value);
  return unmeasured({ reason: "not-a-number", parameter, text: describe(value) });
}

/** A text out of a host's cell value. */
export function readText(cell: unknown, parameter: number): MeasureResult<string> {
  const value = basicValueOf(cell);
  if (isMissing(value)) return unmeasured({ reason: "missing", parameter });
  const error = findError(value);
  if (error !== undefined) return unmeasured({ reason: "error-operand", error });
  if (typeof value === "string") return measured(value.trim());
  return unmeasured({ reason: "not-a-text", parameter });
}

/** Places to round to: a whole number from 0 to 10; undefined where none is given, then nothing is rounded. */
export function readDecimals(value: unknown, parameter: number): MeasureResult<number | undefined> {
  if (isMissing(value)) return measured(undefined);
  const decimals = readNumber(value, parameter);
  if (!decimals.ok) return decimals;
  const isPlaces = Number.isInteger(decimals.value) && decimals.value >= 0 && decimals.value <= 10;
  return isPlaces ? decimals : unmeasured({ reason: "decimals-out-of-range", parameter });
}

/** The error a host hands in as an operand: its text, or a CustomFunctions.Error with its code. */
function findError(value: unknown): string | undefined {
  if (typeof value === "string") return ERRORS.has(value) ? value : undefined;
  if (typeof value !== "object" || value === null || !("code" in value)) return undefined;
  return typeof value.code === "string" && value.code.startsWith("#") ? value.code : undefined;
}

const ERRORS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
]);

function describe(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "boolean" ? String(value).toUpperCase() : typeof value;
}
