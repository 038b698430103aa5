import type { Period } from "../model/period.ts";
import { formatPeriodWords } from "../submission/period-words.ts";
import { formatFixed } from "./format-number.ts";
import { measureLabel } from "./measure-labels.ts";
import type { OrderViolation, PeriodConflict, RateBasis, RelationFinding } from "./finding.ts";
import { amount, divisionText, headsText, quotientText, targetText } from "./wording.ts";

const LOCALE = "zh-CN";

const BASES: Readonly<Record<RateBasis, string>> = {
  count: "个数",
  investment: "投资额",
  "completed-investment": "完成投资",
  output: "产值",
  amount: "数额",
  quotient: "两数之商",
  points: "完成率与分值",
  shown: "本列多数行所行",
};

/** What a finding of a target or a relation says, in Chinese. */
export function relationMessage(finding: RelationFinding, hint: string): string {
  const { decimals } = finding.trace;
  const number = (value: number): string => formatFixed(value, decimals);
  const percent = (value: number): string => `${number(value)}%`;
  const stated = typeof finding.stated === "number" ? number(finding.stated) : finding.stated;
  switch (finding.code) {
    case "target-behind-pace": {
      const { actual, target, progress, pace, unit } = finding.params;
      const places = finding.trace.operands[0]?.decimals ?? 2;
      return `完成 ${amount(actual, places, unit, LOCALE)},为年度目标 ${targetText(target, unit, LOCALE)} 的 ${percent(progress)},比序时进度 ${percent(pace)} 落后 ${number(pace - progress)} 个百分点`;
    }
    case "target-undecided": {
      const { actual, targets, reason, shown, unit } = finding.params;
      const own = amount(actual, decimals, unit, LOCALE);
      const limits = targets.map((target) => targetText(target, unit, LOCALE)).join("、");
      return reason === "weights"
        ? `${own},各开发区目标为 ${limits},是否达到取决于权重`
        : `存储值 ${own},单元格显示 ${shown === null ? "" : targetText(shown, unit, LOCALE)},与目标 ${limits} 比较时两者结论不同`;
    }
    case "rate-mismatch": {
      const { basis, computed, fits, wholeColumn, unit } = finding.params;
      const division = divisionText(finding);
      if (basis === "shown")
        return `表内 ${stated},本列多数行等于同一行的 ${headsText(finding, " ÷ ")},按 ${finding.trace.arithmetic ?? ""} 应为 ${number(computed)}${hint}`;
      if (basis === "points")
        return `得分 ${stated},按本列其余各行的算法(完成率 × 分值)${finding.trace.arithmetic ?? ""},应为 ${number(computed)}${hint}`;
      if (basis === "quotient")
        return `表内 ${stated}${unit === null ? "" : ` ${unit}`},按 ${quotientText(finding)} 应为 ${number(computed)}${hint}`;
      const other =
        fits === null ? "" : `;按${BASES[fits.basis]}(${fits.part} ÷ ${fits.whole})则吻合`;
      return wholeColumn
        ? `本列按${BASES[basis]}推算不出(如表内 ${stated}%,按 ${division} 为 ${percent(computed)})${other === "" ? ";请核实以什么计算" : other}`
        : `表内 ${stated}%,按${BASES[basis]} ${division} 应为 ${percent(computed)}${other}${hint}`;
    }
    case "rank-mismatch": {
      const { ranked, value, low, high, rows, ascending } = finding.params;
      const place = low === high ? `第 ${low}` : `第 ${low} 至 ${high}`;
      const places = finding.trace.operands[0]?.decimals ?? decimals;
      return `表内第 ${stated} 位,按${measureLabel(ranked, LOCALE)} ${formatFixed(value, places)} 由${ascending ? "低到高" : "高到低"}在 ${rows} 个中应为${place} 位`;
    }
    case "order-violation": {
      const { part, whole, partName, wholeName, relation, unit, wholeColumn } = finding.params;
      const smaller = amount(part, decimals, unit, LOCALE);
      if (relation === "share") return `表内 ${smaller},占比超过 100%`;
      if (relation === "fall") return `表内 ${smaller},下降超过 100%`;
      const larger = amount(whole, decimals, unit, LOCALE);
      return wholeColumn
        ? `本列${partName}都大于${wholeName}(如 ${smaller} 大于 ${larger}),请核实口径`
        : `${partName} ${smaller} 大于${wholeName} ${larger}`;
    }
    case "aggregate-out-of-range": {
      const { low, high, members } = finding.params;
      return `表内 ${stated}%,不在 ${members} 个成员的 ${percent(low)} 至 ${percent(high)} 之间`;
    }
    case "cumulative-decrease": {
      const { before, now, unit } = finding.params;
      return `累计 ${amount(now, decimals, unit, LOCALE)},小于前期累计 ${amount(before, decimals, unit, LOCALE)}`;
    }
    case "remainder-mismatch": {
      const { done, parts, total, computed, unit, wholeColumn } = finding.params;
      const arithmetic = `${number(total)} − ${number(done)}`;
      const taken = parts > 1 ? "其余各项" : "已完成";
      return wholeColumn
        ? `本列剩余数推算不出(如表内 ${stated},而 ${arithmetic} = ${number(computed)});请核实口径`
        : `表内 ${stated},总数减${taken} ${arithmetic} 应为 ${amount(computed, decimals, unit, LOCALE)}`;
    }
    case "cross-sheet-mismatch": {
      const { other, otherSheet, otherStanding, wholeColumn } = finding.params;
      const compared = `表内 ${stated},“${otherSheet}”为 ${number(other)}`;
      const standing = otherStanding ? ";两表数据的性质(快报、定案等)不同" : "";
      return wholeColumn
        ? `本列与“${otherSheet}”都不一致(如${compared})${standing}`
        : `${compared}${standing}${hint}`;
    }
    case "integer-infeasible": {
      const { count, nearest } = finding.params;
      const others = nearest
        .map(({ whole, percent: one }) => `${count} ÷ ${whole} 为 ${percent(one)}`)
        .join(",");
      return `${count} 个占 ${stated}%,没有一个整数总数能得出${others === "" ? "" : `(${others})`}`;
    }
    case "residual-implausible": {
      const { rest, restGrowth, wholeGrowth, zonesGrowth, wholeName, unit } = finding.params;
      const left = amount(rest, decimals, unit, LOCALE);
      if (rest < 0) return `各开发区之和大于${wholeName}:${wholeName}减开发区为 ${left}`;
      const growth = restGrowth === null ? "" : `,推算增速 ${formatFixed(restGrowth, 1)}%`;
      const beside = [
        zonesGrowth === null ? "" : `开发区 ${formatFixed(zonesGrowth, 1)}%`,
        wholeGrowth === null ? "" : `${wholeName} ${formatFixed(wholeGrowth, 1)}%`,
      ].filter((text) => text !== "");
      return `${wholeName}减开发区为 ${left}${growth};${beside.join("、")}`;
    }
    case "small-base": {
      const { growth, base, unit } = finding.params;
      const places = finding.trace.operands[0]?.decimals ?? decimals;
      return `增速 ${percent(growth)} 由很小的基数 ${amount(base, places, unit, LOCALE)} 得出`;
    }
    case "zone-missing": {
      const { zone, stated: said, rows, namedIn, serial } = finding.params;
      if (serial !== null)
        return `序号 ${String(said)} 与上下各行不连续,按次序应为 ${serial}:是否漏行、重行或编号有误`;
      return zone === null
        ? `表内写 ${String(said)} 个开发区,实有 ${rows} 行`
        : `本表没有 ${zone};${namedIn.map((name) => `“${name}”`).join("、")}中有`;
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
      return `标题时期为 ${periodText(params.title)},表头为 ${periodText(params.other)}`;
    case "headers":
      return `增减所比的两列,表头为 ${periodText(params.other)} 和 ${periodText(params.title)},不是今年和上年的同一时期`;
    case "sheet-name":
      return `标题时期为 ${periodText(params.title)},工作表名为 ${periodText(params.other)}`;
    case "other-sheets":
      return `标题时期为 ${periodText(params.title)},其他各表都为 ${periodText(params.other)}`;
    case "whole-year":
      return `按上年同期列推算的增速都接近 ${formatFixed(params.impliedGrowth ?? 0, 0)}%,该列疑为上年全年数`;
  }
}

/** The rule in one official sentence. */
export function relationRule(finding: RelationFinding): string {
  switch (finding.code) {
    case "target-behind-pace":
      return "年度目标是数额或个数的,完成进度不低于序时进度(月数除以 12,或表内列明的计划进度);增速、占比和比率不按月折算。";
    case "target-undecided":
      return "达到与否不应取决于修约或权重;取决于它们的,提请确认。";
    case "rate-mismatch":
      if (finding.params.basis === "shown")
        return "本列绝大多数行恰好等于同一行另两数相除,不是巧合;不这样的行提请核实。";
      if (finding.params.basis === "points")
        return "得分等于完成率乘分值(权重),超过封顶的按封顶计;本列其余各行都这样算的,不这样的一行提请核对。";
      if (finding.params.basis === "quotient")
        return "亩均、户均、人均、地均和投资强度等等于表内同一行的两数相除(单位换算后),以本列多数行所行的为准。";
      return "开工率、投产率、达效率、完成率等等于分子除以分母乘 100,以个数、投资额、完成投资或产值计算,以表头所写或本列所行为准。";
    case "rank-mismatch":
      return "位次应与所列数值的排序一致;并列的,1、2、2、4 和 1、2、2、3 都可以,越低越好的指标由低到高排。";
    case "order-violation":
      return ORDER_RULES[finding.params.relation];
    case "aggregate-out-of-range":
      return "合计的增速、比率应在各成员的最小值与最大值之间。";
    case "cumulative-decrease":
      return "同一年内累计数不应小于前期累计数;因修订下降的须说明。";
    case "remainder-mismatch":
      return "已完成数与剩余数之和等于总数。";
    case "cross-sheet-mismatch":
      return "同一开发区、同一指标、同一时期的数,在各表中应当一致;数据性质不同或上年数修订的须说明。";
    case "integer-infeasible":
      return "个数占个数的百分比,应当能由某个整数总数得出。";
    case "residual-implausible":
      return "全市减去开发区的余数不得为负;余数推算的增速与全市相差 50 个百分点以上的须说明。";
    case "small-base":
      return "由很小的基数得出的很高增速须说明。";
    case "zone-missing":
      if (finding.params.serial !== null) return "行的序号应当逐行连续,每组从 1 起。";
      return "名册上的开发区应当逐一列出,个数应与所写的一致。";
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "上年同期应为上年相同月份的数,不得填上年全年数。"
        : "标题、表头、工作表名中的时期应当一致,增减由上年同期算起。";
  }
}

const ORDER_RULES: Readonly<Record<OrderViolation["params"]["relation"], string>> = {
  done: "已完成数不得大于总数。",
  part: "其中项不得大于所属的总体。",
  new: "新增数不得大于期末实有数。",
  funnel: "逐级推进的项目数应逐级不增。",
  share: "占比不应超过 100%;口径不同的须说明。",
  fall: "不会为负的指标,下降幅度不应超过 100%。",
};

export function relationRemedy(finding: RelationFinding): string {
  switch (finding.code) {
    case "target-behind-pace":
      return "属实的不需更正;可以填写落后的原因。";
    case "target-undecided":
      return finding.severity === "warning"
        ? "确认以哪个数报送,并说明。"
        : "有各开发区数据的,按权重确认;不需更正。";
    case "rate-mismatch":
      return finding.severity === "error"
        ? "核对分子、分母和比率,更正其中有误的一个。"
        : "核实以什么计算,在表头写明,或说明。";
    case "rank-mismatch":
      return "按数值重新排位,或更正有误的数。";
    case "order-violation":
      return finding.severity === "error" ? "核对两个数,更正有误的一个。" : "核实口径,更正或说明。";
    case "aggregate-out-of-range":
      return "核对合计与各成员;口径不同的请说明。";
    case "cumulative-decrease":
      return "核对两期累计数;因修订下降的请说明。";
    case "remainder-mismatch":
      return "核对总数、已完成数和剩余数,更正有误的一个。";
    case "cross-sheet-mismatch":
      return finding.severity === "error"
        ? "核对两处的数,更正有误的一处。"
        : "属修订或口径不同的请说明;否则更正。";
    case "integer-infeasible":
      return "核对个数和百分比;不是按个数计算的,请说明。";
    case "residual-implausible":
      return finding.severity === "error"
        ? "核对开发区合计与全市数,更正有误的一个。"
        : "核实开发区与全市的口径,属实的可以说明。";
    case "small-base":
      return "属实的,说明基数很小的原因。";
    case "zone-missing":
      if (finding.params.serial !== null)
        return "补上漏列的行,删去重列的行,或更正序号;摘录的请说明。";
      return "补列该开发区,或更正所写的个数;不在范围内的请说明。";
    case "period-conflict":
      return finding.params.between === "whole-year"
        ? "改填上年相同月份的数。"
        : "更正标题、表头或工作表名中有误的时期。";
  }
}
