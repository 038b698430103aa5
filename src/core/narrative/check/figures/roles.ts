import { readAgainst } from "./against.ts";
import { approximationOf } from "./approximation.ts";
import { bracketRole } from "./bracket-roles.ts";
import type { Figure, Role } from "./figure.ts";
import { FALLS, LOWER, MEMBER_COUNT, SLOWER, familyOf, rulesOf } from "./role-rules.ts";
import { CHANGED_TO } from "./role-words.ts";
import type { RoleRule } from "./role-words.ts";

/** Gives every number of a sentence its role, direction, approximation and what it is held against. */
export function assignRoles(figures: readonly Figure[]): void {
  // A bracket between two numbers does not part them: 甲12.3%(3)、乙9.8%(7).
  let outside: Figure | null = null;
  let inside: Figure | null = null;
  for (const figure of figures) {
    const previous: Figure | null = figure.head === null ? outside : inside;
    const beside = previous?.sentence === figure.sentence ? previous : null;
    figure.role = roleOf(figure, beside, outside?.sentence === figure.sentence ? outside : null);
    figure.approximation = approximationOf(figure);
    figure.direction = directionOf(figure, beside);
    figure.against = againstOf(figure, beside);
    if (figure.head === null) [outside, inside] = [figure, null];
    else inside = figure;
  }
}

function roleOf(figure: Figure, beside: Figure | null, carrier: Figure | null): Role {
  const unit = figure.unit?.name ?? "";
  if (figure.head !== null) {
    const held = bracketRole(figure, figure.head, carrier);
    if (held !== undefined) return held;
    // 安平县(42.7%)、青田区(31.5%): a list whose numbers stand in brackets.
    const isListed = figure.lead === "" && /(?:[、,和]|以及)[一-龥]{2,14}$/u.test(figure.head);
    if (
      isListed &&
      beside !== null &&
      beside.role !== "unknown" &&
      familyOf(beside) === familyOf(figure)
    )
      return beside.role;
  }
  if (unit === "倍" || unit === "番") return "multiple";
  // Before it could go on with the list of numbers it stands behind.
  if (fits(MEMBER_COUNT, figure)) return MEMBER_COUNT.role;
  const listed = beside === null ? undefined : listRole(figure, beside);
  if (listed !== undefined) return listed;
  const own = ruleOf(figure)?.role ?? roleByClauseBefore(figure);
  return own === "unknown" && isHalf(figure) ? "share" : own;
}

/** 投产项目已超过半数, 三分之一的项目: numbers that are all word, and say nothing but a share. */
function isHalf(figure: Figure): boolean {
  return familyOf(figure) === "rate" && figure.digitsEnd === figure.end;
}

/** 竣工率较高,分别为100%、65%: a clause of its own that says nothing goes on with the one before it. */
function roleByClauseBefore(figure: Figure): Role {
  if (!/^(?:分别|依次|均|已|约)*(?:为|是|达到?|在|:)?$/u.test(figure.chunk)) return "unknown";
  const before = figure.lead.slice(0, figure.lead.length - figure.chunk.length);
  const clause = /([^,;:。]*)[,;:]?$/u.exec(before)?.[1] ?? "";
  // 甲、乙完成率超过序时进度,分别为83.6%、80.4%: what is said of them is no name.
  const named = clause.replace(
    /(?:[均都]|明显)*(?:超过|高于|快于|低于|慢于|落后于?|达到|未达到?|超)(?:了)?[^,;]{0,4}(?:进度|目标|平均|全[市省国])[^,;]{0,6}$/u,
    ""
  );
  const subject = named.replace(
    /(?:较高|较低|最高|最低|最大|最小|居前|靠前|较快|较好|明显|突出)+$/u,
    ""
  );
  const joined = { ...figure, chunk: subject + figure.chunk };
  return ruleOf(joined)?.role ?? "unknown";
}

/** The first rule that fits: of those for its family of units alone, since most are not. */
function ruleOf(figure: Figure): RoleRule | undefined {
  return rulesOf(familyOf(figure)).find((rule) => fits(rule, figure));
}

function fits(rule: RoleRule, figure: Figure): boolean {
  return (
    (rule.chunk?.test(figure.chunk) ?? true) &&
    (rule.lead?.test(figure.lead) ?? true) &&
    (rule.tail?.test(figure.tail) ?? true)
  );
}

/** 占市定目标1800亿元的26.2%, 占全市177.53亿元的61.53%: what the amount before it was the whole of. */
function ofAmountRole(figure: Figure, beside: Figure): Role | undefined {
  if (familyOf(figure) !== "rate" || !/^的(?:比重|比例)?(?:约|近|超|达|为)*$/u.test(figure.lead))
    return undefined;
  if (familyOf(beside) === "rate") return undefined;
  if (beside.role === "target") return "attainment";
  return beside.role === "reference-level" ? "share" : undefined;
}

/** 比去年同期73.79亿元增加了1.54亿元: by how much, right behind its base. */
const CHANGED =
  /^,?(?:净增加?|增加|增长|增收|多增|多收|少收|增|多完成|多|提高|上升|减少|减收|增支|减支|减|少完成|少|下降|下滑|降低)[了约]*$/u;
/** 51653万元,增加6455万元,增长14.28%: behind a level, in a clause of its own. */
const ADDED = /^(?:[,;。)]|$)/u;

function isAmountOf(figure: Figure, beside: Figure): boolean {
  const family = familyOf(figure);
  return family === familyOf(beside) && family !== "rate" && family !== "points";
}

/** 比重由上年同期的58.3%提高到61.9%: what it is now is named by the words before what it was. */
function changedRole(figure: Figure, beside: Figure): Role | undefined {
  if (beside.role !== "earlier-rate" && beside.role !== "prior") return undefined;
  if (familyOf(figure) !== familyOf(beside) || !CHANGED_TO.test(figure.lead)) return undefined;
  if (beside.role === "prior") return "level";
  if (/占(?!地(?!区))|比重|份额/u.test(beside.chunk)) return "share";
  return /增速|增幅|降幅|涨幅|增长/u.test(beside.chunk) ? "growth" : "rate";
}

/** A number that goes on with a list has the role of the one before: 75%、69%、74%; 甲15.2%、乙11%. */
function listRole(figure: Figure, beside: Figure): Role | undefined {
  const ofAmount = ofAmountRole(figure, beside);
  if (ofAmount !== undefined) return ofAmount;
  // 去年同期14.1万人,增加0.7万人; 由214户增加到356户,增加142户.
  const isBase = beside.role === "prior" || CHANGED_TO.test(beside.lead);
  if (isBase && CHANGED.test(figure.lead) && isAmountOf(figure, beside)) return "increase";
  const isAdded = beside.role === "level" && figure.lead.startsWith(",") && ADDED.test(figure.tail);
  if (isAdded && CHANGED.test(figure.lead) && isAmountOf(figure, beside)) return "increase";
  const changed = changedRole(figure, beside);
  if (changed !== undefined) return changed;
  if (familyOf(figure) !== familyOf(beside)) return undefined;
  // 超过半数、达54.13%: the round number, then the exact one.
  if (/^[、,]?(?:达到?|即|为)$/u.test(figure.lead) && /(?:超|过|近|约|逾)/u.test(beside.chunk))
    return beside.role;
  const isBare = /^[、和与及,]$|^(?:以及|和|、|,)$/u.test(figure.lead);
  if (isBare && beside.role !== "unknown") return beside.role;
  // ;后三位的分别是丙开发区-7.8%: the other end of the same ranking.
  if (
    /^[;,。](?:[排列居]名)?(?:[后末]|最[低慢小])[^,;。]{1,8}(?:是|为|有|:)(?:[一-龥()]{2,20}|[一-龥()、]{2,40},(?:分别|依次)(?:为|是)?)$/u.test(
      figure.lead
    )
  )
    return beside.role;
  const isNamed = /^(?:[、,和]|以及)[一-龥]{2,14}(?:\(示范区\))?$/u.test(figure.lead);
  if (!isNamed || beside.role === "unknown") return undefined;
  // 、高于全省1.1个百分点 names no member of a list: it compares anew.
  const words = figure.lead.replace(/高新/gu, "");
  if (/[高低快慢](?:于|出|$)|[比较占降]|增(?:长|加|速|$)|由|从/u.test(words)) return undefined;
  const own = ruleOf(figure)?.role;
  if (own === undefined || own === "level" || own === "difference") {
    return beside.role === "level" || familyOf(figure) === "rate" || familyOf(figure) === "points"
      ? beside.role
      : own;
  }
  return own;
}

function directionOf(figure: Figure, beside: Figure | null): 1 | -1 {
  const isListed =
    beside !== null && beside.role === figure.role && /^(?:[、和与及,]|以及)/u.test(figure.lead);
  switch (figure.role) {
    case "growth":
    case "average":
    case "earlier-rate":
    case "reference-rate":
    case "increase":
      // 降幅比上年(3.6%)扩大: how far it fell then.
      if (figure.role === "earlier-rate" && /(?:降幅|跌幅)[^,;]*$/u.test(figure.head ?? ""))
        return -1;
      if (FALLS.test(figure.chunk) || (figure.head !== null && FALLS.test(figure.lead))) return -1;
      if (isListed && !/增长|上升|增/u.test(figure.lead)) return beside.direction;
      return 1;
    case "difference":
    case "gap":
    case "pace-lead":
    case "pull":
      if (LOWER.test(figure.chunk)) return -1;
      if (isListed && !/高|快/u.test(figure.lead)) return beside.direction;
      return 1;
    case "change":
      // A fall that narrows is a rate that rises.
      if (/(?:降幅|跌幅)/u.test(figure.chunk)) return /收窄|缩小|回落/u.test(figure.chunk) ? 1 : -1;
      // 收窄 is said of falls, of which the sentence spoke before: 降幅比1-7月收窄0.7个、比上半年收窄1.6个百分点.
      if (/收窄/u.test(figure.chunk) && !/增幅|涨幅/u.test(figure.chunk)) return 1;
      return SLOWER.test(figure.chunk) ? -1 : 1;
    default:
      return 1;
  }
}

const AGAINST: Partial<Record<Role, RegExp>> = {
  share: /占(?!地(?!区)|比|有)(?<what>[^,;]*)$/u,
  attainment: /(?:完成|占|为|相当于|达到?)(?:了)?(?<what>[^,;]*)$/u,
  difference: /(?:高于|低于|快于|慢于|高出|低出|领先|落后|比|较|与)(?<what>[^,;]*)$/u,
  change: /(?:比|较|由|与)(?<what>[^,;]*)$/u,
  gap: /(?:高于|低于|距离?|离|比|较|超过?|差)(?<what>[^,;]*)$/u,
  pull: /(?:拉动|上拉|下拉|拖累)(?<what>[^,;]*)$/u,
  contribution: /对(?<what>[^,;]*)的?贡献/u,
  "reference-rate": /(?<what>[^,;]*)$/u,
  "reference-level": /(?<what>[^,;]*)$/u,
  "earlier-rate": /(?<what>[^,;]*)$/u,
  prior: /(?<what>[^,;]*)$/u,
  rank: /(?:居|列|位居|位列|排|在)?(?<what>[^,;]*)第$/u,
};

function againstOf(figure: Figure, beside: Figure | null): Figure["against"] {
  const pattern = AGAINST[figure.role];
  if (pattern === undefined) return null;
  // 占(…)的: what stands before the number, or before the bracket it is in.
  const words =
    figure.head === null ? figure.chunk : figure.head === "" ? figure.lead : figure.head;
  const what = pattern.exec(words)?.groups?.["what"];
  if (what !== undefined && what !== "") return readAgainst(what);
  if (beside !== null && beside.role === figure.role) {
    const own = readAgainst(figure.lead.replace(/^(?:[、和与及,]|以及)/u, ""));
    return own ?? beside.against;
  }
  return null;
}
