import { normaliseText } from "../../../catalog/normalise.ts";
import { parsePeriod } from "../../../catalog/periods.ts";
import { indicatorById, recogniseIndicator } from "../../../catalog/recognise.ts";
import { longestTermAt } from "../../../catalog/vocabulary.ts";
import { formatPeriod } from "../../../model/period.ts";
import type { Indicator } from "../../../model/indicator.ts";
import { findKnownName, leadingZones } from "./known-names.ts";
import type { KnownNames } from "./known-names.ts";

/** What a number speaks of: whose, what, when. */
export interface Topic {
  /** As printed: 全市, 河津开发区, 工业类开发区; "" where the text does not say. */
  readonly subject: string;
  /** Catalogue id, or other: and the printed words. */
  readonly key: string;
  readonly name: string;
  readonly indicator: Indicator | null;
  /** As model/period prints it; null where the text names none. */
  readonly period: string | null;
}

/** What the words before a number say of its topic; null for what they leave as it was. */
export interface TopicWords {
  readonly subject: string | null;
  readonly phrase: string | null;
  readonly period: string | null;
}

const LEAD_IN =
  /^(?:其中|另外|同时|此外|另|其他|具体来?看|总体看|与此同时|今年以来|截[至止][^,]{0,8}[底末前日]|截[至止]目前|目前|预计|按[^,]{1,12}口径|从[^,]{1,12}看|分[^,]{1,10}看|二是|一是|三是|四是|五是|[一二三四五六]个?方面|主要是|累计|全年|当年|今年|本年|本月|当月|上月|年初|现已|已)+/u;
const PERIOD =
  /(?:上|去)年(?:末|底)|(?:截[至止])?(?:(?:19|20)\d{2}年)?(?:1-\d{1,2}月份?|1?\d月至\d{1,2}月份?|\d{1,2}月份?(?:末|底)?|[上下]半年|[一二三四1-4]季度(?:末|底)?|前三季度|前\d个?月|全年|年末|年底)|(?:19|20)\d{2}年(?:度|末|底)?/u;
const AREA = "(?:开发区|经开区|高新区|示范区|园区|集聚区|工业园|产业园|综保区|新区|化工园)";
const SUBJECT = new RegExp(
  `^(?:(?:全[国省市区县州旗盟]|我[省市区县]|本[省市区])(?:的|各|省级|国家级|工业类|农业类|规上(?=${AREA}))*${AREA}?|(?:省级|国家级|工业类|农业类|文旅类|各)*${AREA}|(?:[一-龥]{2,16}、){0,8}[一-龥]{1,12}?${AREA}(?:(?:工业|产业|科技)?${AREA})*|[一-龥]{2,4}[市县](?!场|级|外|域))(?:\\(示范区\\))?`,
  "u"
);
/** Where the name of an indicator ends: its verb, or a word of measure. */
const VERB =
  /(?:累计|共计?|实际|预计|已经?|分别|均|全部|仍|则|也|又|再|年均)*(?:完成|实现|达到?|为|是|有|增长|下降|同比|环比|比(?![重例])|较|增速|增幅|涨幅|降幅|高于|低于|快于|慢于|突破|超过|增加|减少|排[名在]?|居|列|位居|位列|占(?!地(?!区))|贡献|拉动|净增|回落|提高|提升|上升|两年平均|年均|新增|累计|总计|合计|共|出让|安排|下达|由|从|仅)/u;
const LEADING_VERB =
  /^(?:完成|实现|新增|累计|共计?|达成|实施|签约|已|全部|争取|获得|取得|拥有|建成|投入|正在|其中|现有|共有|出让|安排|下达|为|的|了|有|和|与|及|将|年)+/u;

/** 工业投资增速前三位的分别是甲开发区: what is ranked, and who is the first of them. */
const RANKING =
  /^(.*?)(?:增速|增幅|总量|绝对量|排名)*(?:[前后][一二两三四五六七八九十\d]{1,2}[位名]|最[高低快慢大小])(?:的)?(?:开发区)?(?:分别|依次)?(?:是|为|有|:)([一-龥()]{2,20})$/u;

/** Letters of which every ranking has one. */
const RANKED = /[前后最]/u;

export function isRanking(lead: string): boolean {
  if (!RANKED.test(lead)) return false;
  return RANKING.test(lead.slice(lead.search(/[^,;:。]*$/u)));
}

/** Reads the words before a number, from the last clause back to the first that names something. */
export function readTopicWords(lead: string, names: KnownNames): TopicWords {
  const chunks = lead.split(/[,;:。]/u);
  let subject: string | null = null;
  let phrase: string | null = null;
  let period: string | null = null;
  for (let i = chunks.length - 1; i >= 0; i--) {
    const chunk = withoutLevel(chunks[i] ?? "");
    if (chunk === "") continue;
    const read = readChunk(chunk, i === chunks.length - 1 ? "last" : "earlier", names);
    subject ??= read.subject;
    phrase ??= read.phrase;
    period ??= read.period;
    if (subject !== null && phrase !== null && period !== null) break;
  }
  return { subject, phrase, period };
}

/** 规上工业企业同比基本持平 names the enterprises, 与全市持平 nobody. */
function withoutLevel(chunk: string): string {
  if (!chunk.endsWith("持平")) return chunk;
  return chunk.replace(/(?:(?:增速)?[与和比较]|同比|环比)[^、]*持平$|(?:基本|大体)?持平$/u, "");
}

function readChunk(chunk: string, place: "last" | "earlier", names: KnownNames): TopicWords {
  let rest = chunk.replace(/^[、()\s”]+/u, "");
  let period: string | null = null;
  const found = /[月季年]/u.test(rest) ? PERIOD.exec(rest) : null;
  // 比1-5月加快: that period is what it is compared with.
  if (found !== null && !/(?:比|较|由|从|与)$/u.test(rest.slice(0, found.index))) {
    const parsed = parsePeriod(found[0]);
    if (parsed !== undefined) period = formatPeriod(parsed);
    rest = rest.slice(0, found.index) + rest.slice(found.index + found[0].length);
  }
  // 已开工项目总投资 is a column of its own beside 开工项目总投资.
  const whole = findKnownName(rest, names);
  const printed = whole === null ? null : rest.slice(whole.start, whole.end);
  rest = rest.replace(LEAD_IN, "").replace(/^(?:份|,)/u, "");
  const ranking = RANKING.exec(rest);
  if (ranking !== null) {
    const [, name = "", first = ""] = ranking;
    return { subject: first, phrase: phraseOf(name.replace(SUBJECT, ""), place, names), period };
  }
  const zones = leadingZones(rest, names);
  const subject = SUBJECT.exec(rest)?.[0] ?? (zones === "" ? null : zones);
  if (subject !== null) rest = rest.slice(subject.length).replace(/^的/u, "");
  const phrase = printed ?? phraseOf(rest, place, names);
  return { subject, phrase, period };
}

/** The name in what is left of a clause, or null. Known names are found wherever they stand; others end at their verb. */
function phraseOf(text: string, place: "last" | "earlier", names: KnownNames): string | null {
  const printed = findKnownName(text, names);
  if (printed !== null) return text.slice(printed.start, printed.end);
  const end = VERB.exec(text)?.index ?? -1;
  const known = knownName(text);
  if (known !== null) {
    const behind = VERB.exec(text.slice(known.end));
    const until = known.end + (behind?.index ?? text.length - known.end);
    // 62家规上工业企业完成产值: the name begins behind the verb.
    const verb = /(?:完成|实现)(?=[^完实]*$)/u.exec(text.slice(0, known.start));
    const from = verb === null ? 0 : verb.index + verb[0].length;
    const start = Math.max(from, known.start);
    const end = Math.max(known.end, Math.min(until, known.end + 8));
    return tidy(text.slice(from, start), text.slice(start, end));
  }
  if (end > 0) return tidy(text.slice(0, end));
  // 工业投资方面, 招商引资: a clause without a verb names the topic only if it is short.
  const rest = text.replace(LEADING_VERB, "");
  if (end === 0) {
    const after = text.slice(VERB.exec(text)?.[0].length ?? 0);
    return VERB.test(after) || /^(?:了|约|近|超|第|上年|去年|多(?!晶|元)|少(?!数|年))/u.test(after)
      ? null
      : tidy(after);
  }
  return place === "last" && rest.length <= 16 ? tidy(rest) : null;
}

/** The last catalogued name that is no part of a comparison. */
function knownName(text: string): { readonly start: number; readonly end: number } | null {
  const stop =
    /占(?!地(?!区))|比(?![重例])|较|高于|低于|快于|慢于/u.exec(text)?.index ?? text.length;
  let best: { start: number; end: number } | null = null;
  for (let at = 0; at < stop;) {
    const found = longestTermAt(text, at);
    if (
      found?.term.kind === "indicator" &&
      found.length >= 2 &&
      !(found.term.isWeak && best !== null && !/完成|实现/u.test(text.slice(best.end, at)))
    ) {
      best = { start: at, end: at + found.length };
      at += found.length;
    } else at += 1;
  }
  return best;
}

/** Words without what stands around a name: the verbs before it, unless they are the name's own (新增规上工业企业). */
function tidy(before: string, name = ""): string | null {
  const phrase = `${before.replace(LEADING_VERB, "")}${name}`
    .replace(/[“”"'《》]/gu, "")
    .replace(
      /(?:方面|情况|的|约|近|超|了|数为?|额为?|则|也|均|全部|分别|累计|共|已|实际|总体|高达|合计|平均|不足|接近)+$/u,
      ""
    );
  if (phrase.length < 2 || phrase.length > 24) return null;
  if (
    /^(?:以上|以下|左右|同比|增速|其余|剩余|下同|等|目标|水平|平均|全市|全省|全国|比重|其中|(?:上|去)年(?:同期)?|同期|增产|减产|增收|减收|增支|增加|减少|净增|多完成|少完成|多增|多收|少收|增幅|降幅|[增升降减]至|(?:增加|减少|提高|上升|下降|扩大|发展|壮大|攀升|跃升|回落|缩小|增长|降低)[到至为]|完成率|占比|[前后末首][一二两三四五六七八九十\d]*位|(?:序时|时序|时间|均衡)进度|总量|绝对量|增量|[两二三四五六七八九十]家|[两二三四五六七八九十]年(?:来|间|累计)?|增加额|去年末|上年末|年初|分别)$/u.test(
      phrase
    )
  )
    return null;
  return /^[\p{Script=Han}A-Za-z&、()]+$/u.test(phrase) ? phrase : null;
}

/** The topic a phrase names, by the catalogue or by its own words. */
export function topicOf(
  phrase: string,
  subject: string,
  period: string | null,
  names: KnownNames
): Topic {
  const printed = names.keys.get(phrase);
  const indicator =
    printed === undefined ? (recogniseIndicator(phrase) ?? null) : (indicatorById(printed) ?? null);
  const key = printed ?? indicator?.id ?? `other:${normaliseText(phrase)}`;
  return { subject, key, name: phrase, indicator, period };
}
