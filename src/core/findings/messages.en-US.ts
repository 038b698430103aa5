import type { Finding, Hint } from "./finding.ts";
import { formatFixed } from "./format-number.ts";
import { codeLabel } from "./labels.ts";
import {
  amount,
  cellsText,
  differenceUnit,
  divisionText,
  findOperand,
  headsText,
  hintOf,
  operandText,
  targetText,
} from "./wording.ts";
import type { FindingText } from "./wording.ts";
import { qualityMessage, qualityRemedy, qualityRule } from "./quality-messages.en-US.ts";
import { traceText } from "./trace-text.ts";
import { misfitWords } from "./misfit-words.ts";
import { statedRelationWords } from "./stated-relation-words.ts";
import { relationMessage, relationRemedy, relationRule } from "./relation-messages.en-US.ts";

const LOCALE = "en-US";

const HINTS: Readonly<Record<Hint, string>> = {
  "digits-swapped": "two digits may be swapped",
  "point-moved": "the decimal point may have slipped",
  "minus-lost": "a minus sign may be missing",
  "unit-slip": "万 may stand for 亿, or the reverse",
  truncated: "it seems cut off instead of rounded",
};

/** A finding in English. */
export function formatEnglish(finding: Finding): FindingText {
  const stated = statedRelationWords(finding, LOCALE) ?? misfitWords(finding, LOCALE);
  return {
    title: codeLabel(finding.code, LOCALE),
    message: stated?.message ?? messageOf(finding),
    rule: stated?.rule ?? ruleOf(finding),
    ...traceText(finding, LOCALE),
    remedy: stated?.remedy ?? remedyOf(finding),
  };
}

function messageOf(finding: Finding): string {
  const { decimals } = finding.trace;
  switch (finding.code) {
    case "target-unmet": {
      const { actual, target, unit, rule, hiddenByRounding } = finding.params;
      if (rule.kind === "yes-no")
        return `It says “${String(finding.stated)}”; the ${rule.standing === null ? "" : `${rule.standing} `}target asks for yes`;
      const off = actual - target;
      const gap = amount(Math.abs(off), decimals, differenceUnit(unit), LOCALE);
      const stated = amount(actual, decimals, unit, LOCALE);
      const wanted = `the ${rule.standing === null ? "" : `${rule.standing} `}target of ${targetText(target, unit, LOCALE)}`;
      const compared =
        off === 0
          ? `equal to ${wanted}, which has to be ${rule.comparison === "below" ? "undercut" : "exceeded"}`
          : `${gap} ${off < 0 ? "below" : "above"} ${wanted}`;
      const hidden = hiddenByRounding
        ? "; the cell shows a number that would meet it, the stored one does not"
        : "";
      return `${stated}, ${compared}${mixedTargets(finding, unit)}${hidden}`;
    }
    case "target-mismatch": {
      const { written, ruled, rule } = finding.params;
      const unit = findOperand(finding, "stated")?.unit ?? rule.unit;
      return rule.origin.kind === "target-column"
        ? `The target here is ${targetText(written, unit, LOCALE)}; ${rule.origin.sheet}!${rule.origin.cell} says ${targetText(ruled, unit, LOCALE)}`
        : `The sheet's target is ${targetText(written, unit, LOCALE)}; the rule sets ${targetText(ruled, unit, LOCALE)}`;
    }
    case "sum-mismatch": {
      const { stated, sum, members, unit, cause, hint } = finding.params;
      if (cause?.kind === "hidden") {
        return `The total of ${amount(stated, decimals, unit, LOCALE)} counts ${cellsText(cause.cells)}, which is hidden: on paper the rows will not add up to it`;
      }
      if (cause?.kind === "columns")
        return `${amount(stated, decimals, unit, LOCALE)} is stated; ${finding.trace.arithmetic ?? ""} (${headsText(finding, ", ")}) gives ${amount(sum, decimals, unit, LOCALE)}; ${causeText(cause)}`;
      const causes = cause === null ? "" : `; ${causeText(cause)}`;
      return `The sheet says ${amount(stated, decimals, unit, LOCALE)}; its ${members} members add up to ${amount(sum, decimals, unit, LOCALE)}${causes}${hintText(cause === null ? hint : null)}`;
    }
    case "share-mismatch": {
      const { computed, wholeName, fits, wholeColumn, hint } = finding.params;
      const division = divisionText(finding);
      if (wholeColumn) {
        const question =
          fits === null
            ? "what does it divide by?"
            : `it fits ${fits}: is that what it divides by?`;
        return `No share of this column follows from ${wholeName} (the sheet says ${percent(finding.stated, decimals)}, ${division} gives ${percent(computed, decimals)}); ${question}`;
      }
      const other = fits === null ? "" : `; divided by ${fits} it would be right`;
      return `The sheet says ${percent(finding.stated, decimals)}; ${division} gives ${percent(computed, decimals)}${other}${hintText(hint)}`;
    }
    case "growth-mismatch": {
      const { computed, wholeColumn, hint, years = 1 } = finding.params;
      const division = divisionText(finding);
      const mean = years === 1 ? "" : `, as the mean of ${String(years)} years,`;
      if (wholeColumn) {
        return `The growth rates of this column do not follow from last year's values (the sheet says ${percent(finding.stated, decimals)}, ${division} gives ${percent(computed, decimals)}): are they on an adjusted scope?`;
      }
      return `The sheet says ${percent(finding.stated, decimals)}; ${division}${mean} gives ${percent(computed, decimals)}${hintText(hint)}`;
    }
    case "difference-mismatch": {
      const { rate, reference, wholeColumn, hint, isGap, referenceName } = finding.params;
      const own = findOperand(finding, isGap ? "actual" : "rate");
      const other = findOperand(finding, isGap ? "target" : "reference");
      const unit = differenceUnit(own?.unit ?? null) ?? differenceUnit(other?.unit ?? null);
      const places = Math.max(decimals, own?.decimals ?? 0, other?.decimals ?? 0);
      const size = amount(Math.abs(rate - reference), places, unit, LOCALE);
      const against = isGap ? "the target of" : `${referenceName}'s`;
      const ownText = own === undefined ? formatFixed(rate, decimals) : operandText(own, LOCALE);
      const otherText =
        other === undefined ? formatFixed(reference, decimals) : operandText(other, LOCALE);
      const compared =
        rate === reference
          ? `${ownText} equals ${against} ${otherText}`
          : `${ownText} is ${size} ${rate < reference ? "below" : "above"} ${against} ${otherText}`;
      const stated =
        typeof finding.stated === "number"
          ? formatFixed(finding.stated, decimals)
          : String(finding.stated);
      return wholeColumn
        ? `No difference of this column follows (the sheet says ${stated}, but ${compared}): what is it compared with?`
        : `The sheet says ${stated}, but ${compared}${hintText(hint)}`;
    }
    case "verdict-mismatch": {
      const { verdict, actual, target, met } = finding.params;
      const unit = findOperand(finding, "actual")?.unit ?? null;
      const places = findOperand(finding, "actual")?.decimals ?? decimals;
      const rounding = finding.severity === "warning" ? " (by less than the cell shows)" : "";
      return `The sheet says “${verdict}”, but ${amount(actual, places, unit, LOCALE)} ${met ? "meets" : "misses"} the target of ${targetText(target, unit, LOCALE)}${rounding}`;
    }
    case "missing-value": {
      const { filledPeers, peers } = finding.params;
      return peers === 0
        ? "Blank, though other cells of the row need it"
        : `Blank, though ${filledPeers} of ${peers} others of its kind give a value`;
    }
    case "text-number":
      if (finding.params.cells !== undefined)
        return `${finding.params.cells} numbers of the column are stored as text (“${finding.params.text}” is the first); they are read as numbers, but Excel's SUM leaves them out`;
      return `“${finding.params.text}” is a number stored as text; it is read as ${formatFixed(finding.params.value, decimals)}, but Excel's SUM leaves it out`;
    case "not-a-number": {
      const { text, nearest } = finding.params;
      const reading = nearest === null ? "" : `; the nearest reading is ${String(nearest)}`;
      return `“${text}” is no definite number and was not used${reading}`;
    }
    case "formula-error":
      return `The formula gives ${finding.params.error}`;
    case "unit-conflict":
    case "unit-suspect":
    case "precision-unsupported":
    case "duplicate-entry":
    case "sign-suspect":
    case "zero-suspect":
    case "repeated-values":
    case "shifted-rows":
    case "formula-deviates":
    case "external-link":
    case "stale-value":
    case "rule-contradiction":
    case "rule-redundant":
    case "rule-never-fires":
    case "rule-unknown-name":
      return qualityMessage(finding);
    default:
      return relationMessage(finding, hintText(hintOf(finding)));
  }
}

function mixedTargets(finding: Finding, unit: string | null): string {
  const targets = finding.trace.operands.filter(({ role }) => role === "target");
  const all = [...new Set(targets.map(({ value }) => value))].sort((a, b) => a - b);
  return all.length < 2
    ? ""
    : ` (the zones' targets are ${all.map((value) => targetText(value, unit, LOCALE)).join(" and ")}; no weighting meets them)`;
}

function causeText(
  cause: NonNullable<Extract<Finding, { code: "sum-mismatch" }>["params"]["cause"]>
): string {
  switch (cause.kind) {
    case "range-short":
      return `the SUM leaves out ${cellsText(cause.left)}`;
    case "subtotal-twice":
      return "a subtotal or an “of which” row is added twice";
    case "text-skipped":
      return `${cellsText(cause.cells)} is a number stored as text, which SUM leaves out`;
    case "periods":
      return "the parts of the period make the cumulative value, save revisions, which are explained";
    case "stock":
      return "the closing stock is the opening one with what is new and without what left";
    case "since-start":
      return "what was completed since the start is what stood at the end of last year and what this year added";
    case "parts":
      return "its parts leave nothing out and make the whole";
    case "columns":
      return "in most rows the column is these added or taken away";
    case "large-tail":
      return `within what rounding allows, yet more than it usually comes to (${String(cause.usual)}): please check`;
    case "hidden":
      return `${cellsText(cause.cells)} is hidden`;
  }
}

function hintText(hint: Hint | null): string {
  return hint === null ? "" : `; ${HINTS[hint]}`;
}

function percent(value: number | string | null, decimals: number): string {
  return typeof value === "number" ? `${formatFixed(value, decimals)}%` : String(value);
}

function ruleOf(finding: Finding): string {
  switch (finding.code) {
    case "target-unmet":
      return "The stored value is held against the target that applies; “at least” includes the number itself.";
    case "target-mismatch":
      return finding.severity === "warning"
        ? "The target of one zone and indicator is the same all over the workbook."
        : "A target written in the sheet is the one the rules set for that zone.";
    case "sum-mismatch":
      return "A total is the sum of its members within their rounding; subtotals and “of which” rows never count twice.";
    case "share-mismatch":
      return "A share is part ÷ whole × 100 within the rounding of both.";
    case "growth-mismatch":
      return "Growth is (this year ÷ last year − 1) × 100; constant-price growth is never recomputed, adjusted-scope growth only where the column follows its levels.";
    case "difference-mismatch":
      return finding.params.isGap
        ? "A gap is value minus target, its sign as most of the column writes it."
        : "A difference to a reference is the difference of the two rates in percentage points, its sign as most of the column writes it.";
    case "verdict-mismatch":
      return "A written verdict says what value and target say.";
    case "missing-value":
      return "A value or growth that at least 80 % of the zones of the kind give is not left blank; “-” declares that there is none.";
    case "text-number":
      return "Numbers are stored as numbers, or Excel's SUM leaves them out.";
    case "not-a-number":
      return "An indicator cell holds one definite number, or “-” for none.";
    case "formula-error":
      return "An indicator cell holds no error value.";
    case "unit-conflict":
    case "unit-suspect":
    case "precision-unsupported":
    case "duplicate-entry":
    case "sign-suspect":
    case "zero-suspect":
    case "repeated-values":
    case "shifted-rows":
    case "formula-deviates":
    case "external-link":
    case "stale-value":
    case "rule-contradiction":
    case "rule-redundant":
    case "rule-never-fires":
    case "rule-unknown-name":
      return qualityRule(finding);
    default:
      return relationRule(finding);
  }
}

function remedyOf(finding: Finding): string {
  switch (finding.code) {
    case "target-unmet":
      return finding.remark === "required"
        ? "If it is so, give the reason."
        : "If it is so, nothing has to be corrected; a reason may be given.";
    case "target-mismatch":
      return finding.severity === "warning"
        ? "Check the source and correct one of the two; for two different targets, say so in the header and explain."
        : "Check the source: correct the sheet, or the rule.";
    case "sum-mismatch":
      return finding.severity === "warning"
        ? "Check total and members; use the same digits throughout, or explain."
        : "Check total and members and correct the one that is wrong; for a formula, check its range.";
    case "share-mismatch":
      return finding.params.wholeColumn
        ? "Say what the column divides by, or correct it."
        : "Check part, whole and share and correct the one that is wrong.";
    case "growth-mismatch":
      return finding.params.wholeColumn
        ? "Explain if the scope or the base was adjusted; otherwise correct it."
        : "Check both values and the growth; explain if the scope was adjusted.";
    case "difference-mismatch":
      return "Check both numbers and the difference and correct the one that is wrong.";
    case "verdict-mismatch":
      return "Correct the verdict, or the number that is wrong.";
    case "missing-value":
      return "Fill it in; write “-” where there is none.";
    case "text-number":
      return "Give the cell a number format and type the number again.";
    case "not-a-number":
      return "Write a definite number, or “-” for none; words belong in the remarks.";
    case "formula-error":
      return "Correct the formula or the cells it refers to.";
    case "unit-conflict":
    case "unit-suspect":
    case "precision-unsupported":
    case "duplicate-entry":
    case "sign-suspect":
    case "zero-suspect":
    case "repeated-values":
    case "shifted-rows":
    case "formula-deviates":
    case "external-link":
    case "stale-value":
    case "rule-contradiction":
    case "rule-redundant":
    case "rule-never-fires":
    case "rule-unknown-name":
      return qualityRemedy(finding);
    default:
      return relationRemedy(finding);
  }
}
