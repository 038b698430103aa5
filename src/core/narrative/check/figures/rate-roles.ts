import {
  BE,
  BE_WORDS,
  BOTH,
  CHANGED_TO,
  DOWN_WORDS,
  FROM,
  FROM_EARLIER,
  GOAL,
  POINTS,
  RANKED,
  RATE,
  UP_WORDS,
  WHEN,
} from "./role-words.ts";
import type { RoleRule } from "./role-words.ts";

/** What a number in percent or points is. Tried in order; the first that fits is its role. */
export const RATE_ROLES: readonly RoleRule[] = [
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
  // 由58.3%提高到64.9%: no time is told, what it was is.
  { role: "earlier-rate", units: RATE, chunk: FROM, tail: CHANGED_TO },
  {
    role: "earlier-rate",
    units: RATE,
    chunk: /^(?:(?:上|去)年(?:同期|末|底|全年)?|年初)(?:为|是)?$/u,
  },
  {
    role: "earlier-rate",
    units: RATE,
    chunk: /^(?:1-\d{1,2}月份?|[一二三]季度|上半年|前三季度)(?:为|是)$/u,
  },
  {
    role: "change",
    units: BOTH,
    chunk:
      /(?:比|较|由|与)[^,]{0,6}(?:\d月份?|上月|上个月|季度|上半年|上年(?:同期|末|底|全年)?|去年(?:同期|末|底|全年)?|年初|同期|全年|前值)[^,]{0,14}(?:加快|回落|提升|提高|回升|上升|下降|收窄|扩大|放缓|下滑|降低|高|低|快|慢|增加|减少|变化)[了约]*$/u,
    tail: /^(?![^,;。]{0,2}目标)/u,
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
      `(?:(?:目标|任务|计划|预算|投资|目标任务|年度计划|年度目标)(?:完成|达成)率|完成(?:比例|进度|占比)|完成(?:年度|全年|年)?(?:预[期计定])?(?:计划|任务|目标|投资计划|目标任务)${BE})${BE}$|(?:占|为)(?:年度|全年|年)?(?:计划|任务|目标)(?:投资|任务)?的?${BE}$|(?:占|为|完成)(?:年初|年度|全年|调整)?(?:后)?预算数?的?${BE}$`,
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
  // 城镇调查失业率控制在5.5%以内 is what is aimed at.
  { role: "target", units: RATE, chunk: /控制在$/u, tail: /^(?:左右)?(?:以内|以下|之内)/u },
  { role: "pace", units: RATE, chunk: /(?:序时|时序|时间|均衡)进度(?:为|是|的|:)*$/u },
  {
    role: "share",
    units: BOTH,
    chunk: new RegExp(
      `(?:占(?!地(?!区)|道|位)[^,;]{0,30}|(?:占比|比重|份额|占有率|比例)[^,;]{0,6})$`,
      "u"
    ),
    tail: /^(?![^,;。]{0,3}目标)/u,
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
    chunk: new RegExp(`(?:两年|三年|年)(?:平均|均)(?:增长|增速|下降)(?:率|速度)?${BE}$`, "u"),
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
      `(?:率|度|强度|指数|税比|(?:[长降升成]|亏损|覆盖|受益)面|存贷比)(?:分别)?(?:提升|提高|上升|下降|降)?${BE}$`,
      "u"
    ),
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
];
