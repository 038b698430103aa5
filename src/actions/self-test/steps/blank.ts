import type { CellValue } from "../../../core/index.ts";
import { isCellError } from "../../../core/index.ts";
import { carryOut, cells, until } from "../bench.ts";
import { isPending } from "../function-trials.ts";
import type { BlankKind, BlankKinds } from "../result.ts";
import { limited, noted } from "../result.ts";
import type { SelfTestStep } from "../step.ts";
import { withFunctions } from "./functions.ts";

/** Targets by which the two calls are told from all others. */
const SINGLE = 20230630.5;
const IN_RANGE = 20231231.5;
const ANSWER_TIME = 15_000;

/**
 * Which kind of empty cell the host hands to functions: what arrives is looked at where functions run in this runtime;
 * elsewhere the result tells 0 from the rest.
 */
export const blank: SelfTestStep = {
  id: "blank",
  needs: "sheet",
  run: (bench) =>
    withFunctions(bench, async () => {
      const { host, sheet } = bench;
      const arrived = new Map<number, readonly unknown[]>();
      const stop = host.watchArguments((args) => {
        const target = first(args[1]);
        if (typeof target === "number") arrived.set(target, args);
      });
      try {
        await carryOut(host, [
          {
            kind: "set-formulas",
            sheet,
            at: { row: 29, column: 3 },
            formulas: [[`=ZONE_GAP(A30,${SINGLE})`], [`=SUM(ZONE_GAP(A30:A31,${IN_RANGE}))`]],
          },
        ]);
        const values = await until(bench, ANSWER_TIME, async () => {
          const found = (await cells(bench, "D30:D31")).values.flat();
          return { done: !found.some(isPending), value: found };
        });
        return judge({
          cell: kindOf(arrived.get(SINGLE)?.[0], values[0], -SINGLE),
          inRange: kindOf(arrived.get(IN_RANGE)?.[0], values[1], -2 * IN_RANGE),
          omitted: omittedKind(arrived.get(SINGLE)),
        });
      } finally {
        stop();
      }
    }),
};

function judge(kinds: BlankKinds): ReturnType<typeof noted> {
  return kinds.cell === "zero" || kinds.inRange === "zero"
    ? limited({ code: "blank-is-zero", kinds })
    : noted({ code: "blank", kinds });
}

/** Ranges come as rows of cells, a single cell as one row of one. */
function first(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  const [row] = argument as readonly unknown[];
  return Array.isArray(row) ? (row as readonly unknown[])[0] : row;
}

function kindOf(argument: unknown, result: CellValue | undefined, asZero: number): BlankKind {
  if (argument !== undefined) return rawKind(first(argument));
  if (result === asZero) return "zero";
  return result !== undefined && isCellError(result) && result.error === "#N/A" ? "empty" : "other";
}

function omittedKind(args: readonly unknown[] | undefined): BlankKind {
  return args === undefined ? "empty" : rawKind(args[2]);
}

function rawKind(value: unknown): BlankKind {
  if (value === null) return "null";
  if (value === undefined) return "undefined";
  if (value === "") return "text";
  return value === 0 ? "zero" : "other";
}
