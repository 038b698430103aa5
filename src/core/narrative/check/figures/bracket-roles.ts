import { earlierIn, endsInScope, scopeIn } from "./against.ts";
import type { Figure, Role } from "./figure.ts";
import { familyOf } from "./role-rules.ts";

/** A number in a bracket is what the words before the bracket want: 占全市(…), 高于全市(…), 比1-5月(…), 目标值(…). */
export function bracketRole(
  figure: Figure,
  head: string,
  carrier: Figure | null
): Role | undefined {
  const isRate = familyOf(figure) === "rate";
  if (head === "" && carrier !== null) return roleBehind(figure, carrier);
  if (/(?:目标值?|任务|计划|预算)(?:数|为|的)?$/u.test(head)) return "target";
  // 省定2亿元序时进度(河津开发区3亿元): the bracket behind a target names other ones.
  if (/^(?:序时|时序)进度(?:要求)?$/u.test(head)) return "target";
  const clause = head.slice(Math.max(head.lastIndexOf(","), head.lastIndexOf(";")) + 1);
  // A clause inside the bracket speaks for itself: (同比下降3%).
  if (/(?:增长|下降|同比|占|高于|低于|完成率)/u.test(figure.lead)) return undefined;
  if (/(?:序时|时序|时间|均衡)进度(?:要求)?$/u.test(clause)) return isRate ? "pace" : undefined;
  if (
    /(?:比|较|由|从|与)[^,]*$/u.test(clause) &&
    earlierIn(clause) !== undefined &&
    !endsInScope(clause)
  ) {
    return isRate ? "earlier-rate" : "prior";
  }
  // 是2020年(31.2亿元)的1.56倍, 相当于上年全年(1187.4亿元)的
  if (/(?:是|为|相当于|达到?)(?:(?:19|20)\d{2}年|(?:上|去)年)(?:同期|全年)?$/u.test(clause))
    return isRate ? "earlier-rate" : "prior";
  if (/(?:上|去)年同期(?:数|值)?$/u.test(clause)) return isRate ? "earlier-rate" : "prior";
  if (isRate && /(?:高于|低于|快于|慢于|高出|低出|高过)[^,]{2,16}$/u.test(clause))
    return "reference-rate";
  if (endsInScope(clause) || /(?:平均|水平|增速|占)[^,]{0,8}$/u.test(clause)) {
    return isRate ? "reference-rate" : "reference-level";
  }
  if (/占[^,]{0,16}$/u.test(clause)) return isRate ? undefined : "reference-level";
  return undefined;
}

const COMPARED: readonly Role[] = ["difference", "change", "gap"];
const COUNTED_FROM: readonly Role[] = ["growth", "increase", "multiple"];
const WHOSE = /^(?:全[国省市区县州旗盟园]|[我本][省市区县]|东部|中部|西部)[^,;]{0,12}$/u;

/**
 * What stands right behind a number tells what it counts from: 高于全省1.4个百分点(全省5.8%), 较2020年下降7.5个百分点(2020年66.1%),
 * 是2019年的1.5倍(2019年421亿元), 占GDP的比重为6.21%(GDP462.8亿元).
 */
function roleBehind(figure: Figure, carrier: Figure): Role | undefined {
  const words = figure.lead.replace(/[,;]$/u, "");
  if (familyOf(figure) === "rate") {
    if (!COMPARED.includes(carrier.role)) return undefined;
    if (earlierIn(words) !== undefined && scopeIn(words) === undefined) return "earlier-rate";
    return WHOSE.test(words) || scopeIn(words) !== undefined ? "reference-rate" : undefined;
  }
  if (familyOf(figure) === "points") return undefined;
  if (COUNTED_FROM.includes(carrier.role)) {
    const isTime = earlierIn(words) !== undefined && familyOf(figure) !== "none";
    return isTime && /^[^,;]{2,10}$/u.test(words) && !/计划|目标|任务|预算/u.test(words)
      ? "prior"
      : undefined;
  }
  if (carrier.role !== "share") return undefined;
  const name = words.replace(/(?:共计?|合计|总量|总额|为|是|有|达|约|:)+$/u, "");
  return name.length > 1 && carrier.chunk.includes(name) ? "reference-level" : undefined;
}
