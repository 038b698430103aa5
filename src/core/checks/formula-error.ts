import type { Check } from "./check.ts";
import { NO_TRACE, describeCell, eachCell } from "./single-cells.ts";

/** An error value (#REF!, #DIV/0! …) where a number belongs. */
export const formulaError: Check = {
  id: "formula-error",
  severity: "error",
  run: ({ index }) =>
    eachCell(index, (place, { content, at }) =>
      content.kind !== "error"
        ? null
        : {
            ...describeCell(place, at),
            code: "formula-error",
            severity: "error",
            remark: "none",
            stated: content.error,
            expected: null,
            params: { error: content.error },
            trace: NO_TRACE,
          }
    ),
};
