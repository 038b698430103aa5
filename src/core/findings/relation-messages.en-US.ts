import type { Period } from "../model/period.ts";
import { formatPeriodWords } from "../submission/period-words.ts";
import { formatFixed } from "./format-number.ts";
import { measureLabel } from "./measure-labels.ts";
import type { OrderViolation, PeriodConflict, RateBasis, RelationFinding } from "./finding.ts";
import { amount, divisionText, headsText, quotientText, targetText } from "./wording.ts";

const LOCALE = "en-US";

const BASES: Readonly<Record<RateBasis, string>> = {
  count: "number",
  investment: "investment",
  "completed-investment": "completed investment",
  output: "output",
  amount: "amount",
  quotient: "quotient",
  points: "rate and full marks",
  shown: "what its rows show",
};

/** What a finding of a target or a relation says, in English. */
export function relationMessage(finding: RelationFinding, hint: string): string {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  const percent = (value: number): string => `${number(value)}%`;
  const stated = typeof finding.stated === "number" ? number(finding.stated) : finding.stated;
  switch (finding.code) {
    case "target-behind-pace": {
      const { actual, target, progress, pace, unit } = finding.params;
      const places = finding.trace.operands[0]?.decimals ?? 2;
      return `${amount(actual, places, unit, LOCALE)} is ${percent(progress)} of the year's target of ${targetText(target, unit, LOCALE)}, ${number(pace - progress)} percentage points behind the pace of ${percent(pace)}`;
    }
    case "target-undecided": {
      const { actual, targets, reason, shown, unit } = finding.params;
      const own = amount(actual, decimals, unit, LOCALE);
      const limits = targets.map((target) => targetText(target, unit, LOCALE)).join(", ");
      return reason === "weights"
        ? `${own}; the zones' targets are ${limits}, so that it depends on their weights whether the target is met`
        : `The stored value is ${own}, the cell shows ${shown === null ? "" : targetText(shown, unit, LOCALE)}; against the target of ${limits} they give different verdicts`;
    }
    case "rate-mismatch": {
      const { basis, computed, fits, wholeColumn, unit } = finding.params;
      const division = divisionText(finding);
      if (basis === "shown")
        return `${stated} is stated; most rows of the column are ${headsText(finding, " ÷ ")} of their row: ${finding.trace.arithmetic ?? ""} gives ${number(computed)}${hint}`;
      if (basis === "points")
        return `${stated} points are stated; as all other rows of the column are marked (rate × full marks), ${finding.trace.arithmetic ?? ""} gives ${number(computed)}${hint}`;
      if (basis === "quotient")
        return `${stated}${unit === null ? "" : ` ${unit}`} is stated; ${quotientText(finding)} gives ${number(computed)}${hint}`;
      const other =
        fits === null ? "" : `; by ${BASES[fits.basis]} (${fits.part} ÷ ${fits.whole}) it fits`;
      return wholeColumn
        ? `The column does not follow by ${BASES[basis]} (${stated}% is stated, ${division} gives ${percent(computed)})${other === "" ? "; what is it computed from?" : other}`
        : `${stated}% is stated; by ${BASES[basis]} ${division} gives ${percent(computed)}${other}${hint}`;
    }
    case "rank-mismatch": {
      const { ranked, value, low, high, rows, ascending } = finding.params;
      const place = low === high ? `${low}` : `${low} to ${high}`;
      const places = finding.trace.operands[0]?.decimals ?? decimals;
      return `Rank ${stated} is stated; ${measureLabel(ranked, LOCALE)} ${formatFixed(value, places)} ranks ${place} of ${rows}, ${ascending ? "lowest" : "highest"} first`;
    }
    case "order-violation": {
      const { part, whole, partName, wholeName, relation, unit, wholeColumn } = finding.params;
      const smaller = amount(part, decimals, unit, LOCALE);
      if (relation === "share") return `${smaller} is stated; a share above 100%`;
      if (relation === "fall") return `${smaller} is stated; a fall of more than 100%`;
      const larger = amount(whole, decimals, unit, LOCALE);
      return wholeColumn
        ? `${partName} exceeds ${wholeName} all over the column (${smaller} against ${larger}); is the scope the same?`
        : `${partName} ${smaller} exceeds ${wholeName} ${larger}`;
    }
    case "aggregate-out-of-range": {
      const { low, high, members } = finding.params;
      return `${stated}% is stated, outside the ${percent(low)} to ${percent(high)} of its ${members} members`;
    }
    case "cumulative-decrease": {
      const { before, now, unit } = finding.params;
      return `The cumulative ${amount(now, decimals, unit, LOCALE)} is less than the ${amount(before, decimals, unit, LOCALE)} before it`;
    }
    case "remainder-mismatch": {
      const { done, parts, total, computed, unit, wholeColumn } = finding.params;
      const arithmetic = `${number(total)} − ${number(done)}`;
      const taken = parts > 1 ? "the other parts" : "done";
      return wholeColumn
        ? `The column of what remains does not follow (${stated} is stated, ${arithmetic} = ${number(computed)}); is the scope the same?`
        : `${stated} is stated; total less ${taken}, ${arithmetic}, gives ${amount(computed, decimals, unit, LOCALE)}`;
    }
    case "cross-sheet-mismatch": {
      const { other, otherSheet, otherStanding, wholeColumn } = finding.params;
      const compared = `${stated} here, ${number(other)} in "${otherSheet}"`;
      const standing = otherStanding ? "; the two are of different standing" : "";
      return wholeColumn
        ? `The whole column differs from "${otherSheet}" (${compared})${standing}`
        : `${compared}${standing}${hint}`;
    }
    case "integer-infeasible": {
      const { count, nearest } = finding.params;
      const others = nearest
        .map(({ whole, percent: one }) => `${count} ÷ ${whole} is ${percent(one)}`)
        .join(", ");
      return `${count} cannot be ${stated}% of any whole number${others === "" ? "" : ` (${others})`}`;
    }
    case "residual-implausible": {
      const { rest, restGrowth, wholeGrowth, zonesGrowth, wholeName, unit } = finding.params;
      const left = amount(rest, decimals, unit, LOCALE);
      if (rest < 0) return `The zones exceed ${wholeName}: ${wholeName} less the zones is ${left}`;
      const growth = restGrowth === null ? "" : `, which implies ${formatFixed(restGrowth, 1)}%`;
      const beside = [
        zonesGrowth === null ? "" : `zones ${formatFixed(zonesGrowth, 1)}%`,
        wholeGrowth === null ? "" : `${wholeName} ${formatFixed(wholeGrowth, 1)}%`,
      ].filter((text) => text !== "");
      return `${wholeName} less the zones is ${left}${growth}; ${beside.join(", ")}`;
    }
    case "small-base": {
      const { growth, base, unit } = finding.params;
      const places = finding.trace.operands[0]?.decimals ?? decimals;
      return `A growth of ${percent(growth)} from a very small base, ${amount(base, places, unit, LOCALE)}`;
    }
    case "zone-missing": {
      const { zone, stated: said, rows, namedIn, serial } = finding.params;
      if (serial !== null)
        return `Row number ${String(said)} does not run with the rows around it, it should be ${serial}: is a row missing, there twice, or misnumbered?`;
      return zone === null
        ? `${String(said)} development zones are stated; there are ${rows} rows`
        : `${zone} is not in this table; it is in ${namedIn.map((name) => `"${name}"`).join(", ")}`;
    }
    case "period-conflict":
      return periodMessage(finding);
  }
}

const periodText = (period: Period | null): string =>
  period === null ? "" : formatPeriodWords(period, LOCALE);

function periodMessage({ params }: PeriodConflict): string {
  switch (params.between) {
    case "header":
      return `The title says ${periodText(params.title)}, the header ${periodText(params.other)}`;
    case "headers":
      return `The change is printed between columns headed ${periodText(params.other)} and ${periodText(params.title)}: not the same part of this year and the last`;
    case "sheet-name":
      return `The title says ${periodText(params.title)}, the sheet's name ${periodText(params.other)}`;
    case "other-sheets":
      return `The title says ${periodText(params.title)}, those of all other sheets ${periodText(params.other)}`;
    case "whole-year":
      return `Growths computed from last year's column all lie near ${formatFixed(params.impliedGrowth ?? 0, 0)}%: it may hold the whole of last year`;
  }
}

/** The rule in one official sentence. */
export function relationRule(finding: RelationFinding): string {
  switch (finding.code) {
    case "target-behind-pace":
      return "Progress towards an amount or a number set for the year is not below its pace (months over 12, or the plan the sheet prints); growth, shares and rates are never scaled by months.";
    case "target-undecided":
      return "Whether a target is met should not depend on rounding or on weights; where it does, it is put to the writer.";
    case "rate-mismatch":
      if (finding.params.basis === "shown")
        return "Nearly every row of the column is exactly one number of its row over another, beyond chance; a row that is not is put to the writer.";
      if (finding.params.basis === "points")
        return "Points are the rate of what the indicator is marked out of, up to the rate where they end; all other rows of the column are marked so.";
      if (finding.params.basis === "quotient")
        return "A quotient (per mu, per head, per enterprise) is one amount of its row over another, in converted units: the pair that most rows of the column show.";
      return "A rate of projects is part over whole times 100, by number, investment, completed investment or output, as the header says or the column shows.";
    case "rank-mismatch":
      return "A rank agrees with the order of the values; with ties 1, 2, 2, 4 and 1, 2, 2, 3 are both accepted, and where lower is better the lowest is first.";
    case "order-violation":
      return ORDER_RULES[finding.params.relation];
    case "aggregate-out-of-range":
      return "The growth or rate of a total lies between the smallest and the largest of its members.";
    case "cumulative-decrease":
      return "A cumulative value does not fall within a year; a fall by revision is explained.";
    case "remainder-mismatch":
      return "What is done and what remains add up to the total.";
    case "cross-sheet-mismatch":
      return "The same zone, indicator and period have the same value in every table; another standing or a revised last year is explained.";
    case "integer-infeasible":
      return "A percentage of counts can be had from some whole number.";
    case "residual-implausible":
      return "What is left of the city without the zones is not negative; a growth of it more than 50 points from the city's is explained.";
    case "small-base":
      return "A very high growth from a very small base is explained.";
    case "zone-missing":
      if (finding.params.serial !== null)
        return "Rows are numbered one after the other, from 1 in each group.";
      return "Every zone of the roster is listed, and their number is the stated one.";
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "The column of the same period last year holds the same months, not the whole of last year."
        : "Title, header and sheet name speak of the same period, and a change is taken from the year before.";
  }
}

const ORDER_RULES: Readonly<Record<OrderViolation["params"]["relation"], string>> = {
  done: "What is done does not exceed the total.",
  part: "A part does not exceed its whole.",
  new: "What is new does not exceed the stock.",
  funnel: "The number of projects does not rise from stage to stage.",
  share: "A share does not exceed 100%; another scope is explained.",
  fall: "What cannot be negative does not fall by more than 100%.",
};

export function relationRemedy(finding: RelationFinding): string {
  switch (finding.code) {
    case "target-behind-pace":
      return "Nothing to correct where it is true; the reason may be given.";
    case "target-undecided":
      return finding.severity === "warning"
        ? "Decide which of the two numbers is reported, and explain."
        : "Confirm by the zones' weights where they are known; nothing to correct.";
    case "rate-mismatch":
      return finding.severity === "error"
        ? "Check part, whole and rate, and correct the one that is wrong."
        : "Find out what it is computed from, and say so in the header or in a remark.";
    case "rank-mismatch":
      return "Rank the values again, or correct the one that is wrong.";
    case "order-violation":
      return finding.severity === "error"
        ? "Check the two numbers, and correct the one that is wrong."
        : "Check the scope; correct or explain.";
    case "aggregate-out-of-range":
      return "Check the total and its members; explain another scope.";
    case "cumulative-decrease":
      return "Check both cumulative values; explain a revision.";
    case "remainder-mismatch":
      return "Check total, done and remaining, and correct the one that is wrong.";
    case "cross-sheet-mismatch":
      return finding.severity === "error"
        ? "Check both places, and correct the one that is wrong."
        : "Explain a revision or another scope; otherwise correct.";
    case "integer-infeasible":
      return "Check number and percentage; explain where it is not a percentage of numbers.";
    case "residual-implausible":
      return finding.severity === "error"
        ? "Check the zones' total and the city's value, and correct the one that is wrong."
        : "Check the scope of zones and city; it may be explained where it is true.";
    case "small-base":
      return "Explain why the base is so small, where it is true.";
    case "zone-missing":
      if (finding.params.serial !== null)
        return "Add the missing row, remove the double one, or correct the number; explain an extract.";
      return "Add the zone, or correct the stated number; explain one that is out of scope.";
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "Enter last year's values for the same months."
        : "Correct the period that is wrong in title, header or sheet name.";
  }
}
