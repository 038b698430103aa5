import { formatArea } from "../workbook/address.ts";
import type { Finding } from "./finding.ts";
import type { Locale } from "./locale.ts";
import { amount } from "./wording.ts";

/** What a finding says where it is a relation stated by the form that does not hold; undefined where it is none. */
export function statedRelationWords(
  finding: Finding,
  locale: Locale
): { readonly message: string; readonly rule: string; readonly remedy: string } | undefined {
  const { relation, decimals, arithmetic } = finding.trace;
  if (relation === undefined) return undefined;
  const unit = "unit" in finding.params ? finding.params.unit : null;
  const stated =
    typeof finding.stated === "number"
      ? amount(finding.stated, decimals, unit, locale)
      : String(finding.stated);
  const computed = amount(relation.computed, decimals, unit, locale);
  const place = formatArea(relation.at.area);
  const sum = arithmetic ?? "";
  if (locale === "zh-CN") {
    const limit = relation.isLimit ? `应不大于 ${computed}` : `应为 ${computed}`;
    return {
      message: relation.wholeColumn
        ? `各栏都不符合审核关系 ${relation.words}(如表内 ${stated},${limit}:${sum});请核实口径`
        : `表内 ${stated},按审核关系 ${relation.words} ${limit}(${sum})`,
      rule: `本表写明的审核关系(${place}):${relation.words}。`,
      remedy: relation.wholeColumn
        ? "核实审核关系与各栏口径,更正或说明。"
        : "核对关系中的各数,更正有误的一个。",
    };
  }
  const limit = relation.isLimit ? `at most ${computed}` : computed;
  return {
    message: relation.wholeColumn
      ? `No column follows the stated relation ${relation.words} (here ${stated}, which should be ${limit}: ${sum})`
      : `The sheet says ${stated}; by the stated relation ${relation.words} it should be ${limit} (${sum})`,
    rule: `The form states this relation (${place}): ${relation.words}.`,
    remedy: relation.wholeColumn
      ? "Check the relation and what the columns cover; correct or explain."
      : "Check the numbers of the relation and correct the wrong one.",
  };
}
