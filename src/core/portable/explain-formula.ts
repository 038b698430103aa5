import type { FunctionRecord, Grid, MeasureFunction, MeasureResult } from "../measures/index.ts";
import { FUNCTION_RECORDS, MEASURE_FUNCTIONS } from "../measures/index.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import type { Call } from "./calls.ts";
import { findCalls } from "./calls.ts";
import { FUNCTION_NAMES, mayCall } from "./native-formula.ts";
import type { CallOperand } from "./operand.ts";
import { readOperand } from "./operand.ts";

export type CallResult = MeasureResult<number | string>;

/** A call of one of our functions, with what it computes on now. */
export interface ExplainedCall {
  readonly record: FunctionRecord;
  /** ZONE_GAP(D5,E5) */
  readonly text: string;
  /** As many as the call has. */
  readonly operands: readonly CallOperand[];
  /** What it gives; null where Excel alone can tell: an operand has to be calculated, or the function is the engine. */
  readonly results: Grid<CallResult> | null;
  /** The same before rounding, where the call rounds. */
  readonly unrounded: CallResult | null;
}

export interface ExplainedFormula {
  /** The outermost first. */
  readonly calls: readonly ExplainedCall[];
  /** Wrapped as the insert form does it: IF(COUNT(…)<n,NA(),…), so that a blank operand gives #N/A. */
  readonly isGuarded: boolean;
}

const RECORDS: ReadonlyMap<string, FunctionRecord> = new Map(
  FUNCTION_RECORDS.map((record) => [record.id, record])
);
const MEASURES: ReadonlyMap<string, MeasureFunction> = new Map(
  MEASURE_FUNCTIONS.map((measure) => [measure.id, measure])
);

/** Every call of ours in a formula with its operands and result; undefined where there is none, or no reading it. */
export function explainFormula(
  formula: string,
  book: Book,
  home: Sheet
): ExplainedFormula | undefined {
  if (!mayCall(formula)) return undefined;
  const found = findCalls(formula, FUNCTION_NAMES);
  if (found === undefined || found.calls.length === 0) return undefined;
  const explained: { readonly call: Call; readonly words: ExplainedCall }[] = [];
  for (const call of found.calls) {
    const record = RECORDS.get(call.name);
    if (record === undefined) continue;
    const operands = call.args.map(({ start, end }): CallOperand => {
      const inner = explained.find(({ call: one }) => one.start === start && one.end === end);
      const text = formula.slice(start, end);
      return inner === undefined ? readOperand(text, book, home) : ofCall(text, inner.words);
    });
    const text = formula.slice(call.start, call.end);
    explained.push({ call, words: { record, text, operands, ...computeCall(record, operands) } });
  }
  const calls = [...explained].sort((a, b) => a.call.start - b.call.start);
  return {
    calls: calls.map(({ words }) => words),
    isGuarded: /^=IF\(COUNTA?\([^()]*\)<\d+,NA\(\),/u.test(formula),
  };
}

/** What a call gives on operands that are known. */
export function computeCall(
  record: FunctionRecord,
  operands: readonly CallOperand[]
): Pick<ExplainedCall, "results" | "unrounded"> {
  const measure = MEASURES.get(record.id);
  if (measure === undefined) return { results: null, unrounded: null };
  const inputs: unknown[] = [];
  for (const { input } of operands) {
    if (input === undefined) return { results: null, unrounded: null };
    inputs.push(input.value);
  }
  const results = measure.evaluate(inputs);
  const places = record.parameters.findIndex(({ kind }) => kind === "decimals");
  const rounds = places >= 0 && inputs[places] !== undefined && inputs[places] !== null;
  const unrounded = rounds ? measure.evaluate(inputs.slice(0, places))[0]?.[0] : undefined;
  return { results, unrounded: unrounded ?? null };
}

/** A call as the operand of another: its result, an error as its sign. */
function ofCall(text: string, { results }: ExplainedCall): CallOperand {
  const value = results?.map((row) => row.map((one) => (one.ok ? one.value : "#N/A")));
  const isOne = value?.length === 1 && value[0]?.length === 1;
  return {
    text,
    place: null,
    scale: "as-is",
    input: value === undefined ? undefined : { value: isOne ? value[0]?.[0] : value },
  };
}
