/** Names of indicators that a workbook prints, by the words of clean text, each with the key its cells are found by. */
export type KnownNames = ReadonlyMap<string, string>;

export const NO_NAMES: KnownNames = new Map();

/** Shorter names are words of the language: 投资, 产值. */
const SHORTEST = 3;

export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/** What may stand before a name in its clause, and behind it: 采矿业工业投资 and 工业投资项目 are other things. */
const BEFORE = /(?:^|完成|实现|新增|累计|其中|另外|同时|共|全市|全部|[的了已、和与及])$/u;
const BEHIND =
  /^(?:$|累计|合计|总计|共|分别|均|仍|也|完成|实现|达|为|是|有|增长|下降|同比|环比|比|较|与|增速|增幅|降幅|高于|低于|突破|超|占|居|列|排|前|后|最|净增|回落|提高|提升|持平|基本持平|绝对量|总量|[、,和])/u;

/** The last name of the workbook in a clause, the longest where several end alike. */
export function findKnownName(text: string, names: KnownNames): FoundName | null {
  let best: FoundName | null = null;
  for (const name of names.keys()) {
    if (name.length < SHORTEST) continue;
    const start = text.lastIndexOf(name);
    if (start < 0) continue;
    const end = start + name.length;
    if (!BEFORE.test(text.slice(0, start)) || !BEHIND.test(text.slice(end))) continue;
    const isBetter = best === null || end > best.end || (end === best.end && start < best.start);
    if (isBetter) best = { start, end };
  }
  return best;
}
