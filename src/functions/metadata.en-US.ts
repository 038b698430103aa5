/** The English texts of the function metadata; ids, order and types come from functions.ts. Build time only. */
export interface EnglishFunction {
  readonly description: string;
  /** In the order of the parameters. */
  readonly parameters: readonly string[];
}

const DECIMALS = "Decimal places to round to, half away from zero; not rounded if omitted.";

export const ENGLISH: Readonly<Record<string, EnglishFunction>> = {
  ZONE_GAP: {
    description:
      "Gap to target: actual minus target, in percentage points for rates and in the unit for levels; negative where the target is missed.",
    parameters: [
      "Actual value: a cell or a range; write percentages as in the sheet, 17 for 17%.",
      "Target value: a cell or a range.",
      DECIMALS,
    ],
  },
  ZONE_SHARE: {
    description: "Share: part divided by total times 100, in percent.",
    parameters: ["The part: a cell or a range.", "The whole: a cell or a range.", DECIMALS],
  },
  ZONE_GROWTH: {
    description:
      "Growth on the same period last year, in percent (nominal). Growth of investment and value added is given by the statistics office and does not follow from the levels.",
    parameters: [
      "This period: a cell or a range.",
      "Same period last year: a cell or a range.",
      DECIMALS,
    ],
  },
  ZONE_DIFF: {
    description:
      "Difference of two rates, in percentage points; positive is above the reference, negative is below.",
    parameters: [
      "The rate (growth or share): a cell or a range; write percentages as in the sheet, -17.92 for -17.92%.",
      "The rate compared with, such as that of the city or of all zones of the province.",
      DECIMALS,
    ],
  },
  ZONE_STATUS: {
    description:
      "Whether a target is met: 达到 (met) or 未达到 (not met). Exactly on target is met.",
    parameters: [
      "Actual value: a cell or a range.",
      "Target value: a cell or a range.",
      "Comparison: >= (default), >, <= or <, or its Chinese word.",
    ],
  },
  ZONE_TARGET: {
    description:
      "The target that applies to a zone and indicator in the 目标规则 (target rules) table, exceptions included.",
    parameters: [
      "Name of the zone: a cell or a range.",
      "Name of the indicator; where it has several measures, the measure behind it.",
      "The whole target-rules table, header row included.",
    ],
  },
};
