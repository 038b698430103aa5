import { normaliseText } from "../catalog/normalise.ts";
import { findPeriods } from "../catalog/periods.ts";
import { stripLeadIn } from "../catalog/phrase.ts";
import { recogniseIndicator } from "../catalog/recognise.ts";
import { REFERENCE_WORDS } from "../catalog/references.ts";
import { recogniseUnit } from "../catalog/units.ts";
import type { Period } from "../model/period.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Unit } from "../model/unit.ts";
import type { ReferenceScope } from "../model/zone.ts";

/** A number of 全市 or 全省开发区 that a title or note gives. */
export interface WrittenReference {
  readonly scope: ReferenceScope;
  /** The indicator's name as written; null where the text leaves it to the table. */
  readonly name: string | null;
  readonly measure: "actual" | "prior" | "growth";
  readonly stated: StatedNumber;
  readonly unit: Unit | null;
  /** The period the line names, where it does. */
  readonly period: Period | null;
  /** The words it was read from. */
  readonly words: string;
}

const SCOPES = [...REFERENCE_WORDS.keys()]
  .filter((word) => !word.endsWith("工业"))
  .sort((a, b) => b.length - a.length);
const SCOPE = new RegExp(`(${SCOPES.join("|")})`, "u");
/** 全市开发区 are the zones of the city, a total of the rows and no whole beside them. */
const OF_ZONES = /^[^,;:\d]{0,8}(?:\d+个)?[^,;:\d]{0,6}(?:开发区|经开区|高新区|园区|示范区)/u;
const NUMBER = "[+-]?\\d+(?:,\\d{3})*(?:\\.\\d+)?";
const UNIT =
  "[亿万千百]*元|[亿万]?美元|万?平方米|平方公里|万?吨|万?千瓦时|亿千瓦时|亩|公顷|个?百分点|%|‰|[亿万](?!\\p{L})|万?[户家个项件宗人台](?!\\p{L})";
const VALUE = new RegExp(`(${NUMBER})(${UNIT})?$`, "u");
const VALUES = new RegExp(`(?:${NUMBER})(?:${UNIT})?`, "gu");
/** Numbers that are no value of the period: what is aimed at, about how much, and how far apart. */
const OTHER =
  /目标|任务|计划|预期|力争|不低于|不少于|以上|以下|左右|近|约|超|逾|余|考核|省定|市定|高于|低于|快于|慢于|百分点|位|名次|第\d|占|比重|份额|完成率|进度|序时|两年平均|拉动|贡献|上年(?!同期)|去年(?!同期)|[上本当]月|环比/u;
/** Parts of names, and of growth on last year, that look like one of these. */
const NAMES_LIKE_OTHER =
  /规模以上|限额以上|[亿万千]元以上(?=项目|企业|工业)|到位|单位|[签履集节]约|余额|占地|[比较](?:上年|去年)/gu;
const FALLING = /下降|降低|减少|回落|下滑|负增长|降幅|^[减降]/u;
const GROWING =
  /同比|增长|增速|增幅|上升|提高|下降|降低|减少|下滑|负增长|降幅|±|增减|涨幅|^[增降]|比上年|较上年|比去年/u;
const PRIOR = /上年同期|去年同期/u;
/** What stands before or behind a name. */
const VERB =
  '累计|完成额?|实现|达到?|实际|总量|总额|合计|平均|水平|共计?|同比|名义|(?:按)?(?:可比价|现价)格?(?:计算)?|可比口径|同口径|(?:比|较|与)?(?:上年|去年)(?:同期)?(?:数|相比)?|增长|下降|上升|降低|减少|增加|回落|下滑|提高|负增长|增速|增幅|降幅|增减|涨幅|[±为是数值额的:\\-()"”“]';
const AROUND_NAME = new RegExp(`^(?:${VERB})+|(?:${VERB})+$`, "gu");

/** The values of wholes that a line gives, each with what it is of. Targets, dates, ranks and differences are none. */
export function readReferences(text: string): readonly WrittenReference[] {
  const key = normaliseText(text);
  if (!SCOPE.test(key) || !/\d/u.test(key)) return [];
  const found: WrittenReference[] = [];
  let scope: ReferenceScope | null = null;
  let name: string | null = null;
  for (const segment of segmentsOf(key)) {
    let period: Period | null = null;
    for (const printed of clausesOf(segment)) {
      const { clause, period: told } = withoutPeriods(printed);
      period = told ?? period;
      const match = SCOPE.exec(clause);
      const before = match === null ? "" : clause.slice(0, match.index);
      if (match?.[1] === undefined) {
        const own: string | null | undefined = nameIn(clause);
        // 全市工业投资…,河津开发区下降3%: another subject speaks.
        if (own === undefined) scope = null;
        else if (own !== null) name = own;
        if (scope === null) continue;
        push(found, readValue(clause, { scope, name, period, words: printed }));
        continue;
      }
      const body = clause.slice(match.index + match[1].length);
      scope = OF_ZONES.test(body) ? null : (REFERENCE_WORDS.get(match[1]) ?? null);
      // 省定目标:全市17%,河津16%
      if (/目标|任务|计划|考核|省定|市定/u.test(before)) scope = null;
      if (scope === null) continue;
      if (/[占与比较于同和]$/u.test(before)) {
        // 占全市(177.53亿元)的61.53%: the bracket is of the whole, what follows it is of the zones again.
        const inner = /^\(([^()]*)\)/u.exec(body)?.[1] ?? "";
        const own: string | null | undefined = nameIn(before.slice(0, -1));
        if (own !== undefined && own !== null) name = own;
        push(found, readValue(inner, { scope, name, period, words: printed }));
        scope = null;
        continue;
      }
      const own: string | null | undefined = nameIn(body);
      if (own === undefined) {
        scope = null;
        continue;
      }
      name = own ?? name;
      push(found, readValue(body, { scope, name, period, words: printed }));
    }
  }
  return found;
}

function push(found: WrittenReference[], read: WrittenReference | undefined): void {
  if (read !== undefined) found.push(read);
}

/** Cut at ; and 。, and around a bracket that opens with a whole: …情况表(全市177.53亿元). */
function segmentsOf(key: string): readonly string[] {
  return key
    .replace(
      /^(?:\(?\d{1,2}[).、])?(?:注|说明|备注|附注|参考|参照|对照|其中)\d{0,2}[:.、]?(?:\d{1,2}[.、])?/u,
      ""
    )
    .replace(/^\d{1,2}[.、](?=\D)/u, "")
    .replace(/;?\d{1,2}[.、](?=全)/gu, ";")
    .replace(/\((?=(?:其中:?)?全[市省国])([^()]*)\)/gu, ";$1;")
    .split(/[;。\n]/u)
    .filter((segment) => segment !== "");
}

/** Cut at commas outside brackets, and at a bracket that gives another value: (上年同期192.52亿元). */
function clausesOf(segment: string): readonly string[] {
  return segment
    .replace(/\(((?:上年|去年)[^()]*)\)/gu, ",$1,")
    .split(/[,、](?![^()]*\))/u)
    .filter((clause) => clause !== "");
}

function withoutPeriods(text: string): { readonly clause: string; readonly period: Period | null } {
  let clause = text;
  let period: Period | null = null;
  for (const match of [...findPeriods(text)].reverse()) {
    const rest = clause.slice(match.end);
    clause = clause.slice(0, match.start) + (match.isLastYear ? "上年同期" : "") + rest;
    if (!match.isLastYear) period = match.period;
  }
  return { clause, period };
}

/** The indicator a clause names; null where it names none, undefined where it names something nobody knows. */
function nameIn(clause: string): string | null | undefined {
  const words = clause.replace(VALUES, "").replace(/^其中:?/u, "");
  const bare = stripLeadIn(words.replace(AROUND_NAME, ""));
  if (bare === "") return null;
  // 运城市开发区工业投资: the zones' value, of an indicator that goes on.
  const behind = /(?:开发区|园区|示范区|[市县])([^市县区]+)$/u.exec(words)?.[1] ?? "";
  const known = [words, bare, behind].find(
    (name) => name !== "" && recogniseIndicator(name) !== undefined
  );
  if (known !== undefined) return known;
  // A title leaves it to its table.
  if (/(?:表|情况|通报|指标|台账)$/u.test(bare)) return null;
  const isPlain = /^\p{Script=Han}{2,14}$/u.test(bare) && !/[区县市省国]/u.test(bare);
  return isPlain ? bare : undefined;
}

type About = Pick<WrittenReference, "scope" | "name" | "period" | "words">;

function readValue(text: string, about: About): WrittenReference | undefined {
  if (OTHER.test(text.replace(NAMES_LIKE_OTHER, ""))) return undefined;
  const match = VALUE.exec(text.replace(/[)"”]+$/u, ""));
  if (match?.[1] === undefined) return undefined;
  const before = text.slice(0, match.index);
  // Of two numbers the second may be anything.
  if (/\d/u.test(before)) return undefined;
  const unit = match[2] === undefined ? null : (recogniseUnit(match[2]) ?? null);
  const isGrowing = GROWING.test(before.replace(/(?:上年|去年)同期/u, ""));
  const isRate = unit?.name === "%" || (unit === null && isGrowing);
  if (!isRate && (unit === null || isGrowing || /rate|points/u.test(unit.family))) return undefined;
  const digits = match[1].replace(/,/gu, "").replace(/^\+/u, "");
  const value = Number(digits) * (isRate && FALLING.test(before) ? -1 : 1);
  const decimals = (digits.split(".")[1] ?? "").length;
  return {
    ...about,
    measure: isRate ? "growth" : PRIOR.test(before) ? "prior" : "actual",
    stated: { value, decimals, origin: "typed", precision: "stated" },
    unit,
  };
}
