import type { Finding } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import { halfWidth, ownPlace } from "./trace-numbers.ts";
import type { TraceWords } from "./trace-words.ts";

/** How a trace is told in English. */
export const TRACE_WORDS_EN: TraceWords = {
  roles: {
    part: "Part",
    whole: "Whole",
    actual: "Value",
    prior: "Last year",
    rate: "Own",
    reference: "Reference",
    target: "Target",
    member: "Member",
    total: "Total",
    stated: "In the sheet",
    current: "Now",
    done: "Done",
    remaining: "Remaining",
    base: "Base",
    other: "The other",
    pace: "Pace",
    share: "Share",
    increase: "Increase",
    before: "Before",
  },
  line: (label, text) => `${label}: ${text}`,
  operand: (text, place) => `${text}${place === "" ? "" : `, ${place}`}`,
  cell: "Cell",
  computed: "Arithmetic",
  compared: "Compared",
  rounded: "Rounding",
  passes: "Would pass",
  allowed: (low, high) => `With the digits at hand the result lies between ${low} and ${high}`,
  blank: "blank",
  howCompared,
  roundingOf,
  wouldPass,
};

/** 2 decimals; whole numbers. */
function places(decimals: number): string {
  if (decimals === 0) return "whole numbers";
  return decimals === 1 ? "1 decimal" : `${decimals} decimals`;
}

function howCompared(finding: Finding): string | null {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  switch (finding.code) {
    case "target-unmet":
      return finding.params.rule.kind === "yes-no"
        ? `“${String(finding.stated)}” is held against the yes that is asked for`
        : null;
    case "rank-mismatch": {
      const { low, high, rows, ascending } = finding.params;
      const ahead = `of ${rows}, ${ascending ? "lowest" : "highest"} first, those before it: ${low - 1}`;
      return low === high ? ahead : `${ahead}, level with it or open: ${high - low}`;
    }
    case "aggregate-out-of-range":
      return `the members' least is ${number(finding.params.low)}, their greatest ${number(finding.params.high)}`;
    case "zone-missing":
      if (finding.params.serial !== null) return "row numbers go up by one";
      return finding.params.zone === null
        ? "the stated number less the rows there are"
        : `row by row by name; none of the ${finding.params.rows} rows is ${finding.params.zone}`;
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "the growth to be expected where the base is a whole year"
        : "year and last month of the two periods are held against each other and differ";
    case "missing-value":
      return finding.params.peers === 0
        ? "the row's base, growth or share is given, and needs this number"
        : "at least 80 % of the zones of the kind give theirs";
    case "text-number":
      return "the cell's type is text; without spaces and thousands marks it can be read one way only";
    case "not-a-number":
      return finding.params.nearest === null
        ? "without spaces, thousands marks and units it is no number"
        : "there is a number in the text, but nothing says that it is the one meant";
    case "formula-error":
      return `the formula gives no number but ${finding.params.error}`;
    case "unit-suspect":
      return finding.params.context === "fraction"
        ? "the other cells of the column have a percent format, this one has none"
        : null;
    case "sign-suspect":
      return `“${finding.params.word}” turns the sign once, the minus a second time`;
    case "repeated-values":
      return `cell by cell; ${finding.params.count} are equal to those of “${finding.params.other}”`;
    case "shifted-rows":
      return `by the row's own number first, then by that of the row ${finding.params.by > 0 ? "below" : "above"}`;
    case "formula-deviates":
      return finding.params.kind === "typed"
        ? `the column has the formula ${finding.params.usual}, this cell has none`
        : `${finding.params.formula ?? ""} ≠ ${finding.params.usual}`;
    case "external-link":
      return `the formula refers to “${finding.params.workbook}”, which is another workbook`;
    case "stale-value":
      return "the formula, computed with the numbers as they are now";
    case "cross-sheet-mismatch":
      return "one number less the other";
    case "duplicate-entry":
      return "the second entry less the first";
    case "precision-unsupported":
      return "decimals, held against what the numbers it is computed from support";
    case "target-undecided":
      return finding.params.reason === "rounding"
        ? "by the stored value first, then by the shown one"
        : "against each of the zones' targets";
    case "rule-never-fires":
      return {
        "no-zone":
          "the zones the rule is for are held against those of the sheets; none is the same",
        "no-indicator":
          "the rule's indicator and measure are held against the columns; none is the same",
        "no-period": "the rule's period is held against those of the sheets; none is the same",
        "no-reference":
          "the city's or province's value that the rule compares with is not in the sheets",
      }[finding.params.reason];
    case "rule-unknown-name":
      return finding.params.kind === "no-default"
        ? "the rules name zones only, and others in the sheets have no target"
        : "held against the names in the sheets, the catalogue's and its aliases; none is the same";
    default:
      return null;
  }
}

function roundingOf(finding: Finding): string | null {
  const { decimals } = finding.trace;
  const stated = typeof finding.stated === "number" ? formatFixed(finding.stated, decimals) : null;
  switch (finding.code) {
    case "share-mismatch":
    case "growth-mismatch":
    case "rate-mismatch":
    case "difference-mismatch":
    case "remainder-mismatch":
      return stated === null
        ? null
        : `to ${places(decimals)} it is ${formatFixed(finding.params.computed, decimals)}; the sheet says ${stated}`;
    case "sum-mismatch": {
      const slack = halfWidth(finding);
      return slack === null
        ? null
        : slack === "0"
          ? "nothing was rounded, so the total must be equal"
          : `rounding of all the numbers comes to at most ${slack}`;
    }
    case "cross-sheet-mismatch":
    case "duplicate-entry":
      return `rounded as they are written (${places(decimals)}) they still differ`;
    case "aggregate-out-of-range":
      return `outside even with half a last digit (${places(decimals)}) to each side`;
    case "rank-mismatch":
      return `as shown, at ${places(finding.trace.operands[0]?.decimals ?? 0)}; what shows alike is a tie`;
    case "integer-infeasible":
      return `no whole number gives a percentage that rounds to ${stated ?? ""} at ${places(decimals)}`;
    case "target-unmet":
      if (finding.params.rule.kind === "yes-no") return null;
      return finding.params.hiddenByRounding
        ? "the stored value is compared, not the shown one, which seems to meet the target"
        : "the stored value is compared, without rounding first";
    case "target-undecided":
      return finding.params.shown === null
        ? "the stored value is compared, without rounding first"
        : `the stored ${formatFixed(finding.params.actual, decimals)} is shown rounded to ${finding.params.shown}`;
    case "target-behind-pace":
      return `the progress is rounded once, to ${places(decimals)}`;
    case "precision-unsupported": {
      const { supported } = finding.params;
      return typeof finding.stated === "number"
        ? `rounded to ${places(supported)} it is ${formatFixed(finding.stated, supported)}`
        : null;
    }
    case "verdict-mismatch":
    case "target-mismatch":
      return "the stored values are compared, without rounding first";
    default:
      return null;
  }
}

/** What would make it pass, where it is no range of values. */
function wouldPass(finding: Finding): string {
  switch (finding.code) {
    case "target-unmet":
      return "a yes, or that the target does not apply";
    case "verdict-mismatch":
      return `a verdict that says ${finding.params.met ? "met" : "not met"}, or numbers that agree with the one written`;
    case "missing-value":
      return "a number, or “-” for none";
    case "not-a-number":
      return finding.params.nearest === null
        ? "one definite number, or “-” for none"
        : `one definite number (such as ${finding.params.nearest}), or “-” for none`;
    case "formula-error":
      return "a formula that gives a number, or “-” for none";
    case "zone-missing":
      if (finding.params.serial !== null) return `number the row ${finding.params.serial}`;
      return finding.params.zone === null
        ? `${finding.params.rows} as the stated number, or ${finding.params.stated ?? 0} rows`
        : `a row for ${finding.params.zone}`;
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "last year's values of the same months"
        : "the same period in both places";
    case "unit-conflict":
      return `the numbers ${finding.params.power > 0 ? "divided" : "multiplied"} by 10^${Math.abs(finding.params.power)}, or the unit in the header changed to suit`;
    case "precision-unsupported":
      return typeof finding.stated === "number"
        ? `${formatFixed(finding.stated, finding.params.supported)}, or more digits of the numbers it is computed from`
        : "more digits of the numbers it is computed from";
    case "zero-suspect":
      return "a 0 that is confirmed, or “-” where there is no number";
    case "repeated-values":
      return "numbers of this period and of this zone";
    case "shifted-rows":
      return "numbers and shares in the same row";
    case "formula-deviates":
      return `the formula ${finding.params.usual}`;
    case "external-link":
      return "a formula that stays inside this workbook, or a plain number";
    case "target-undecided":
      return finding.params.reason === "rounding"
        ? "a stored and a shown value that say the same of the target"
        : "all of the zones' targets met, or none";
    case "target-behind-pace": {
      const { target, pace } = finding.params;
      const digits = finding.trace.operands[0]?.decimals ?? 2;
      return `at least ${formatFixed((target * pace) / 100, digits)}`;
    }
    case "small-base":
      return "a remark, or a corrected base or growth";
    case "residual-implausible":
      return "a rest that is not negative, its growth within 50 points of the city's";
    case "order-violation":
      if (finding.params.relation === "fall") return "a fall of at most 100";
      return finding.params.relation === "share"
        ? "a share of at most 100"
        : `${finding.params.partName} not above ${finding.params.wholeName}`;
    case "integer-infeasible": {
      const texts = finding.params.nearest.map(({ percent }) =>
        formatFixed(percent, finding.trace.decimals)
      );
      return texts.length === 0
        ? "a percentage that some whole number gives"
        : `a percentage of ${texts.join(" or ")}`;
    }
    case "rule-contradiction":
      return "the same target in both places, or one place only";
    case "rule-redundant":
      return "one place only";
    case "rule-never-fires":
      return "zones, indicator and period as in the sheets, or no such rule";
    case "rule-unknown-name":
      if (finding.params.kind === "no-default") return "a default target for the other zones";
      return finding.params.nearest === null
        ? "a name of the sheets or of the catalogue"
        : `a name of the sheets or of the catalogue, such as “${finding.params.nearest}”`;
    default:
      return `${ownPlace(finding)} in agreement with the numbers it is computed from`;
  }
}
