import type { FunctionSight } from "../../actions/index.ts";
import type { CellValue, Locale } from "../../core/index.ts";
import { formatArea, formatOwnDigits, isCellError, quoteSheetName } from "../../core/index.ts";
import type { CallOperand, CallResult } from "../../core/portable/index.ts";
import type { FunctionRecord } from "../../core/measures/index.ts";
import { MEASURE_FUNCTIONS, describeMeasureFailure } from "../../core/measures/index.ts";
import type { FunctionsTexts } from "./functions-texts.ts";

/** A value as it is said in a sentence. */
export function wordValue(value: unknown, texts: FunctionsTexts): string {
  if (value === null || value === undefined || value === "") return texts.blank;
  if (typeof value === "number") return formatOwnDigits(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return texts.truth[value ? "true" : "false"];
  return typeof value === "string" ? value : "";
}

/** What an operand holds: its value, or how many cells it has. */
export function wordInput({ input }: CallOperand, texts: FunctionsTexts): string {
  if (input === undefined) return "";
  const { value } = input;
  if (!Array.isArray(value)) return wordValue(value, texts);
  return texts.cells(
    value.reduce((sum: number, row) => sum + (Array.isArray(row) ? row.length : 1), 0)
  );
}

/** Under a box: whose number it is and what it holds; that a percent is taken a hundredfold. */
export function wordOperand(
  operand: CallOperand,
  sight: FunctionSight,
  sheet: string,
  locale: Locale,
  texts: FunctionsTexts
): readonly string[] {
  const { place } = operand;
  if (place === null) return [];
  const isOne = place.area.rows === 1 && place.area.columns === 1;
  const name = isOne ? sight.nameCell(place, locale) : undefined;
  const value = wordInput(operand, texts);
  const said = [name, value].filter((part) => part !== undefined && part !== "").join(" ");
  const cell = `${place.sheet === sheet ? "" : `${quoteSheetName(place.sheet)}!`}${formatArea(place.area)}`;
  return [
    ...(said === "" ? [] : [said]),
    ...(operand.scale === "hundredfold" ? [texts.hundredfold(cell)] : []),
  ];
}

/** A result, or why there is none. */
export function wordResult(
  record: FunctionRecord,
  result: CallResult,
  locale: Locale,
  texts: FunctionsTexts
): string {
  if (result.ok) return wordValue(result.value, texts);
  const measure = MEASURE_FUNCTIONS.find(({ id }) => id === record.id);
  return measure === undefined ? "" : describeMeasureFailure(measure, result.failure, locale);
}

export function wordCell(value: CellValue, texts: FunctionsTexts): string {
  return isCellError(value) ? value.error : wordValue(value, texts);
}
