import type { Calculation } from "./arithmetic.ts";
import type { Grid } from "./broadcast.ts";
import { broadcast, toGrid } from "./broadcast.ts";
import type { MeasureFailure, MeasureResult } from "./result.ts";
import { measured, unmeasured } from "./result.ts";
import type { TwinStyle } from "./twin.ts";

/** Names of the functions, as the user types them. */
export type MeasureFunctionId =
  | "ZONE_GAP"
  | "ZONE_SHARE"
  | "ZONE_GROWTH"
  | "ZONE_DIFF"
  | "ZONE_PRIOR"
  | "ZONE_PACE"
  | "ZONE_ATTAIN"
  | "ZONE_NEEDED"
  | "ZONE_STATUS"
  | "ZONE_TARGET"
  | "ZONE_RATE"
  | "ZONE_CONTRIB"
  | "ZONE_RANK"
  | "ZONE_CONSISTENT"
  | "ZONE_WHOLE"
  | "ZONE_PHRASE";

/** And the one whose calculation is the engine. */
export type FunctionId = MeasureFunctionId | "ZONE_CHECK";

export interface Parameter {
  readonly name: { readonly zh: string; readonly en: string };
  /**
   * number and text are operands, cell by cell; numbers, operands and rules are a whole range or table, kind a word for a
   * way to compute; decimals, comparison, order and the optional ones may be left out; table is a range of indicators.
   */
  readonly kind:
    | "number"
    | "text"
    | "numbers"
    | "operands"
    | "kind"
    | "decimals"
    | "comparison"
    | "order"
    | "rules"
    | "optional-number"
    | "optional-text"
    | "table"
    | "optional-rules";
}

/** Where in the range of rules a target stands, both from 1, as INDEX counts. */
export interface RulePlace {
  readonly row: number;
  readonly column: number;
}

/** Errors that a list in a formula may hold. */
export const SHEET_ERRORS = [
  "#N/A",
  "#VALUE!",
  "#DIV/0!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
] as const;
export type SheetError = (typeof SHEET_ERRORS)[number];

/** How the cells of the targets are typed: as numbers, or some as texts with their sign (17%). */
type TargetType = "numbers" | "texts";

/** Where each target of a call over ranges stands, or the error in its place; one where the call gives one. */
export interface RulePlaces {
  readonly places: Grid<RulePlace | SheetError>;
  readonly typed: TargetType;
}

/** A word a call may have, and the row of its target. */
export interface WordRow {
  readonly word: string;
  readonly row: number | SheetError;
}

/** The rows of the words a calculated argument may be; by both: zone|indicator. */
export interface RuleLookup {
  readonly by: "zone" | "indicator" | "both";
  readonly rows: readonly WordRow[];
  /** Of zones nothing of their own is said of: one row, or one for each indicator. */
  readonly others: readonly WordRow[];
  /** What zones of their own are known by: a word with one of these that is not listed might be any of them. */
  readonly stems: readonly string[];
  readonly column: number;
  readonly typed: TargetType;
}

export type LocatedTarget = RulePlace | RulePlaces | RuleLookup;

/**
 * The same calculation in functions of Excel 2016, for a workbook that must open right without the add-in.
 * formula: written from the arguments alone · located: needs to know where the looked-up value stands · value: no
 * formula of such an Excel says it, and a portable copy holds the result.
 */
export type NativeTwin =
  | {
      readonly kind: "formula";
      /** With its =. Undefined where these arguments cannot be said in a formula. */
      readonly write: (args: readonly string[], style: TwinStyle) => string | undefined;
    }
  | { readonly kind: "value"; readonly why: { readonly zh: string; readonly en: string } }
  | {
      readonly kind: "located";
      readonly write: (args: readonly string[], located: LocatedTarget) => string;
    };

/** An example of the documentation; a test computes it. */
export interface MeasureExample {
  readonly formula: string;
  readonly inputs: readonly unknown[];
  readonly result: number | string;
}

/** All there is to say of a function, once: the host's edge, the documentation and the insert form read it here. */
export interface FunctionRecord {
  readonly id: FunctionId;
  readonly parameters: readonly Parameter[];
  /** The calculation in one line, the same in every language but for its names. */
  readonly formula: { readonly zh: string; readonly en: string };
  /** Where the rule comes from. */
  readonly source: { readonly zh: string; readonly en: string };
  readonly twin: NativeTwin;
  readonly examples: readonly MeasureExample[];
}

/** A record with its calculation. */
export interface MeasureFunction extends FunctionRecord {
  readonly id: MeasureFunctionId;
  /** The host's arguments in, a grid of results out: 1 × 1 for single cells, as large as the ranges otherwise. */
  readonly evaluate: (inputs: readonly unknown[]) => Grid<MeasureResult<number | string>>;
  /** The same with values as they are, and each failure as it is to be shown: a large range makes one grid, not two. */
  readonly evaluateInto?: <T>(
    inputs: readonly unknown[],
    failed: (failure: MeasureFailure) => T
  ) => Grid<number | string | T>;
  /** Of a function of numbers: what is computed for each place of the ranges. */
  readonly calculation?: Calculation;
}

/** What a call needs. The rest of a function's record is for readers: a bundle that only calls leaves it out. */
export type MeasureCall = Pick<
  MeasureFunction,
  "id" | "parameters" | "evaluate" | "evaluateInto" | "calculation"
>;

/** The whole record. Pure, so that a bundle drops it where it is not used. */
export function describedFunction(
  call: MeasureCall,
  description: Omit<FunctionRecord, "id" | "parameters">
): MeasureFunction {
  return { ...call, ...description };
}

type EvaluateInto = NonNullable<MeasureFunction["evaluateInto"]>;
export type Evaluation = Required<Pick<MeasureFunction, "evaluate" | "evaluateInto">>;

/** Both ways to ask for the results. */
export function evaluation(evaluateInto: EvaluateInto): Evaluation {
  return {
    evaluateInto,
    evaluate: (inputs) =>
      evaluateInto(inputs, unmeasured).map((row) =>
        row.map((cell) => (typeof cell === "object" ? cell : measured(cell)))
      ),
  };
}

/** Computes cell by cell over ranges of fitting sizes. */
export function elementwise(
  compute: (cells: readonly unknown[]) => MeasureResult<number | string>,
  parameters: readonly Parameter[]
): Evaluation {
  return evaluation(<T>(inputs: readonly unknown[], failed: (failure: MeasureFailure) => T) => {
    const grids = parameters.map((_parameter, index) => toGrid(inputs[index]));
    const results = broadcast<number | string | T>(grids, (cells) => {
      const result = compute(cells);
      return result.ok ? result.value : failed(result.failure);
    });
    return results ?? [[failed({ reason: "sizes-differ" })]];
  });
}

export const DECIMALS: Parameter = {
  name: { zh: "小数位数", en: "decimals" },
  kind: "decimals",
};
