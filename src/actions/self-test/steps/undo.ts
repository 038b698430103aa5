import { carryOut } from "../bench.ts";
import { noted } from "../result.ts";
import type { SelfTestStep } from "../step.ts";
import { waitFor } from "./cells.ts";

/**
 * Several writes in one run, as a validation makes them. No host lets an add-in press Ctrl+Z; whether such a run is one
 * step of the user's undo list is what the host announces, and this shows that it takes a run of that kind.
 */
export const undo: SelfTestStep = {
  id: "undo",
  needs: "sheet",
  run: async (bench) => {
    const { host, sheet } = bench;
    await carryOut(host, [
      { kind: "set-formulas", sheet, at: { row: 33, column: 0 }, formulas: [["=1+1"]] },
      { kind: "set-formulas", sheet, at: { row: 34, column: 0 }, formulas: [["=A34+1"]] },
    ]);
    const outcome = await waitFor(bench, "A35", 3);
    return outcome.status === "passed"
      ? noted({ code: "undo", undo: host.abilities().undo })
      : outcome;
  },
};
