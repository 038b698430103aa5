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
  ZONE_PRIOR: {
    description:
      "The base a growth implies: current divided by (1 plus growth over 100). For growth on the same scope it may differ from last year's published figure.",
    parameters: [
      "This period: a cell or a range.",
      "Growth in percent, as in the sheet: -17.92 for -17.92%.",
      DECIMALS,
    ],
  },
  ZONE_PACE: {
    description:
      "Ahead of or behind the calendar: attainment of the annual target less month over 12, in percentage points; positive is ahead. For levels and counts; growth and share targets are not scaled by months.",
    parameters: [
      "Done since January: a cell or a range.",
      "Target for the year: a cell or a range.",
      "Month, 1 to 12; 6 for January to June.",
      DECIMALS,
    ],
  },
  ZONE_ATTAIN: {
    description: "Attainment: actual divided by target times 100, in percent; may exceed 100.",
    parameters: ["Actual value: a cell or a range.", "Target value: a cell or a range.", DECIMALS],
  },
  ZONE_NEEDED: {
    description:
      "What the rest of the year must bring to reach a growth target for the year; 0 where it is reached already.",
    parameters: [
      "Done since January: a cell or a range.",
      "The same months of last year; held against the whole year.",
      "The whole of last year: a cell or a range.",
      "Growth target for the year in percent: 17 for 17%.",
    ],
  },
  ZONE_RATE: {
    description:
      "Rate: done divided by total times 100, in percent. The two cells chosen decide whether it is by number or by investment.",
    parameters: [
      "Done (started, in production, at capacity, rectified …): a cell or a range.",
      "The total: a cell or a range.",
      DECIMALS,
    ],
  },
  ZONE_CONTRIB: {
    description:
      "Contribution to growth: the part's increase divided by the total of last year times 100, in percentage points; negative drags the total down.",
    parameters: [
      "The part, this period: a cell or a range.",
      "The part, same period last year: a cell or a range.",
      "The total, same period last year: a cell or a range.",
      DECIMALS,
    ],
  },
  ZONE_RANK: {
    description: "Rank of a value among values; ties share the better place (1 2 2 4).",
    parameters: [
      "The value: a cell or a range.",
      "The range of all values; blanks, “-” and texts take no place.",
      "Order: 0 (largest first, the default) or 1 (smallest first), or its Chinese word.",
    ],
  },
  ZONE_CONSISTENT: {
    description:
      "Whether a stated number follows from others, judged by intervals: 吻合 (agrees), 尾差 (within rounding) or 不符 (disagrees). Each number counts with the digits it holds.",
    parameters: [
      "The stated number: a cell or a range.",
      "First the operands (cells or ranges), last the way to compute: share, rate, attainment, growth, increase, difference, gap or sum.",
    ],
  },
  ZONE_WHOLE: {
    description:
      "The whole numbers of which a count can be this percentage, ascending; #N/A where there is none, then the count or the percentage is wrong.",
    parameters: [
      "The count: a cell, a row or a column.",
      "The percentage, judged by the digits it is written with.",
    ],
  },
  ZONE_PHRASE: {
    description:
      "The clause of a bulletin, in Chinese: value, growth, difference to a reference, whether the target is met.",
    parameters: [
      "Name of the indicator: a cell or a range.",
      "The value: a cell or a range.",
      "Its unit; where it is %, reference and target are held against the value itself.",
      "Growth in percent, as in the sheet: -17.92 for -17.92%.",
      "The growth compared with, such as that of the city; left out if omitted.",
      "Name of what is compared with.",
      "The target, of the growth where there is one; left out if omitted.",
    ],
  },
  ZONE_CHECK: {
    description:
      "The findings of a table: severity, kind, place within the range and explanation; one row where there is nothing to find.",
    parameters: [
      "The whole table, title, headers and zone names included.",
      "The whole 目标规则 table, header row included; no targets of rules are judged if omitted.",
    ],
  },
};

/** What the words offered for a parameter mean. */
export const ENGLISH_ENUMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ZoneComparison: {
    不低于: "At least: exactly on target is met",
    高于: "Above: exactly on target is not met",
    不高于: "At most: lower is better, exactly on target is met",
    低于: "Below: lower is better, exactly on target is not met",
  },
  ZoneOrder: {
    由高到低: "The largest comes first",
    由低到高: "The smallest comes first, where lower is better",
  },
  ZoneKind: {
    占比: "Share: part, whole",
    率: "Rate: done, total",
    完成率: "Attainment: actual, target",
    增速: "Growth: this period, same period last year",
    增减额: "Increase: this period, same period last year",
    差: "Difference in points: rate, reference",
    差额: "Gap: actual, target",
    合计: "Sum: the members, or their range",
  },
};
