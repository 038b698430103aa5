import type { Result } from "../../../core/index.ts";
import type { Bench } from "../bench.ts";
import { areaOf, carryOut, need, until } from "../bench.ts";
import type { StepOutcome } from "../result.ts";
import { PASSED, failedStep } from "../result.ts";
import type { SelfTestStep } from "../step.ts";

const TIME = 5000;

/** Listens, does something that must be told of, and waits for it. What listens is always taken off again. */
async function hear(
  bench: Bench,
  watch: (heard: (sheet: string) => void) => Promise<Result<() => Promise<void>>>,
  act: () => Promise<void>
): Promise<StepOutcome> {
  const told = { isHeard: false };
  const stop = need(
    await watch((sheet) => {
      if (sheet === bench.sheet) told.isHeard = true;
    })
  );
  try {
    await act();
    await until(bench, TIME, () => Promise.resolve({ done: told.isHeard, value: null }));
  } finally {
    await stop();
  }
  return told.isHeard ? PASSED : failedStep({ code: "no-event" });
}

/** Results go stale by this event. */
export const editEvent: SelfTestStep = {
  id: "edit-event",
  needs: "sheet",
  run: (bench) =>
    hear(
      bench,
      (heard) => bench.host.watchEdits(heard),
      () =>
        carryOut(bench.host, [
          {
            kind: "write-block",
            sheet: bench.sheet,
            at: { row: 9, column: 0 },
            cells: [[{ kind: "number", value: 1, numberFormat: "General" }]],
          },
        ])
    ),
};

/** The 函数 view follows the selection by this event; 转到 selects. */
export const selectionEvent: SelfTestStep = {
  id: "selection-event",
  needs: "sheet",
  run: (bench) =>
    hear(
      bench,
      (heard) =>
        bench.host.watchSelection(({ sheet }) => {
          heard(sheet);
        }),
      () => carryOut(bench.host, [{ kind: "select", sheet: bench.sheet, area: areaOf("B12:C13") }])
    ),
};
