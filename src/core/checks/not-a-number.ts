import type { Check } from "./check.ts";
import { doubleNegative } from "./sign-suspect.ts";
import { NO_TRACE, describeCell, eachCell } from "./single-cells.ts";

/** Text that no rule reads as exactly one number is not used. */
export const notANumber: Check = {
  id: "not-a-number",
  severity: "error",
  run: ({ index }) =>
    eachCell(index, (place, { content, at }) =>
      content.kind !== "unreadable" || doubleNegative(content) !== undefined
        ? null
        : {
            ...describeCell(place, at),
            code: "not-a-number",
            severity: "error",
            remark: "none",
            stated: content.text,
            expected: null,
            params: { text: content.text, nearest: content.nearest },
            trace: NO_TRACE,
          }
    ),
};
