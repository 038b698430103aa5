import type { Flag } from "../../../core/index.ts";
import { markFormula } from "../../../core/index.ts";
import { areaOf, carryOut, need } from "../bench.ts";
import { PASSED, failedStep } from "../result.ts";
import type { SelfTestStep } from "../step.ts";

const FLAG: Flag = {
  areas: [areaOf("A5:A8"), areaOf("C5:C8")],
  formula: markFormula("AND(ISNUMBER($A5),$A5<17)"),
  style: "unmet",
};

/** Marks are put as a validation puts them, over two areas, and taken off as 清除标记 does: none may stay. */
export const flags: SelfTestStep = {
  id: "flags",
  needs: "sheet",
  run: async ({ host, sheet }) => {
    await carryOut(host, [{ kind: "put-flags", sheet, flags: [FLAG] }]);
    const put = need(await host.readFlags(sheet));
    if (put.length === 0) return failedStep({ code: "differs", expected: FLAG.formula, found: "" });
    await carryOut(host, [{ kind: "remove-flags", sheets: [sheet] }]);
    const left = need(await host.readFlags(sheet));
    return left.length === 0 ? PASSED : failedStep({ code: "flags-left", count: left.length });
  },
};
