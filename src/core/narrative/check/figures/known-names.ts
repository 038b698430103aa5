import { longestTermAt } from "../../../catalog/vocabulary.ts";

/** What a workbook prints, in the words of clean text. */
export interface KnownNames {
  /** Names of indicators, each with the key its cells are found by. */
  readonly keys: ReadonlyMap<string, string>;
  /** Zones, by their own names and as printed, the longest first. */
  readonly zones: readonly string[];
  /** Columns that go on with the indicator before them: 已完成, 剩余, 完成率. */
  readonly labels: ReadonlySet<string>;
}

export const NO_NAMES: KnownNames = { keys: new Map(), zones: [], labels: new Set() };

/** The words of a clause that may be a column's: 其中已完成 · 完成率为. */
export function labelWords(chunk: string): string {
  return chunk.replace(/^其中/u, "").replace(/(?:分别)?(?:为|达到?|是|的)$/u, "");
}

/** Shorter names are words of the language (投资, 产值): names only where they are all a clause says. */
const SHORTEST = 3;

export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/** What may stand before a name in its clause, and behind it: 采矿业工业投资 and 工业投资项目 are other things. */
const BEFORE = /(?:^|完成|实现|新增|累计|其中|另外|同时|共|全[省市县区国]|全部|[的了已、和与及])$/u;
const BEHIND =
  /^(?:$|累计|合计|总计|共|分别|均|仍|也|完成|实现|达|为|是|有|增长|下降|同比|环比|比|较|与|增速|增幅|降幅|高于|低于|突破|超|占|居|列|排|前|后|最|净增|回落|提高|提升|持平|基本持平|绝对量|总量|[、,和])/u;

/** The last name of the workbook in a clause, the longest where several end alike. */
export function findKnownName(text: string, { keys }: KnownNames): FoundName | null {
  let best: FoundName | null = null;
  for (const name of keys.keys()) {
    if (name.length < SHORTEST && name !== text) continue;
    const start = text.lastIndexOf(name);
    if (start < 0) continue;
    const end = start + name.length;
    if (!BEFORE.test(text.slice(0, start)) || !BEHIND.test(text.slice(end))) continue;
    if (isEndOfLonger(text, start, end)) continue;
    const isBetter = best === null || end > best.end || (end === best.end && start < best.start);
    if (isBetter) best = { start, end };
  }
  return best;
}

/** 新增规上工业企业 is an indicator of its own, and no 规上工业企业 that the workbook has as well. */
function isEndOfLonger(text: string, start: number, end: number): boolean {
  for (let at = Math.max(0, start - LONGEST_LEAD); at < start; at += 1) {
    const found = longestTermAt(text, at);
    if (found?.term.kind === "indicator" && at + found.length >= end) return true;
  }
  return false;
}

/** Characters by which a catalogued name may begin before another one that it ends with. */
const LONGEST_LEAD = 6;

/** The zones of the workbook that words begin with, bare names too: 河津、永济、闻喜工业投资 → 河津、永济、闻喜; "" for none. */
export function leadingZones(words: string, { zones }: KnownNames): string {
  let end = 0;
  for (;;) {
    const from = end === 0 ? 0 : end + 1;
    if (end > 0 && !/[、和与]/u.test(words.charAt(end))) return words.slice(0, end);
    const zone = zones.find((each) => words.startsWith(each, from));
    // 运城市 is the city.
    if (zone === undefined || /[市县]/u.test(words.charAt(from + zone.length)))
      return words.slice(0, end);
    end = from + zone.length;
  }
}
