import type { FunctionId } from "../../../core/measures/index.ts";
import { FUNCTION_RECORDS } from "../../../core/measures/index.ts";
import type { Bench } from "../bench.ts";
import { carryOut, cells, until } from "../bench.ts";
import { functionOutcome, isPending } from "../function-trials.ts";
import type { StepOutcome } from "../result.ts";
import { PASSED, failedStep } from "../result.ts";
import type { SelfTestStep } from "../step.ts";
import { compare, waitFor } from "./cells.ts";

/** Each function with the first example of its documentation, typed into a cell. */
export const functions: readonly SelfTestStep[] = FUNCTION_RECORDS.map(({ id }) => ({
  id,
  needs: "sheet",
  run: (bench) => functionOutcome(bench, id),
}));

const PROBED: FunctionId = "ZONE_GAP";

/** Where the first function does not answer, neither spill nor recalculation nor blanks can be tried. */
export async function withFunctions(
  bench: Bench,
  run: () => Promise<StepOutcome>
): Promise<StepOutcome> {
  const first = await functionOutcome(bench, PROBED);
  return first.status === "passed" ? run() : { status: "skipped", remark: first.remark };
}

const OPERANDS = [
  [21, 17],
  [16, 16],
  [15, 17],
];
const ANSWER_TIME = 15_000;

export const spill: SelfTestStep = {
  id: "spill",
  needs: "sheet",
  run: (bench) =>
    withFunctions(bench, async () => {
      await carryOut(bench.host, [
        {
          kind: "write-block",
          sheet: bench.sheet,
          at: { row: 19, column: 0 },
          cells: OPERANDS.map((row) =>
            row.map((value) => ({ kind: "number", value, numberFormat: "General" }))
          ),
        },
        {
          kind: "set-formulas",
          sheet: bench.sheet,
          at: { row: 19, column: 3 },
          formulas: [[`=${PROBED}(A20:A22,B20:B22)`]],
        },
      ]);
      const { values } = await until(bench, ANSWER_TIME, async () => {
        const grid = await cells(bench, "D20:D22");
        return { done: !grid.values.flat().some(isPending), value: grid };
      });
      const found = values.flat();
      // Excel before dynamic arrays fills the one cell the formula stands in.
      if (found[0] === 4 && found[1] === null) return failedStep({ code: "no-spill" });
      return compare([4, 0, -2], found);
    }),
};

/** An edited operand is seen by the function. */
export const functionRecalculation: SelfTestStep = {
  id: "function-recalculation",
  needs: "sheet",
  run: (bench) =>
    withFunctions(bench, async () => {
      const { host, sheet } = bench;
      await carryOut(host, [
        {
          kind: "write-block",
          sheet,
          at: { row: 24, column: 0 },
          cells: [[{ kind: "number", value: 20, numberFormat: "General" }]],
        },
        {
          kind: "set-formulas",
          sheet,
          at: { row: 24, column: 3 },
          formulas: [[`=${PROBED}(A25,17)`]],
        },
      ]);
      const before = await waitFor(bench, "D25", 3);
      if (before.status !== PASSED.status) return before;
      await carryOut(host, [
        {
          kind: "write-block",
          sheet,
          at: { row: 24, column: 0 },
          cells: [[{ kind: "number", value: 16, numberFormat: "General" }]],
        },
      ]);
      return waitFor(bench, "D25", -1);
    }),
};
