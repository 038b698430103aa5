import type { CellValue, PlannedCell } from "../../../core/index.ts";
import type { Bench } from "../bench.ts";
import { carryOut, cells, shown, until } from "../bench.ts";
import type { StepOutcome } from "../result.ts";
import { PASSED, failedStep } from "../result.ts";
import type { SelfTestStep } from "../step.ts";

const NUMBER = 109.24;
/** Text that Excel would take for a formula, were it not written as text. */
const TEXT = "=运城开发区";

const WRITTEN: readonly PlannedCell[] = [
  { kind: "number", value: NUMBER, numberFormat: "0.00" },
  { kind: "text", text: TEXT },
  { kind: "formula", formula: "=A3*2", numberFormat: "General" },
];

export const write: SelfTestStep = {
  id: "write",
  needs: "sheet",
  run: async ({ host, sheet }) => {
    await carryOut(host, [
      { kind: "write-block", sheet, at: { row: 2, column: 0 }, cells: [WRITTEN] },
    ]);
    return PASSED;
  },
};

export const read: SelfTestStep = {
  id: "read",
  needs: "sheet",
  run: async (bench) => {
    const calculated = await waitFor(bench, "C3", NUMBER * 2);
    const { values, formulas } = await cells(bench, "A3:B3");
    if (calculated.status !== PASSED.status) return calculated;
    const { formulas: typed } = await cells(bench, "C3");
    return compare(
      [NUMBER, TEXT, null, "=A3*2"],
      [...(values[0] ?? []), formulas[0]?.[1] ?? null, typed[0]?.[0]]
    );
  },
};

/** A formula follows the cell it stands on; in manual calculation it does so with F9 only. */
export const recalculation: SelfTestStep = {
  id: "recalculation",
  needs: "sheet",
  run: async (bench) => {
    await carryOut(bench.host, [
      {
        kind: "write-block",
        sheet: bench.sheet,
        at: { row: 2, column: 0 },
        cells: [[{ kind: "number", value: 50, numberFormat: "0.00" }]],
      },
    ]);
    return waitFor(bench, "C3", 100);
  },
};

const TIME = 8000;

/** Waits until a cell shows a value. */
export async function waitFor(bench: Bench, a1: string, expected: CellValue): Promise<StepOutcome> {
  const found = await until(bench, TIME, async () => {
    const { values } = await cells(bench, a1);
    const value = values[0]?.[0] ?? null;
    return { done: shown(value) === shown(expected), value };
  });
  return compare([expected], [found]);
}

export function compare(
  expected: readonly CellValue[],
  found: readonly (CellValue | undefined)[]
): StepOutcome {
  const index = expected.findIndex((value, i) => shown(value) !== shown(found[i]));
  if (index === -1) return PASSED;
  return failedStep({
    code: "differs",
    expected: shown(expected[index]),
    found: shown(found[index]),
  });
}
