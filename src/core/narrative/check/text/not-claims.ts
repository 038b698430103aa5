import { matchesOf } from "../../../catalog/matches.ts";

/**
 * Numbers that say nothing of an indicator: dates, ordinals, heads, the numbers of documents and telephones, names with a
 * number in them. Each row is one kind with the forms it is written in; the forms are tried on one paragraph of clean
 * text. None may look back over more than a few letters, and none may begin with an unbounded run: tried again at each
 * letter of a long one, it would take the square of its length.
 */
export interface NotClaim {
  readonly kind: "date" | "duration" | "ordinal" | "heading" | "document" | "telephone" | "name";
  readonly pattern: RegExp;
  /** What the letters right before must be, or must not: patterns that look behind are unknown to Safari before 16.4. */
  readonly after?: RegExp;
  readonly notAfter?: RegExp;
}

const IN_A_NUMBER = /[\d.]$/u;
/** Letters before a match that are looked at. */
const LOOKED_AT = 4;

const M = "(?:1[0-2]|0?[1-9])";

export const NOT_CLAIMS: readonly NotClaim[] = [
  { kind: "heading", pattern: /^(?:\(\d{1,2}\)|\d{1,2}[.、)](?!\d))/gu },
  {
    kind: "heading",
    after: /[。;:!?]$/u,
    pattern: /(?:\(\d{1,2}\)|\d{1,2}[、)](?!\d)|\d{1,2}\.(?!\d))/gu,
  },
  { kind: "document", pattern: /[〔[]\d{4}[〕\]]\d*号?/gu },
  {
    kind: "document",
    pattern: /(?:附件|附表|附图|表|图|注|专栏)\d{1,3}(?:[-.]\d{1,2}){0,2}(?![\d.个户家万亿%])/gu,
  },
  {
    kind: "document",
    notAfter: IN_A_NUMBER,
    pattern: /\d{1,9}号(?!线?[厂房])(?:文|令|文件|公告|决定)?/gu,
  },
  // 1-6月, 2023年1-6月份, 2022年-2023年, 1月至6月
  {
    kind: "date",
    pattern: new RegExp(
      `(?:(?:19|20)\\d{2}年)?${M}月?(?:-|至|到)(?:(?:19|20)\\d{2}年)?${M}月份?`,
      "gu"
    ),
  },
  {
    kind: "date",
    pattern: /(?:19|20)\d{2}年?(?:--?|至|到|和|、)(?:(?:19|20)\d{2})年(?:度|期间)?/gu,
  },
  { kind: "date", pattern: /(?:19|20)\d{2}(?:年(?:度|底|末|初)?|(?=[一-龥]{0,4}季度))/gu },
  {
    // 完成1900.01, 产值1925.5 of an indicator without a unit is what was done, no month.
    kind: "date",
    notAfter: /(?:完成|实现|达到|投资|收入|[值额量])$/u,
    pattern:
      /(?:19|20)\d{2}[./-](?:1[0-2]|0?[1-9])(?:[./-](?:[12]\d|3[01]|0?[1-9]))?(?![\d%千万亿元个家户项亩吨件人宗台辆平公])/gu,
  },
  { kind: "date", notAfter: IN_A_NUMBER, pattern: new RegExp(`${M}(?:、${M}){1,11}月份?`, "gu") },
  {
    kind: "date",
    notAfter: IN_A_NUMBER,
    pattern: new RegExp(
      `${M}月(?:份|底|末|初|中旬|上旬|下旬|当月)?(?:(?:-|至|到)?\\d{1,2}[日号])?(?:(?:-|至|到)\\d{1,2}[日号])?`,
      "gu"
    ),
  },
  {
    kind: "date",
    notAfter: IN_A_NUMBER,
    pattern: /\d{1,2}[日号](?!线)|\d{2}年(?=底|末|初|度|上半年|全年|\d)/gu,
  },
  { kind: "date", notAfter: IN_A_NUMBER, pattern: /[1-4](?:-[1-4])?季度/gu },
  { kind: "date", pattern: /前\d{1,2}个?月/gu },
  { kind: "date", notAfter: IN_A_NUMBER, pattern: /\d{1,2}[:时](?:\d{2}分?)(?!\d)(?![:.])/gu },
  {
    kind: "duration",
    notAfter: IN_A_NUMBER,
    pattern:
      /\d{1,9}(?:\.\d{1,9})?(?:余|多|来)?(?:个月|个工作日|个小时|周年|年|天|日|小时|分钟|周|岁)(?![产度均])/gu,
  },
  {
    kind: "ordinal",
    pattern:
      /第\d+(?=督导|巡视|巡察|批|期|届|次|季度|[一-龥]*组|产业|轮|号|章|条|款|页|代|三方|方阵|梯队)/gu,
  },
  { kind: "ordinal", pattern: /(?:前|后|TOP)\d{1,3}(?=位|名|强|个|$|[,、;的])/gu },
  { kind: "name", pattern: /\d{1,9}强/gu },
  // 7大产业集群, 5大主导产业: a name for all of them.
  { kind: "name", notAfter: IN_A_NUMBER, pattern: /\d{1,2}大(?=[一-龥]{2})/gu },
  // 0-14岁人口, 以女性为100: what a class or an index is called by.
  { kind: "name", notAfter: IN_A_NUMBER, pattern: /\d{1,2}-\d{1,2}(?:周)?岁/gu },
  { kind: "name", after: /(?:以[一-龥]{1,2}为|=)$/u, pattern: /100(?=[,)])/gu },
  // 常住人口[2]: a footnote.
  { kind: "document", after: /[一-龥%]$/u, pattern: /\[\d{1,2}\]/gu },
  // 7升1降 is told as a word, of its members.
  { kind: "name", pattern: /\d{1,3}[升增]\d{1,3}[降减]/gu },
  { kind: "name", pattern: /\d{1,9}(?:\.\d{1,9})?[×xX*]\d{1,9}(?:\.\d{1,9})?(?:小时)?/gu },
  { kind: "name", pattern: /\d{1,9}(?:\+(?:\d{1,9}|[A-Z]{1,2}))+/gu },
  {
    kind: "name",
    pattern: /[A-Za-z][A-Za-z-]{0,24}(?!\d{1,12}(?:\.\d{1,6})?[万亿%])\d+(?:\.\d+)*/gu,
  },
  {
    kind: "name",
    pattern:
      /\d{1,9}(?:\.\d{1,9})?(?:MWp?|GWh?|MVA|[kK]W(?:h)?|[kK][vV]|mm|nm|cm|G|D|A|K|T|P|Mbps|AH?)(?![A-Za-z])/gu,
  },
  {
    kind: "name",
    pattern:
      /(?:年产|日产|月产|年处理|日处理|年加工|年屠宰|年出栏|年储运|年供)(?:能?力?)\d+(?:\.\d+)?/gu,
  },
  { kind: "name", pattern: /[“"‘]\d+(?:[-+.]\d+)*[”"’]/gu },
  { kind: "name", pattern: /\d{1,9}(?=国道|省道|县道|专项行动|工程(?!项目)|计划(?=”))/gu },
  {
    kind: "telephone",
    notAfter: /\d$/u,
    pattern: /0\d{2,3}-\d{7,8}(?!\d)|1[3-9]\d{9}(?!\d)/gu,
  },
  { kind: "telephone", after: /电话[:为]?$/u, pattern: /\d{6,12}/gu },
  { kind: "telephone", notAfter: /\d$/u, pattern: /123\d{2}(?=热线|政务|平台|便民)/gu },
];

/** A piece of a paragraph whose numbers are no claims. */
export interface Mask {
  readonly start: number;
  readonly end: number;
  readonly kind: NotClaim["kind"];
}

/** The pieces of a paragraph that hold no claims, in reading order. */
export function findMasks(paragraph: string): readonly Mask[] {
  const masks: Mask[] = [];
  for (const { kind, pattern, after, notAfter } of NOT_CLAIMS) {
    for (const match of matchesOf(paragraph, pattern)) {
      const before = paragraph.slice(Math.max(0, match.index - LOOKED_AT), match.index);
      if (after?.test(before) === false || notAfter?.test(before) === true) continue;
      masks.push({ start: match.index, end: match.index + match[0].length, kind });
    }
  }
  return masks.sort((a, b) => a.start - b.start || b.end - a.end);
}
