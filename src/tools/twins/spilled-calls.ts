import { formatArea } from "../../core/index.ts";
import { EXACT } from "../../core/measures/index.ts";
import type { MeasureFunction, MeasureResult } from "../../core/measures/index.ts";
import type { Call, Input } from "./calls.ts";
import { asHostValue, callsOf, rankedOf } from "./calls.ts";

/** Values are ranked among so many; an error among them spoils all of their ranks. */
const RANKED = 12;

/** A call over columns of operands, its native twin over the same columns, and what the function gives for each row. */
export interface SpilledCall {
  /** Its first row, from 0; the operands stand in the columns from A. */
  readonly row: number;
  readonly rows: readonly Call[];
  /** Both with their =. */
  readonly call: string;
  readonly twin: string;
  readonly results: readonly MeasureResult<number | string>[];
}

/**
 * Random calls of a function that has a formula for a twin, `count` rows in all. The rows of one number of places stand
 * together, since the places are one for a whole call. `adapt` changes operands that the spreadsheet reads its own way.
 */
export function spilledCallsOf(
  measure: MeasureFunction,
  count: number,
  seed: number,
  firstRow: number,
  adapt: (input: Input) => Input = (input) => input
): readonly SpilledCall[] {
  const groups =
    measure.id === "ZONE_RANK"
      ? rankedOf(RANKED, Math.floor(count / RANKED), seed).map((values) =>
          values.map((value): Call => ({ inputs: [value], decimals: undefined }))
        )
      : byDecimals(callsOf(measure, count, seed));
  let row = firstRow;
  return groups.map((group, index) => {
    const rows = group.map((call) => ({ ...call, inputs: call.inputs.map(adapt) }));
    const spilled = spilledCall(measure, rows, row, index);
    row += rows.length;
    return spilled;
  });
}

function byDecimals(calls: readonly Call[]): readonly (readonly Call[])[] {
  const places = [...new Set(calls.map(({ decimals }) => decimals))];
  return places.map((one) => calls.filter(({ decimals }) => decimals === one));
}

function spilledCall(
  measure: MeasureFunction,
  rows: readonly Call[],
  row: number,
  index: number
): SpilledCall {
  const columns = rows[0]?.inputs.map((_one, column) => column) ?? [];
  const ranges = columns.map((column) =>
    formatArea({ row, column, rows: rows.length, columns: 1 })
  );
  const host = columns.map((column) =>
    rows.map(({ inputs }) => [asHostValue(inputs[column] ?? null)])
  );
  const last = measure.id === "ZONE_RANK" ? [undefined, 0, 1][index % 3] : rows[0]?.decimals;
  const given = last === undefined ? [] : [String(last)];
  const isRank = measure.id === "ZONE_RANK";
  const args = [...(isRank ? [...ranges, ...ranges] : ranges), ...given];
  const twin = measure.twin.kind === "formula" ? measure.twin.write(args, EXACT) : undefined;
  if (twin === undefined) throw new Error(`No twin of ${measure.id}`);
  const results = measure.evaluate([...(isRank ? [...host, ...host] : host), last]);
  return {
    row,
    rows,
    call: `=${measure.id}(${args.join(",")})`,
    twin,
    results: results.flatMap(([result]) => (result === undefined ? [] : [result])),
  };
}
