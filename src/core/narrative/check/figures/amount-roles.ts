import { AMOUNT, BE, CHANGED_TO, FROM, FROM_EARLIER, GOAL, WHEN } from "./role-words.ts";
import type { RoleRule } from "./role-words.ts";

/** What an amount, a count or a bare number is. Tried in order; the first that fits is its role. */
export const AMOUNT_ROLES: readonly RoleRule[] = [
  // What a bracket holds is told by the words before it, in roles.ts.
  { role: "ratio-part", units: ["none"], tail: /^:\d|^:$/u },
  { role: "ratio-part", units: ["none"], lead: /^:$/u },
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
      `(?:同比|比[^,]{0,8}|较[^,]{0,8}|净)(?:多|少)?(?:增加|净增|增收|减收|多完成|少完成|减少|增|减|多|少|收|征|新增|净增加|下降|增长|增支|减支)(?:额|值)?${BE}$|^(?:净增加?|增收|减收|增支|减支|多完成|少完成|净增)${BE}$`,
      "u"
    ),
  },
  // 汉族人口减少10134人: by how much.
  { role: "increase", units: AMOUNT, chunk: /(?:^|[^新再需])(?:增加|减少)[了约近超]*$/u },
  // 与2010年第六次全国人口普查的725482人相比
  { role: "prior", units: AMOUNT, chunk: /(?:与|和|同|较)[^,]{2,20}$/u, tail: /^相比/u },
  // 同比多引进17个, 较上年同期少开行12列: by how many more.
  {
    role: "increase",
    units: AMOUNT,
    chunk: new RegExp(
      `(?:同比|(?:比|较)(?:(?:上|去)年(?:同期)?|同期|上月))(?:多|少)(?!于)[一-龥]{1,4}$`,
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
  { role: "prior", units: AMOUNT, chunk: FROM, tail: CHANGED_TO },
  {
    role: "prior",
    units: AMOUNT,
    chunk: /^(?:比|较)?(?:上|去)年(?:全年)?(?:完成|实现|达到?|为|是|的)*$/u,
  },
  // 年初4900户, 上年末规上工业企业240家: what a growth since then counts from.
  { role: "prior", units: AMOUNT, chunk: /^(?:(?:上|去)年(?:末|底)|年初)[^,]{0,16}$/u },
  // 占全市177.53亿元的: the whole between 占 and 的.
  { role: "reference-level", units: AMOUNT, chunk: /占(?!地(?!区))[^,]{0,20}$/u, tail: /^的/u },
  {
    role: "prior",
    units: AMOUNT,
    chunk: new RegExp(`(?:(?:上|去)年同期|同期)(?:数|值|基数|完成|实现)*${BE}$`, "u"),
  },
  { role: "level", units: AMOUNT },
  // 性别比为102.43, 城乡居民收入比由2.31缩小到2.12: quotients without a unit.
  {
    role: "rate",
    units: ["none"],
    chunk:
      /(?:性别比|收入比|抚养比|系数)(?:例|值)?(?:由|从|分别|为|是|达|到|约|:|缩小|扩大|下降|上升)*$/u,
  },
  { role: "rate", units: ["none"], chunk: /(?:缩小|扩大)[了约]*$/u },
  { role: "rate", units: ["none"], chunk: /^(?:缩小|扩大|下降|降低|上升|提高)(?:到|至|为)$/u },
  { role: "level", units: ["none"], chunk: /(?:指数|位次|得分|总分)(?:为|达|达到|:)*$/u },
];
