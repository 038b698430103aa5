import { formatFixed } from "./format-number.ts";
import type { QualityFinding, RulesFinding } from "./finding.ts";
import { amount } from "./wording.ts";

const LOCALE = "en-US";

type SoftFinding = QualityFinding | RulesFinding;

function powerText(power: number): string {
  return `${(10 ** Math.abs(power)).toLocaleString("en-US")} times too ${power > 0 ? "large" : "small"}`;
}

/** What a finding of quality or of the rules says, in English. */
export function qualityMessage(finding: SoftFinding): string {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  switch (finding.code) {
    case "unit-conflict": {
      const { power, evidence, rows, unit } = finding.params;
      const by = {
        prior: "last year's values",
        share: "the shares",
        reference: "the reference row",
      };
      return `By ${by[evidence]}, all ${rows} rows of this column are about ${powerText(power)}: is the unit${unit === null ? "" : ` “${unit}”`} of the header right?`;
    }
    case "unit-suspect": {
      const { power, likely, context, unit } = finding.params;
      const said = `The sheet says ${String(finding.stated)}`;
      const value = amount(likely, decimals, unit, LOCALE);
      if (context === "fraction") return `${said} among percentages; ${value} seems meant`;
      const by =
        context === "prior" ? "next to last year and its column" : "by all that depends on it";
      return `${said}, which ${by} is about ${powerText(power)}; ${value} seems meant`;
    }
    case "precision-unsupported": {
      const { supported, spread } = finding.params;
      const stated = number(Number(finding.stated));
      return spread === null
        ? `The sheet says ${stated}, but the numbers it is made of have only ${supported} decimals: the last digits rest on nothing`
        : `More decimals than the column can have: with the digits it is computed from, ${stated} may be off by ${spread} either way; they support ${supported} decimals`;
    }
    case "duplicate-entry": {
      const { value, other, otherCell } = finding.params;
      return `The same zone, indicator, measure and period stands here twice: ${number(value)} here, ${number(other)} in ${otherCell}`;
    }
    case "sign-suspect": {
      const { value, word } = finding.params;
      return `The column says “${word}” and the number is negative (${number(value)}): a double negative?`;
    }
    case "zero-suspect":
      return `0 is entered, last year it was ${number(finding.params.prior)}; leave blank or enter “-” what is not known`;
    case "repeated-values": {
      const { kind, count, other } = finding.params;
      return kind === "twins"
        ? `${count} numbers are the same as those of ${other}: pasted twice?`
        : `${count} rows are the same as in “${other}”: not updated to this period?`;
    }
    case "shifted-rows": {
      const { rows, by } = finding.params;
      return `From here on, ${rows} shares fit the numbers of the row ${by > 0 ? "below" : "above"} and not their own: shifted by a row?`;
    }
    case "formula-deviates": {
      const { kind, formula, usual } = finding.params;
      return kind === "typed"
        ? `A typed number in a column of formulas; like the others it would be ${usual}`
        : `The formula ${formula ?? ""} differs from its column; like the others it would be ${usual}`;
    }
    case "external-link":
      return `Taken from another workbook, “${finding.params.workbook}”: perhaps last period's value`;
    case "stale-value": {
      const { cached, computed } = finding.params;
      return `The workbook calculates by hand: it shows ${number(cached)}, recalculated it is ${number(computed)}`;
    }
    case "rule-contradiction": {
      const { value, other, otherPlace, who } = finding.params;
      return `The target ${String(value)} for ${who} contradicts ${String(other)} in ${otherPlace}`;
    }
    case "rule-redundant":
      return `The target for ${finding.params.who} repeats ${finding.params.otherPlace} and has no effect`;
    case "rule-never-fires": {
      const why = {
        "no-zone": "no zone it applies to is in the tables",
        "no-indicator": "its indicator and measure are not in the tables",
        "no-period": "its period is not in the tables",
        "no-reference": "the city's or province's value it compares with is not in the tables",
      }[finding.params.reason];
      return `This rule is never used: ${why}`;
    }
    case "rule-unknown-name": {
      const { kind, name, nearest } = finding.params;
      if (kind === "no-default") {
        return `Only ${name} has a target; there is no default for the other zones`;
      }
      const asked = nearest === null ? "" : `; is “${nearest}” meant?`;
      return `Unknown ${kind} “${name}”${asked}`;
    }
  }
}

/** The rule in one official sentence. */
export function qualityRule(finding: SoftFinding): string {
  return RULES[finding.code];
}

export function qualityRemedy(finding: SoftFinding): string {
  return REMEDIES[finding.code];
}

const RULES: Readonly<Record<SoftFinding["code"], string>> = {
  "unit-conflict": "The numbers of a column are in the unit its header or the unit line names.",
  "unit-suspect": "A single number is not a power of ten away from its context.",
  "precision-unsupported": "A computed number has no more decimals than its operands support.",
  "duplicate-entry": "A zone, indicator, measure and period have one number.",
  "sign-suspect": "Where a word gives the direction, the number is positive.",
  "zero-suspect": "0 means zero; what is not known is left blank or entered as “-”.",
  "repeated-values":
    "This period's numbers are not those of another period or another zone, block by block.",
  "shifted-rows": "Every number stands in the row of its zone.",
  "formula-deviates": "The formulas of a column agree.",
  "external-link": "What is submitted is not taken from another workbook.",
  "stale-value": "A workbook that calculates by hand is recalculated before it is submitted.",
  "rule-contradiction": "A zone, indicator, measure and period have one assessed target.",
  "rule-redundant": "Target rules do not repeat each other.",
  "rule-never-fires": "A target rule applies to some zone, indicator and period.",
  "rule-unknown-name":
    "Names in the rules are those of the tables or the catalogue, and exceptions have a default.",
};

const REMEDIES: Readonly<Record<SoftFinding["code"], string>> = {
  "unit-conflict": "Check the unit of the column: correct the header or convert the numbers.",
  "unit-suspect": "Check unit and decimal point; if it is right, explain it.",
  "precision-unsupported": "Nothing needs correcting; fewer decimals would do.",
  "duplicate-entry": "Keep the right one and correct or delete the other.",
  "sign-suspect": "Drop the minus sign, or let the header say growth.",
  "zero-suspect": "If it is zero, nothing needs correcting; otherwise leave it blank or enter “-”.",
  "repeated-values": "Check that the numbers are of this period; if they are right, explain it.",
  "shifted-rows": "Check that each number stands beside its own name.",
  "formula-deviates": "Make the formula like its column's, or explain why it differs.",
  "external-link": "Check the value and paste it as a number.",
  "stale-value": "Press F9 to recalculate, then validate again.",
  "rule-contradiction": "Keep one of the two and delete the other.",
  "rule-redundant": "Delete one of the two.",
  "rule-never-fires": "Check zones, indicator and period; delete the rule if it is not used.",
  "rule-unknown-name": "Correct the name, or add a default target.",
};
