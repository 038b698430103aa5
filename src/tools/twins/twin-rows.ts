import { EXACT, getMeasureFunction, locateTarget } from "../../core/measures/index.ts";
import type { MeasureFunction } from "../../core/measures/index.ts";
import { formatCell } from "../../core/index.ts";
import type { Call, Input } from "./calls.ts";
import { asHostValue, callsOf, errorOf, isNearTie, rankedOf } from "./calls.ts";
import { spilledCallsOf } from "./spilled-calls.ts";

/** One call: its operands in the cells from A, what the function gives, and its native twin over those cells. */
export interface TwinRow {
  readonly cells: readonly Input[];
  /** The call as it would be typed. */
  readonly call: string;
  /** A number, a text, or the text of an error. */
  readonly expected: number | string;
  /** Null in the rows below that of an array formula. */
  readonly twin: string | null;
  /** Rows the twin fills as an array formula, its own the first; null where it is a formula of one cell. */
  readonly fills: number | null;
  /**
   * How far the spreadsheet's number may be from ours. Undefined where a rounding tie is so near that they may part, or where
   * operands hold different errors: LibreOffice hands on the last of them, Excel the first.
   */
  readonly within: number | undefined;
}

const RANKED = 7;
/** The first row below the headers, counted from 0. */
const FIRST_ROW = 1;

/**
 * Random calls of a function that has a formula for a twin. Without truth values among the operands: LibreOffice, unlike
 * Excel, takes TRUE in a cell for a number.
 */
export function twinRows(
  measure: MeasureFunction,
  count: number,
  seed: number
): readonly TwinRow[] {
  const ranked = rankedOf(RANKED, count, seed);
  const calls = callsOf(measure, count, seed).map((call) => ({
    ...call,
    inputs: call.inputs.map(withoutTruth),
  }));
  return calls.flatMap((call, index) =>
    measure.id === "ZONE_RANK"
      ? rankRow(measure, call, (ranked[index] ?? []).map(withoutTruth), index)
      : numbersRow(measure, call, index)
  );
}

function isError(cell: Input): cell is { readonly error: string } {
  return typeof cell === "object" && cell !== null;
}

function withoutTruth(input: Input): Input {
  return typeof input === "boolean" ? null : input;
}

function numbersRow(
  measure: MeasureFunction,
  { inputs, decimals }: Call,
  index: number
): readonly TwinRow[] {
  const places = decimals === undefined ? [] : [String(decimals)];
  const args = [...inputs.map((_one, column) => cellAt(index, column)), ...places];
  const host = inputs.map(asHostValue);
  const tie = decimals !== undefined && isNearTie(measure, host, decimals);
  return rowOf(measure, inputs, args, [...host, decimals], tie);
}

/** The value first, then the values it is ranked among, which mostly hold it. */
function rankRow(
  measure: MeasureFunction,
  { inputs: [value = null] }: Call,
  values: readonly Input[],
  index: number
): readonly TwinRow[] {
  const among = index % 5 === 0 ? values : [value, ...values.slice(1)];
  const order = [undefined, 0, 1][index % 3];
  const range = `${cellAt(index, 1)}:${cellAt(index, RANKED)}`;
  const args = [cellAt(index, 0), range, ...(order === undefined ? [] : [String(order)])];
  const host = [asHostValue(value), [among.map(asHostValue)], order];
  return rowOf(measure, [value, ...among], args, host, false);
}

function rowOf(
  measure: MeasureFunction,
  cells: readonly Input[],
  args: readonly string[],
  host: readonly unknown[],
  isTie: boolean
): readonly TwinRow[] {
  const twin = measure.twin.kind === "formula" ? measure.twin.write(args, EXACT) : undefined;
  const result = measure.evaluate(host)[0]?.[0];
  if (twin === undefined || result === undefined) return [];
  const expected = result.ok ? result.value : errorOf(result);
  const within = isTie ? undefined : boundOf(expected, cells, cells);
  const call = `${measure.id}(${args.join(",")})`;
  return [{ cells, call, expected, twin, fills: null, within }];
}

/** How far a spreadsheet's number may be from ours; undefined where operands that are read together hold several errors. */
function boundOf(
  expected: number | string,
  cells: readonly Input[],
  together: readonly Input[]
): number | undefined {
  const errors = new Set(together.flatMap((one) => (isError(one) ? [one.error] : [])));
  if (errors.size > 1) return undefined;
  const numbers = [expected, ...cells].filter((one) => typeof one === "number").map(Math.abs);
  return 1e-12 * Math.max(1, ...numbers);
}

/** Calls over columns, whose twins are array formulas over the rows they fill. */
export function spilledTwinRows(
  measure: MeasureFunction,
  count: number,
  seed: number
): readonly TwinRow[] {
  const spilled = spilledCallsOf(measure, count, seed, FIRST_ROW, withoutTruth);
  return spilled.flatMap(({ rows, call, twin, results }) => {
    const all = rows.flatMap(({ inputs }) => inputs);
    return rows.flatMap(({ inputs, decimals }, index): readonly TwinRow[] => {
      const result = results[index];
      if (result === undefined) return [];
      const expected = result.ok ? result.value : errorOf(result);
      const host = inputs.map(asHostValue);
      const isTie = decimals !== undefined && isNearTie(measure, host, decimals);
      const together = measure.id === "ZONE_RANK" ? all : inputs;
      return [
        {
          cells: inputs,
          call: index === 0 ? call.slice(1) : "",
          expected,
          twin: index === 0 ? twin : null,
          fills: rows.length,
          within: isTie ? undefined : boundOf(expected, inputs, together),
        },
      ];
    });
  });
}

/** ZONE_TARGET, whose twin points into the table of rules: its examples, with the table on a sheet of its own. */
export function targetRows(rulesSheet: string): {
  readonly rows: readonly TwinRow[];
  readonly rules: readonly (readonly Input[])[];
} {
  const { examples, twin } = getMeasureFunction("ZONE_TARGET");
  const rules = (examples[0]?.inputs[2] ?? []) as readonly (readonly Input[])[];
  const last = formatCell({ row: rules.length - 1, column: (rules[0]?.length ?? 1) - 1 });
  const range = `${rulesSheet}!$A$1:$${last.replace(/(\d+)$/u, "$$$1")}`;
  const rows = examples.flatMap(
    ({ inputs: [zone, indicator], result }, index): readonly TwinRow[] => {
      const place = locateTarget(String(zone), String(indicator), rules);
      if (!place.ok || twin.kind !== "located") return [];
      const args = [cellAt(index, 0), cellAt(index, 1), range];
      return [
        {
          cells: [String(zone), String(indicator)],
          call: `ZONE_TARGET(${args.join(",")})`,
          expected: result,
          twin: twin.write(args, place.value),
          fills: null,
          within: 0,
        },
      ];
    }
  );
  return { rows, rules };
}

function cellAt(index: number, column: number): string {
  return formatCell({ row: index + FIRST_ROW, column });
}
