import type {
  Grid,
  MeasureFailure,
  FunctionRecord,
  MeasureCall,
  MeasureResult,
  MessageLocale,
} from "../core/measures/synchronous.ts";
import { describeMeasureFailure } from "../core/measures/synchronous.ts";

/** What a function gives back to the host: numbers, texts and errors with their messages. */
export type CellOutput = number | string | CustomFunctions.Error;

/** The one place where a failure becomes a cell error. Only #VALUE! and #N/A can carry a message in Excel. */
export function toCellOutputs(
  measure: Pick<FunctionRecord, "parameters">,
  results: Grid<MeasureResult<number | string>>
): CellOutput[][] {
  return results.map((row) => row.map((result) => toCellOutput(measure, result)));
}

/** What the host is given for a call. */
export function evaluateCall(measure: MeasureCall, inputs: readonly unknown[]): CellOutput[][] {
  // The grid is this call's own: the host may have it as it is.
  return measure.evaluateInto === undefined
    ? toCellOutputs(measure, measure.evaluate(inputs))
    : (measure.evaluateInto(inputs, (failure) => toCellError(measure, failure)) as CellOutput[][]);
}

function toCellOutput(
  measure: Pick<FunctionRecord, "parameters">,
  result: MeasureResult<number | string>
): CellOutput {
  return result.ok ? result.value : toCellError(measure, result.failure);
}

function toCellError(
  measure: Pick<FunctionRecord, "parameters">,
  failure: MeasureFailure
): CustomFunctions.Error {
  const code = errorCode(failure);
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
  return code === invalidValue || code === notAvailable
    ? new CustomFunctions.Error(code, describeMeasureFailure(measure, failure, messageLocale()))
    : new CustomFunctions.Error(code);
}

function errorCode(failure: MeasureFailure): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  switch (failure.reason) {
    case "missing":
    case "negative-base":
    case "growth-too-low":
    case "not-among":
    case "no-whole":
    case "no-rule":
      return ErrorCode.notAvailable;
    case "zero-base":
    case "growth-to-nothing":
      return ErrorCode.divisionByZero;
    case "not-a-number":
    case "not-a-text":
    case "decimals-out-of-range":
    case "month-out-of-range":
    case "part-exceeds-year":
    case "unknown-order":
    case "unknown-kind":
    case "operand-count":
    case "not-a-count":
    case "too-many-wholes":
    case "not-a-line":
    case "unknown-comparison":
    case "sizes-differ":
    case "no-rules-table":
    case "several-rules":
    case "no-table":
    case "faulty-rules":
      return ErrorCode.invalidValue;
    case "error-operand":
      return passedOn(failure.error);
  }
}

/** An operand's own error goes on as it is, where a function may give it; #NAME? and #REF! may not, and become #N/A. */
function passedOn(error: string): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  switch (error) {
    case "#DIV/0!":
      return ErrorCode.divisionByZero;
    case "#VALUE!":
      return ErrorCode.invalidValue;
    case "#NUM!":
      return ErrorCode.invalidNumber;
    case "#NULL!":
      return ErrorCode.nullReference;
    default:
      return ErrorCode.notAvailable;
  }
}

/** Chinese unless the host's own language is another: a bare function runtime has no Office.context. */
export function messageLocale(): MessageLocale {
  const language =
    typeof Office === "undefined"
      ? undefined
      : (Office.context as Office.Context | undefined)?.displayLanguage;
  return language === undefined || language.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US";
}
