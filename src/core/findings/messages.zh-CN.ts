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
import { qualityMessage, qualityRemedy, qualityRule } from "./quality-messages.zh-CN.ts";
import { traceText } from "./trace-text.ts";
import { misfitWords } from "./misfit-words.ts";
import { statedRelationWords } from "./stated-relation-words.ts";
import { relationMessage, relationRemedy, relationRule } from "./relation-messages.zh-CN.ts";

const LOCALE = "zh-CN";

const HINTS: Readonly<Record<Hint, string>> = {
  "digits-swapped": "疑似数字颠倒",
  "point-moved": "疑似小数点错位",
  "minus-lost": "疑似漏写负号",
  "unit-slip": "疑似万、亿错位",
  truncated: "似为去尾,未四舍五入",
};

/** A finding in Chinese, in the words of the reporting platforms. */
export function formatChinese(finding: Finding): FindingText {
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
        return `填写为“${String(finding.stated)}”,${targetName(rule.standing)}要求为“是”`;
      const off = actual - target;
      const gap = amount(Math.abs(off), decimals, differenceUnit(unit), LOCALE);
      const stated = amount(actual, decimals, unit, LOCALE);
      const others = mixedTargets(
        finding.trace.operands.filter(({ role }) => role === "target").map(({ value }) => value),
        unit
      );
      const compared =
        off === 0
          ? `等于${targetName(rule.standing)} ${targetText(target, unit, LOCALE)},按要求应${rule.comparison === "below" ? "低于" : "高于"}目标`
          : `比${targetName(rule.standing)} ${targetText(target, unit, LOCALE)} ${off < 0 ? "低" : "高"} ${gap}`;
      const hidden = hiddenByRounding ? ";单元格按显示位数看似达到,按存储值未达到" : "";
      return `${stated},${compared}${others}${hidden}`;
    }
    case "target-mismatch": {
      const { written, ruled, rule } = finding.params;
      const unit = findOperand(finding, "stated")?.unit ?? rule.unit;
      return rule.origin.kind === "target-column"
        ? `此处目标 ${targetText(written, unit, LOCALE)},${rule.origin.sheet}!${rule.origin.cell} 写的是 ${targetText(ruled, unit, LOCALE)}`
        : `表内目标 ${targetText(written, unit, LOCALE)},按目标规则应为 ${targetText(ruled, unit, LOCALE)}`;
    }
    case "sum-mismatch": {
      const { stated, sum, members, unit, cause, hint } = finding.params;
      if (cause?.kind === "hidden") {
        return `合计 ${amount(stated, decimals, unit, LOCALE)} 含隐藏的 ${cellsText(cause.cells)},打印页上各行加不到合计`;
      }
      if (cause?.kind === "columns")
        return `表内 ${amount(stated, decimals, unit, LOCALE)},按 ${finding.trace.arithmetic ?? ""} 应为 ${amount(sum, decimals, unit, LOCALE)}(${headsText(finding, "、")}相加减);${causeText(cause)}`;
      const causes = cause === null ? "" : `;${causeText(cause)}`;
      return `表内 ${amount(stated, decimals, unit, LOCALE)},${members} 项相加应为 ${amount(sum, decimals, unit, LOCALE)}${causes}${hintText(cause === null ? hint : null)}`;
    }
    case "share-mismatch": {
      const { computed, wholeName, fits, wholeColumn, hint } = finding.params;
      const division = divisionText(finding);
      if (wholeColumn) {
        const question =
          fits === null ? "请核实以什么为分母" : `除以${fits}则吻合,是否以${fits}为分母?`;
        return `本列占比按${wholeName}推算不出(如表内 ${percent(finding.stated, decimals)},按 ${division} 为 ${percent(computed, decimals)});${question}`;
      }
      const other = fits === null ? "" : `;除以${fits}则吻合`;
      return `表内 ${percent(finding.stated, decimals)},按 ${division} 应为 ${percent(computed, decimals)}${other}${hintText(hint)}`;
    }
    case "growth-mismatch": {
      const { computed, wholeColumn, hint, years = 1 } = finding.params;
      const division = divisionText(finding);
      const mean = years === 1 ? "" : `的 ${String(years)} 年平均`;
      if (wholeColumn) {
        return `本列增速不能由上年同期值推算(如表内 ${percent(finding.stated, decimals)},按 ${division} 为 ${percent(computed, decimals)}),是否按可比口径计算?`;
      }
      return `表内 ${percent(finding.stated, decimals)},按 ${division}${mean} 应为 ${percent(computed, decimals)}${hintText(hint)}`;
    }
    case "difference-mismatch": {
      const { rate, reference, wholeColumn, hint, isGap, referenceName } = finding.params;
      const own = findOperand(finding, isGap ? "actual" : "rate");
      const other = findOperand(finding, isGap ? "target" : "reference");
      const unit = differenceUnit(own?.unit ?? null) ?? differenceUnit(other?.unit ?? null);
      const places = Math.max(decimals, own?.decimals ?? 0, other?.decimals ?? 0);
      const size = amount(Math.abs(rate - reference), places, unit, LOCALE);
      const against = isGap ? "目标" : referenceName;
      const ownText = own === undefined ? formatFixed(rate, decimals) : operandText(own, LOCALE);
      const otherText =
        other === undefined ? formatFixed(reference, decimals) : operandText(other, LOCALE);
      const compared =
        rate === reference
          ? `${ownText} 与${against} ${otherText} 持平`
          : `${ownText} 比${against} ${otherText} ${rate < reference ? "低" : "高"} ${size}`;
      const stated = numberText(finding.stated, decimals);
      if (wholeColumn) return `本列差值推算不出(如表内 ${stated},而 ${compared});请核实与什么比较`;
      return `表内 ${stated},而 ${compared}${hintText(hint)}`;
    }
    case "verdict-mismatch": {
      const { verdict, actual, target, met } = finding.params;
      const unit = findOperand(finding, "actual")?.unit ?? null;
      const places = findOperand(finding, "actual")?.decimals ?? decimals;
      const rounding = finding.severity === "warning" ? "(差在显示位数以下)" : "";
      return `表内写“${verdict}”,实际 ${amount(actual, places, unit, LOCALE)} ${met ? "达到" : "未达到"}目标 ${targetText(target, unit, LOCALE)}${rounding}`;
    }
    case "missing-value": {
      const { filledPeers, peers } = finding.params;
      return peers === 0
        ? "此处为空,而本行其他单元格要用到它"
        : `此处为空,同类 ${peers} 个中有 ${filledPeers} 个已填`;
    }
    case "text-number": {
      const { text, value, cells } = finding.params;
      if (cells !== undefined)
        return `整列 ${cells} 个数以文本存储(如“${text}”),审核按数值计;Excel 求和时不会计入`;
      return `“${text}”是以文本存储的数,审核按 ${formatFixed(value, decimals)} 计;Excel 求和时不会计入`;
    }
    case "not-a-number": {
      const { text, nearest } = finding.params;
      const reading = nearest === null ? "" : `;最接近的读法是 ${String(nearest)}`;
      return `“${text}”不能确定是哪个数,未参加审核${reading}`;
    }
    case "formula-error":
      return `公式结果为 ${finding.params.error}`;
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

function targetName(standing: string | null): string {
  return `${standing ?? ""}目标`.replace(/目标目标$/u, "目标");
}

/** A total over zones with different targets: all of them are told. */
function mixedTargets(targets: readonly number[], unit: string | null): string {
  const all = [...new Set(targets)].sort((a, b) => a - b);
  return all.length < 2
    ? ""
    : `(各开发区目标 ${all.map((value) => targetText(value, unit, LOCALE)).join("、")},按任何权重都未达到)`;
}

function causeText(
  cause: NonNullable<Extract<Finding, { code: "sum-mismatch" }>["params"]["cause"]>
): string {
  switch (cause.kind) {
    case "range-short":
      return `求和范围漏了 ${cellsText(cause.left)}`;
    case "subtotal-twice":
      return "小计或其中项被重复相加";
    case "text-skipped":
      return `${cellsText(cause.cells)} 是文本型数字,求和时没有计入`;
    case "periods":
      return "各期之和应等于累计数,属数据修订的请说明";
    case "stock":
      return "期末应等于期初加新增减退出";
    case "since-start":
      return "自开工累计应等于上年底累计加今年完成";
    case "parts":
      return "各组成部分之和应等于总量";
    case "columns":
      return "本列多数行都由这几列相加减得出,请核实";
    case "large-tail":
      return `在四舍五入允许的范围内,但尾差偏大(通常不超过 ${String(cause.usual)}),请核对`;
    case "hidden":
      return `${cellsText(cause.cells)} 是隐藏的`;
  }
}

function hintText(hint: Hint | null): string {
  return hint === null ? "" : `;${HINTS[hint]}`;
}

function percent(value: number | string | null, decimals: number): string {
  return typeof value === "number" ? `${formatFixed(value, decimals)}%` : String(value);
}

function numberText(value: number | string | null, decimals: number): string {
  return typeof value === "number" ? formatFixed(value, decimals) : String(value);
}

function ruleOf(finding: Finding): string {
  switch (finding.code) {
    case "target-unmet":
      return "实际值按存储的数与适用的目标比较;“不低于”“达到”含本数。";
    case "target-mismatch":
      return finding.severity === "warning"
        ? "同一开发区、同一指标的目标在工作簿各处应一致。"
        : "表内目标值应与目标规则中适用于该开发区的目标一致。";
    case "sum-mismatch":
      return "合计等于各成员之和,允许因四舍五入产生的尾差;小计和其中项不重复计算。";
    case "share-mismatch":
      return "占比等于部分除以总体乘 100,允许因四舍五入产生的尾差。";
    case "growth-mismatch":
      return "增速等于本期值除以上年同期值减 1 乘 100;可比价增速不推算,同口径增速只在整列可以推算时逐格核对。";
    case "difference-mismatch":
      return finding.params.isGap
        ? "差距等于实际值减目标值,正负号按本列多数的写法。"
        : "与参照值之差等于两个增速(比率)相减,单位为百分点,正负号按本列多数的写法。";
    case "verdict-mismatch":
      return "达标判断应与实际值、目标值的比较结果一致。";
    case "missing-value":
      return "同类开发区八成以上已填的完成值和增速不得为空;确实没有的填“-”。";
    case "text-number":
      return "数应以数值存储,否则 Excel 求和时不会计入。";
    case "not-a-number":
      return "指标单元格应当是一个确定的数,或用“-”表示没有。";
    case "formula-error":
      return "指标单元格不得为错误值。";
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
        ? "属实的,请填写未达到目标的原因。"
        : "属实的不需更正;可以填写原因。";
    case "target-mismatch":
      return finding.severity === "warning"
        ? "核对下达文件,更正其中一处;是两个不同目标的,请在表头写明并说明。"
        : "核对文件:表内目标有误的更正表内,规则有误的更正目标规则。";
    case "sum-mismatch":
      return finding.severity === "warning"
        ? "核对合计与各成员;各数位数不一的,请统一位数或说明。"
        : "核对合计与各成员,更正其中有误的一个;合计是公式的,检查求和范围。";
    case "share-mismatch":
      return finding.params.wholeColumn
        ? "核实本列的分母并说明,或更正。"
        : "核对部分、总体和占比,更正其中有误的一个。";
    case "growth-mismatch":
      return finding.params.wholeColumn
        ? "按可比口径或修订后基数计算的,请说明;否则更正。"
        : "核对本期值、上年同期值和增速;按同口径计算的,请说明。";
    case "difference-mismatch":
      return "核对两个数和差值,更正其中有误的一个。";
    case "verdict-mismatch":
      return "按数改正达标判断,或更正有误的数。";
    case "missing-value":
      return "补填;确实没有的填“-”。";
    case "text-number":
      return "把单元格改为数值格式后重新录入。";
    case "not-a-number":
      return "改为确定的数;没有的填“-”,文字写到备注。";
    case "formula-error":
      return "更正公式或它引用的单元格。";
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
