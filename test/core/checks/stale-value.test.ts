import type { Book } from "../../../src/core/index.ts";
import { bookOfLines } from "../../support/lines.ts";
import { tableOfCode } from "../../support/table-of-code.ts";

const manual = (...lines: readonly string[]): Book => ({
  ...bookOfLines("开发区|工业投资完成(亿元)", "河津开发区|14.26", "永济开发区|8.66", ...lines),
  calculation: "manual",
});

tableOfCode(
  "stale-value",
  [
    ["up to date", manual("合计|=B4+B5→22.92")],
    ["binary noise", manual("合计|=B4+B5→22.920000000000002")],
    ["a function that is not recomputed here", manual("合计|=SUMPRODUCT(B4:B5)→1")],
    [
      "calculated automatically",
      bookOfLines(
        "开发区|工业投资完成(亿元)",
        "河津开发区|14.26",
        "永济开发区|8.66",
        "合计|=B4+B5→22.91"
      ),
    ],
  ],
  [
    [
      "a last digit behind",
      {
        ...bookOfLines(
          "开发区|工业投资完成(亿元)|税收收入完成(亿元)",
          "河津开发区|=C4+11.15→14.25|3.11",
          "永济开发区|8.66|2.12"
        ),
        calculation: "manual",
      },
      ["warning B4"],
    ],
    ["a SUM, whose total does not add up any more", manual("合计|=SUM(B4:B5)→20.1"), ["error B6"]],
  ]
);
