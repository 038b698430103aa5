import type { Unit } from "../../../model/unit.ts";
import type { Figure, Role } from "./figure.ts";

/** One way a role is written: the unit's family, the words that end before the number, those that begin behind it. */
export interface RoleRule {
  readonly role: Role;
  readonly units: readonly (Unit["family"] | "none")[];
  /** Tried on the clause the number ends. */
  readonly chunk?: RegExp;
  readonly tail?: RegExp;
  /** Tried on all the words since the number before. */
  readonly lead?: RegExp;
  readonly place?: "bracket" | "sentence";
}

/** No word of a repeated group may be two others in a row, and none of them repeats itself: both would take for ever. */
const BE_WORDS =
  "分别|均|了|也|已|仅|约|近|超|逾|达到|达(?!到)|为|是|到|至|:|高达|预计|累计|只有|超过|突破|的|不足|接近|大约";
const BE = `(?:${BE_WORDS})*`;
export const UP_WORDS = "增长|上升|提高|增加|上涨|比增|增|涨|提升|回升|上扬|扩大|加快|攀升|跃升";
export const DOWN_WORDS = "负增长|下降|减少|降低|下滑|回落|下跌|跌|减|降|少|收窄|放缓|缩减";
const RATE = ["rate"] as const;
const POINTS = ["points"] as const;
/** 高出9.4%: points that were written as percent are read with the same words. */
const BOTH = ["rate", "points"] as const;
const AMOUNT = [
  "money",
  "foreign-money",
  "floor",
  "land",
  "count",
  "mass",
  "power",
  "energy",
  "other",
  "intensity",
  "score",
] as const;
const RANKED =
  "[^,;\\d]{0,4}(?:[前后][一二两三四五六七八九十\\d]{1,2}[位名]|最[高低快慢大小])[^,;\\d]{0,24}$";
const GOAL = "(?:目标值?|任务数?|计划数?|预算数?(?!收入|支出|外|内)|考核值?|下达数?|底线|指标值)";
const WHEN =
  "(?:年度|全年|年|省定|市定|省初定|初定|省下达|市下达|预期|考核|增长|增速|序时|上半年|既定|总体|目标|任务|投资|省级|市级|责任书?|工作)";

/** 由2020年的 … 增加到: what a number was, before the words for what it is. */
const FROM_EARLIER =
  /(?:由|从)[^,]{0,6}(?:(?:19|20)\d{2}年|(?:上|去)年|年初|上月|月份?|季度|半年|同期)[^,由从]{0,6}$/u;
export const CHANGED_TO =
  /^(?:增加|增长|提高|提升|上升|上涨|下降|降低|减少|回落|扩大|发展|壮大|攀升|跃升|增|升|降|减)(?:到|至|为)/u;

/** 4个达到、1个未达到17%目标值. */
export const MEMBER_COUNT: RoleRule = {
  role: "member-count",
  units: ["count"],
  tail: /^(?:开发区|示范区)?(?:(?:达到|完成)、$|未(?:达到|完成)(?:省初?定|市定|考核)?$)/u,
};

/** Tried in order; the first that fits is the number's role. */
const ROLE_RULES: readonly RoleRule[] = [
  // What a bracket holds is told by the words before it, in roles.ts.
  { role: "ratio-part", units: ["none"], tail: /^:\d|^:$/u },
  { role: "ratio-part", units: ["none"], lead: /^:$/u },
  { role: "contribution", units: RATE, chunk: new RegExp(`贡献(?:率|度)${BE}$`, "u") },
  {
    role: "pull",
    units: BOTH,
    chunk: new RegExp(`(?:拉动|上拉|下拉|拖累|贡献)[^%\\d]{0,24}$`, "u"),
  },
  {
    role: "pace-lead",
    units: BOTH,
    chunk: new RegExp(
      `(?:超|欠|高于|低于|快于|慢于|超出|超过|领先|落后|落后于|滞后|滞后于|比|较|快|高出)(?:年度|全年|同期)?(?:序时|时序|时间|均衡|计划)?进度[^,]{0,8}$`,
      "u"
    ),
  },
  {
    role: "gap",
    units: BOTH,
    chunk: new RegExp(
      `(?:高于|低于|距|距离|离|比|较|超|超出|超过|差)[^,]{0,16}${GOAL}[^,\\d]{0,10}$`,
      "u"
    ),
    tail: /^(?!目标)/u,
  },
  {
    role: "earlier-rate",
    units: RATE,
    chunk: new RegExp(`(?:由|从)[^,]{0,16}(?:${UP_WORDS}|${DOWN_WORDS})$`, "u"),
    tail: /^[转变扩收调提上回到至的]/u,
  },
  // 比重由上年同期的58.3%提高到61.9%
  { role: "earlier-rate", units: RATE, chunk: FROM_EARLIER, tail: CHANGED_TO },
  { role: "earlier-rate", units: RATE, chunk: /^(?:上|去)年同期(?:为|是)?$/u },
  {
    role: "change",
    units: BOTH,
    chunk:
      /(?:比|较|由|与)[^,]{0,6}(?:\d月份?|上月|上个月|季度|上半年|上年(?:同期|末|底|全年)?|去年(?:同期|末|底|全年)?|年初|同期|全年|前值)[^,]{0,14}(?:加快|回落|提升|提高|回升|上升|下降|收窄|扩大|放缓|下滑|降低|高|低|快|慢|增加|减少|变化)[了约]*$/u,
    tail: /^(?!.{0,2}目标)/u,
  },
  {
    role: "change",
    units: POINTS,
    chunk: /(?:加快|回落|提升|提高|回升|上升|下降|收窄|扩大|放缓|下滑|降低)[了约]*$/u,
  },
  { role: "difference", units: POINTS },
  // A percentage between 高于 and its reference: 比全市4.6%的增速高9.4个百分点.
  {
    role: "reference-rate",
    units: RATE,
    chunk:
      /(?:比|较|高于|低于|快于|慢于)[^,]{0,18}(?:平均|水平|增速|增幅|全[国省市区县]|开发区)(?:的|为|:)?$/u,
    tail: /^(?:的)?(?:平均|增速|水平|增幅)*[高低快慢]/u,
  },
  {
    role: "difference",
    units: RATE,
    chunk:
      /(?:高于|低于|快于|慢于|高出|低出|领先|落后)[^,]{0,18}(?:平均|水平|增速|增幅|全[国省市区县]|开发区)(?:约|近)?$|(?:比|较)[^,]{0,16}(?:全[国省市区县]|开发区|平均|水平)[^,]{0,8}(?:高|低|快|慢|高出)[约了]*$/u,
  },
  {
    role: "attainment",
    units: RATE,
    chunk: new RegExp(
      `(?:完成|占|为|达|达到|相当于)[^,]{0,20}(?:${GOAL}|预期)[^,]{0,6}的${BE}$`,
      "u"
    ),
  },
  {
    role: "attainment",
    units: RATE,
    chunk: new RegExp(
      `(?:(?:目标|任务|计划|预算|投资|目标任务|年度计划|年度目标)(?:完成|达成)率|完成(?:比例|进度|占比)|完成(?:年度|全年|年)?(?:计划|任务|目标|投资计划|目标任务)${BE})${BE}$|(?:占|为)(?:年度|全年|年)?(?:计划|任务|目标)(?:投资|任务)?的?${BE}$`,
      "u"
    ),
  },
  {
    role: "target",
    units: RATE,
    tail: new RegExp(`^(?:以上|及以上|左右)?的?${WHEN}*${GOAL}`, "u"),
  },
  {
    role: "target",
    units: RATE,
    chunk: new RegExp(
      `(?:${GOAL}|省定|市定|初定|不低于|力争[^,]{0,10}|确保[^,]{0,12})(?:值|增速|增长|要求|${BE_WORDS})*$`,
      "u"
    ),
    tail: /^(?!的\d)/u,
  },
  { role: "pace", units: RATE, chunk: /(?:序时|时序|时间|均衡)进度(?:为|是|的|:)*$/u },
  {
    role: "share",
    units: BOTH,
    chunk: new RegExp(
      `(?:占(?!地|道|位)[^,;]{0,30}|(?:占比|比重|份额|占有率|比例)[^,;]{0,6})$`,
      "u"
    ),
    tail: /^(?!.{0,3}目标)/u,
  },
  // 相当于上年全年(1187.4亿元)的81.6%
  {
    role: "share",
    units: RATE,
    chunk: new RegExp(
      `(?:相当于|达到?|为|是)(?:(?:上|去)年|(?:19|20)\\d{2}年)(?:全年|同期)?[^,\\d]{0,10}的${BE}$`,
      "u"
    ),
  },
  {
    role: "average",
    units: RATE,
    chunk: new RegExp(`(?:两年|三年|年)(?:平均|均)(?:增长|增速|下降)${BE}$`, "u"),
  },
  // 增速前三位的分别是甲开发区21.8%; of an indicator that is a rate itself, 总量前三位的.
  {
    role: "growth",
    units: RATE,
    chunk: new RegExp(`(?:增速|增幅|涨幅|降幅|同比)${RANKED}`, "u"),
  },
  { role: "rate", units: RATE, chunk: new RegExp(`(?:总量|绝对量|[率度])${RANKED}`, "u") },
  {
    role: "growth",
    units: RATE,
    chunk: new RegExp(
      `(?:${UP_WORDS}|${DOWN_WORDS}|增速|增幅|降幅|涨幅|跌幅|同比|增长率|速度)${BE}$`,
      "u"
    ),
  },
  // 增速:临湖开发区12.3%、青石开发区9.8%.
  { role: "growth", units: RATE, lead: /(?:增速|增幅)(?:情况|排名)?:[一-龥]{2,16}$/u },
  {
    role: "rate",
    units: RATE,
    chunk: new RegExp(
      `(?:率|度|强度|指数|[长降升成]面|存贷比)(?:分别)?(?:提升|提高|上升|下降|降)?${BE}$`,
      "u"
    ),
  },
  { role: "rank", units: ["count", "none", "rank", "other"], chunk: /第$/u },
  // 比6月份前进1位, 提高4个位次: how far a rank moved.
  {
    role: "rank",
    units: ["rank"],
    chunk: /(?:前移|后移|前进|后退|上升|下降|提升|提高|跃升|退后|下滑|回落|进|退|升|降)[了约]*$/u,
  },
  // Amounts.
  {
    role: "target",
    units: ["none"],
    chunk: /(?:省初?定|市定|达到|完成)$/u,
    tail: /^(?:序时进度|目标值)/u,
  },
  {
    role: "needed",
    units: AMOUNT,
    chunk: new RegExp(`(?:还?需|需要|仍需|月均需|尚需|再)(?:完成|实现|新增|增加)?${BE}$`, "u"),
  },
  {
    role: "forecast",
    units: AMOUNT,
    chunk: new RegExp(`(?:有望|力争|预计全年|全年预计(?!目标)|将)[^,]{0,8}${BE}$`, "u"),
  },
  {
    role: "increase",
    units: AMOUNT,
    chunk: new RegExp(
      `(?:同比|比[^,]{0,8}|较[^,]{0,8}|净)(?:多|少)?(?:增加|净增|增收|减收|多完成|少完成|减少|增|减|多|少|收|征|新增|净增加|下降|增长|增支)(?:额|值)?${BE}$|^(?:净增加?|增收|减收|多完成|少完成|净增)${BE}$`,
      "u"
    ),
  },
  {
    role: "target",
    units: AMOUNT,
    chunk: /(?:完成|达到)$/u,
    tail: /^的?(?:省初?定|市定)?(?:序时|时序)进度/u,
  },
  {
    role: "target",
    units: AMOUNT,
    tail: new RegExp(`^(?:以上|左右)?(?:的|标准地|标准厂房|标准化厂房)?${WHEN}*${GOAL}`, "u"),
  },
  {
    role: "target",
    units: AMOUNT,
    chunk: new RegExp(
      `(?:${GOAL}|计划投资额?|省定|市定|省下达|市下达)(?:值|数|总量|总额|任务|目标|完成|为|是|的|:)*${BE}$`,
      "u"
    ),
  },
  // 较上年末375户增加37户, 比年初的11.52万户净增: the base between 比 and the increase.
  {
    role: "prior",
    units: AMOUNT,
    chunk: /^(?:比|较|由|从)(?:(?:上|去)年(?:末|底)|年初)(?:数|为|的)*$/u,
  },
  // 由2020年的6.2亿元增加到2023年的9.7亿元; (上年1527.9亿元), 上年为176.8亿元, 较上年71.52亿元增加.
  { role: "prior", units: AMOUNT, chunk: FROM_EARLIER, tail: CHANGED_TO },
  {
    role: "prior",
    units: AMOUNT,
    chunk: /^(?:比|较)?(?:上|去)年(?:全年)?(?:完成|实现|达到?|为|是|的)*$/u,
  },
  // 年初4900户, 上年末规上工业企业240家: what a growth since then counts from.
  { role: "prior", units: AMOUNT, chunk: /^(?:(?:上|去)年(?:末|底)|年初)[^,]{0,16}$/u },
  // 占全市177.53亿元的: the whole between 占 and 的.
  { role: "reference-level", units: AMOUNT, chunk: /占(?!地)[^,]{0,20}$/u, tail: /^的/u },
  {
    role: "prior",
    units: AMOUNT,
    chunk: new RegExp(`(?:(?:上|去)年同期|同期)(?:数|值|基数|完成|实现)*${BE}$`, "u"),
  },
  // 43.2%的行业, 近八成企业: some of them. 保持30%以上的快速增长, 增速从11.0%起步: growth told the other way round.
  {
    role: "share",
    units: RATE,
    tail: /^(?:左右|以上|多)?的?[一-龥]{0,6}(?:行业|企业|项目|产品|指标|地区|总产值|投资)/u,
  },
  {
    role: "growth",
    units: RATE,
    tail: /^(?:以上|左右)?的?(?:快速|高速|较快|平均|同比)*(?:增长|增速)/u,
  },
  { role: "growth", units: RATE, chunk: /(?:增速|增幅|增长)[^,]{0,12}(?:在|从|由|以)?$/u },
  { role: "level", units: AMOUNT },
  { role: "level", units: ["none"], chunk: /(?:指数|位次|得分|总分)(?:为|达|达到|:)*$/u },
];

/** Words of the clause that make a number fall, and what a stroke of a difference points to. */
export const FALLS = new RegExp(`(?:${DOWN_WORDS}|降幅|跌幅)[^,]{0,6}$`, "u");
export const LOWER =
  /低于|慢于|落后|滞后|低出|低(?!于)[约了]*$|慢[约了]*$|差[约了]*$|欠|少于|下拉|拖累/u;
export const SLOWER = /(?:回落|放缓|下滑|下降|降低|减少|收窄|低|慢|减)[约了]*$/u;

export function familyOf(figure: Figure): Unit["family"] | "none" {
  return figure.unit?.family ?? "none";
}

const BY_FAMILY = new Map<Unit["family"] | "none", readonly RoleRule[]>();

/** The rules for numbers of one family of units, in their order. */
export function rulesOf(family: Unit["family"] | "none"): readonly RoleRule[] {
  const known = BY_FAMILY.get(family);
  if (known !== undefined) return known;
  const rules = ROLE_RULES.filter(({ units }) => units.includes(family));
  BY_FAMILY.set(family, rules);
  return rules;
}
