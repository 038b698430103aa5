import type { MeasureFunction, NamedCells, TargetsFound } from "../measures/index.ts";
import { FUNCTION_RECORDS, MEASURE_FUNCTIONS } from "../measures/index.ts";
import { findCalls } from "./calls.ts";
import type { Argument, Call } from "./calls.ts";
import { tokensOf } from "./tokens.ts";

/** Why a cell holds its value in a portable copy, and no formula. */
export type ValueReason =
  /** A function whose results no formula of Excel 2016 gives. */
  | "value-only"
  /** ZONE_TARGET where the rules are in cells that only Excel finds, or their targets in words. */
  | "not-located"
  /** The formula uses @ or #, which Excel 2016 does not know, and the cells they mean cannot be told. */
  | "newer-formula"
  /** With the native formulas in it, longer than Excel allows. */
  | "too-long"
  /** With more functions nested in one another than Excel allows. */
  | "too-deep"
  /** Beside our calls over ranges stand ranges of which the formula takes the one cell in its own row or column. */
  | "intersection"
  | "unreadable";

/** A formula without our functions. */
export type NativeFormula =
  | { readonly kind: "untouched" }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "value"; readonly reason: ValueReason };

/** Where a target of the rules stands, for the arguments of a ZONE_TARGET call; a failure's error where there is none. */
export type TargetLocator = (args: readonly string[]) => TargetsFound;

/** Excel's own limit of a formula's text. */
const MAX_LENGTH = 8192;
/** And of functions nested in one another. */
const MAX_LEVELS = 64;
const NAMES: ReadonlyMap<string, MeasureFunction> = new Map(
  MEASURE_FUNCTIONS.map((measure) => [measure.id, measure])
);
export const FUNCTION_NAMES: ReadonlySet<string> = new Set(FUNCTION_RECORDS.map(({ id }) => id));

/** Whether a formula may call one of ours: a look that costs nothing. */
export function mayCall(formula: string): boolean {
  return /ZONE_/iu.test(formula);
}

/**
 * The formula with every call of ours, however deeply nested, written in functions of Excel 2016. All other characters
 * stay as they are.
 */
export function toNative(
  formula: string,
  locate: TargetLocator,
  named: (name: string) => NamedCells | undefined = () => undefined
): NativeFormula {
  if (!mayCall(formula)) return { kind: "untouched" };
  const found = findCalls(formula, FUNCTION_NAMES);
  if (found === undefined) return { kind: "value", reason: "unreadable" };
  if (found.calls.length === 0) return { kind: "untouched" };
  if (found.isNewer) return { kind: "value", reason: "newer-formula" };
  const written: Written[] = [];
  for (const call of found.calls) {
    const text = writeCall(formula, call, written, { locate, named });
    if (typeof text !== "string") return text;
    if (text.length > MAX_LENGTH) return { kind: "value", reason: "too-long" };
    written.push({ call, text });
  }
  const native = textOf(formula, 0, formula.length, written);
  if (native.length > MAX_LENGTH) return { kind: "value", reason: "too-long" };
  if (deepest(native) > MAX_LEVELS) return { kind: "value", reason: "too-deep" };
  return { kind: "formula", formula: native };
}

/** How deep brackets stand in one another, those of functions and others. */
function deepest(formula: string): number {
  let depth = 0;
  let most = 0;
  for (const { type, value } of tokensOf(formula)) {
    if (type !== "operator") continue;
    if (value === "(") depth += 1;
    if (value === ")") depth -= 1;
    if (depth > most) most = depth;
  }
  return most;
}

/** What is known of the workbook the formula stands in. */
interface Knowledge {
  readonly locate: TargetLocator;
  readonly named: (name: string) => NamedCells | undefined;
}

interface Written {
  readonly call: Call;
  readonly text: string;
}

function writeCall(
  formula: string,
  call: Call,
  inner: readonly Written[],
  knowledge: Knowledge
): string | Extract<NativeFormula, { kind: "value" }> {
  const measure = NAMES.get(call.name);
  if (measure === undefined || measure.twin.kind === "value") {
    return { kind: "value", reason: "value-only" };
  }
  const args = call.args.map(({ start, end }) => textOf(formula, start, end, inner));
  if (args.length > measure.parameters.length) return { kind: "value", reason: "unreadable" };
  const native = twinOf(measure, args, computedOf(call.args, inner), knowledge);
  if (typeof native !== "string") return native;
  const bare = native.slice(1);
  return call.standsBesideSign && !isOneCall(bare) ? `(${bare})` : bare;
}

function twinOf(
  { twin }: MeasureFunction,
  args: readonly string[],
  computed: ReadonlySet<number>,
  { locate, named }: Knowledge
): string | Extract<NativeFormula, { kind: "value" }> {
  switch (twin.kind) {
    case "formula":
      return (
        twin.write(args, { kind: "exact", computed, named }) ?? {
          kind: "value",
          reason: "value-only",
        }
      );
    case "located": {
      const place = locate(args);
      if (place === undefined) return { kind: "value", reason: "not-located" };
      if ("error" in place) return errorFormula(place.error);
      return twin.write(args, place);
    }
    case "value":
      return { kind: "value", reason: "value-only" };
  }
}

/** Arguments that cannot be blank or text: arithmetic, and calls of ours that give numbers. */
function computedOf(args: readonly Argument[], inner: readonly Written[]): ReadonlySet<number> {
  const isCall = ({ start, end }: Argument): boolean =>
    inner.some(
      ({ call }) => call.start === start && call.end === end && !GIVES_OTHER.has(call.name)
    );
  return new Set(
    args.flatMap((argument, index) => (argument.isArithmetic || isCall(argument) ? [index] : []))
  );
}

/** A word, or a cell of the rules, which may hold anything. */
const GIVES_OTHER = new Set(["ZONE_STATUS", "ZONE_TARGET"]);

/** A stretch of the formula with the outermost calls in it replaced. */
function textOf(formula: string, start: number, end: number, written: readonly Written[]): string {
  const inside = written.filter(({ call }) => call.start >= start && call.end <= end);
  const outermost = inside
    .filter(
      ({ call }) =>
        !inside.some(
          ({ call: other }) => other !== call && other.start <= call.start && other.end >= call.end
        )
    )
    .sort((a, b) => a.call.start - b.call.start);
  let text = "";
  let at = start;
  for (const { call, text: replacement } of outermost) {
    text += formula.slice(at, call.start) + replacement;
    at = call.end;
  }
  return text + formula.slice(at, end);
}

/** IF(…), INDEX(…): nothing outside can bind into it. */
function isOneCall(text: string): boolean {
  if (!/^[A-Z]+\(/u.test(text) || !text.endsWith(")")) return false;
  let depth = 0;
  let isText = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '"') isText = !isText;
    else if (!isText && sign === "(") depth += 1;
    else if (!isText && sign === ")") depth -= 1;
    if (depth === 0 && sign === ")" && index < text.length - 1) return false;
  }
  return true;
}

/** A formula that gives an error; those no function gives become #N/A. */
export function errorFormula(error: string): string {
  switch (error) {
    case "#DIV/0!":
      return "=1/0";
    case "#VALUE!":
      return '=VALUE("?")';
    case "#NUM!":
      return "=SQRT(-1)";
    default:
      return "=NA()";
  }
}
