import { parsePeriod } from "../../../catalog/periods.ts";
import { formatPeriod } from "../../../model/period.ts";

/** What a share divides by, a difference is taken to, a change counts from. */
export type Against =
  | { readonly kind: "scope"; readonly scope: string }
  | { readonly kind: "period"; readonly period: string; readonly words: string }
  | { readonly kind: "target" }
  | { readonly kind: "pace" }
  | { readonly kind: "name"; readonly name: string };

const SCOPE =
  /(?<who>全[国省市区县州旗盟](?:经济)?|[我本]省|[我本]市|国家级?(?=平均|水平|经开区)|东部|中部|西部)(?:的|规上|规模以上|同类|省级|工业类|各)*(?<zones>开发区|经开区|高新区|园区|示范区)?/u;
const EARLIER =
  /(?:上|去)年同期|同期|上年(?:全年|末|底)?|去年(?:全年|末|底)?|年初|上月|上个月|上季度?|前值|(?:(?:19|20)\d{2}年)?(?:1-\d{1,2}月份?|\d{1,2}月份?(?:末|底)?|上半年|[一二三四1-4]季度|前三季度|全年)|(?:19|20)\d{2}年(?:同期)?/u;

/** 全省开发区平均水平 → 全省开发区. */
export function scopeIn(text: string): string | undefined {
  const match = SCOPE.exec(text);
  if (match === null) return undefined;
  const who = (match.groups?.["who"] ?? "").replace(/^[我本]/u, "全").replace("经济", "");
  return `${who}${match.groups?.["zones"] === undefined ? "" : "开发区"}`;
}

/** Whether a text names a whole or reference at its very end: 占全市, 高于全省开发区平均水平. */
export function endsInScope(text: string): boolean {
  return /(?:全[国省市区县州旗盟]|[我本][省市]|开发区|经开区|高新区|示范区|园区|[东中西]部)(?:的|平均|均值|整体|总体|工业|投资|规上|水平|增速|增幅|增长|同期|同类|总量|指标|比重|合计|总计|目标){0,4}$/u.test(
    text
  );
}

/** The key of the period a text names; 上年同期 and its like by their own words. */
export function earlierIn(text: string): Against | undefined {
  const match = EARLIER.exec(text);
  if (match === null) return undefined;
  const words = match[0];
  const known = EARLIER_READ.get(words);
  if (known !== undefined) return known;
  const earlier = earlierOf(words);
  if (EARLIER_READ.size >= MOST_READ) EARLIER_READ.clear();
  EARLIER_READ.set(words, earlier);
  return earlier;
}

/** The times read last: a text has few, and says them over and over. */
const EARLIER_READ = new Map<string, Against>();
const MOST_READ = 256;

function earlierOf(words: string): Against {
  const period =
    /\d|季度|半年|全年/u.test(words) && !/同期|上年|去年|[末底]$/u.test(words)
      ? parsePeriod(words)
      : undefined;
  return { kind: "period", period: period === undefined ? words : formatPeriod(period), words };
}

/** What the words between 占 · 比 · 高于 and the number name. */
export function readAgainst(text: string): Against | null {
  if (/(?:序时|时序|时间|均衡)进度|^进度/u.test(text)) return { kind: "pace" };
  if (/目标|任务|考核值|计划/u.test(text)) return { kind: "target" };
  const earlier = earlierIn(text);
  const scope = scopeIn(text);
  if (earlier !== undefined && scope === undefined) return earlier;
  const name = text
    .replace(/^(?:同期|整个|全部|所有)/u, "")
    .replace(/(?:的|总量|总数|总额|比重|比例|份额|增速|增幅|平均|水平|约|达|为|到)+$/gu, "");
  const bare =
    scope === undefined ? name : name.replace(SCOPE, "").replace(/^(?:平均|水平|增速|的)+/u, "");
  if (scope !== undefined) return { kind: "scope", scope };
  return bare === "" || bare.length > 24 ? null : { kind: "name", name: bare };
}
