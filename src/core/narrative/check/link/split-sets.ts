import type { Figure } from "../figures/figure.ts";
import { placesSaid } from "./rankings.ts";

/** Parts that together always make their whole, and the words the whole is named by. */
const COMPLETE: readonly (readonly [whole: RegExp, parts: readonly RegExp[]])[] = [
  [/进出口/u, [/(?:^|[^进])出口/u, /进口/u]],
  [/生产总值|GDP|增加值|[一-龥]/u, [/第一产业|一产/u, /第二产业|二产/u, /第三产业|三产/u]],
  [/项目|投资|推进/u, [/签约/u, /开工/u, /投产/u]],
  [/项目|工程|投资|资金/u, [/续建|结转/u, /新建|新开工|计划开工/u]],
  [/社会消费品零售|社零|消费品/u, [/城镇|城市|城区/u, /乡村|农村/u]],
  [/社会消费品零售|社零|消费品/u, [/商品零售|商品/u, /餐饮/u]],
  [/人口/u, [/城镇|非农/u, /乡村|农村|农业/u]],
  [/农林牧渔/u, [/农业/u, /林业/u, /牧业/u, /渔业/u, /服务业/u]],
  [/工业/u, [/轻工业/u, /重工业/u]],
  [/一般公共预算收入|财政收入/u, [/(?:^|[^非])税收?/u, /非税/u]],
];

/** A part of a whole with the words it is named by. */
export interface Part {
  readonly figure: Figure;
  readonly name: string;
}

/** The first parts where they are a complete set of their whole: 出口 and 进口; 一产, 二产 and 三产; 续建 and 新建. */
export function completeSplit(whole: Figure, parts: readonly Part[]): readonly Part[] | undefined {
  const named = whole.lead + whole.tail.slice(0, 8);
  for (const [wholeWords, partWords] of COMPLETE) {
    const first = parts.slice(0, partWords.length);
    if (first.length < partWords.length || !wholeWords.test(named)) continue;
    const isEach = partWords.every((words) => first.some(({ name }) => words.test(name)));
    const isOne = first.every(
      ({ name }) => partWords.filter((words) => words.test(name)).length === 1
    );
    if (isEach && isOne) return first;
  }
  return undefined;
}

/** What is left of a whole: other sectors, the rest, the opposite of the part before. */
const REST = /^(?:其他|其它|其余|剩余|余下)/u;
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/规上|规模以上/u, /规下|规模以下/u],
  [/限额以上|限上/u, /限额以下|限下/u],
  [/国税/u, /地税/u],
  [/社会投资|民间投资/u, /政府投资/u],
  [/省重点|省级重点/u, /市重点|市级重点/u],
  [/新建/u, /续建|结转/u],
  [/产业(?:类|项目|投资)/u, /基础设施/u],
  [/增长/u, /下降/u],
];

/** Parts up to one that is named as all the rest: 煤炭、化工、其他行业; 规上企业、规下企业; 税收、非税. */
export function closedSplit(whole: Figure, parts: readonly Part[]): readonly Part[] | undefined {
  // 三个开发区共完成税收56.4亿元,其中甲…、乙…、丙…: as many as there are.
  const zones = /([两二三四五六七八九十])个(?:开发区|园区|县|区)/u.exec(whole.lead)?.[1];
  if (zones !== undefined && parts.length === placesSaid(zones)) {
    if (parts.every(({ name }) => ZONE.test(name))) return parts;
  }
  const last = parts.findIndex(({ name }, index) => index > 0 && isRest(name));
  if (last > 0) return parts.slice(0, last + 1);
  const [a, b] = parts;
  if (a === undefined || b === undefined) return undefined;
  const isPair = OPPOSITES.some(
    ([one, other]) =>
      (one.test(a.name) && other.test(b.name)) || (other.test(a.name) && one.test(b.name))
  );
  const stem = /^非(.{1,2})/u.exec(b.name)?.[1];
  return isPair || (stem !== undefined && a.name.startsWith(stem)) ? [a, b] : undefined;
}

function isRest(name: string): boolean {
  const own = name.replace(/^[、,;和与及]+/u, "");
  return REST.test(own) || /[及和与](?:其他|其它)|及?以下(?:项目|人才|学历)?$/u.test(own);
}

/** The words of a part: before its number, and behind it up to a mark (20个工业项目). */
export function nameOf(part: Figure): string {
  const behind = /^[^,;、。(]{0,12}/u.exec(part.tail)?.[0] ?? "";
  const before = part.chunk.replace(/^.*其中/u, "");
  return before.replace(/[、有为达“”]/gu, "").length < 2 ? before + behind : before;
}

const RANKED = /中央|国家|省级?|市级?|县级?|区级?/u;
const ZONE = /开发区|经开区|高新区|示范区|园区|新区|[一-龥][市县区镇]|[东中西北南]部/u;
/** Classes that cut across one another: an enterprise can be large, private and in a new industry at once. */
const FACETS =
  /以上|以下|亿元|规上|规模以上|限上|重点|重大|龙头|新增|技改|技术改造|民间|民营|高技术|高新技术|战略|战新|装备|国有|外商|股份|中小|小微|先进|传统|转型|新兴|数字|基础设施|房地产|制造业|开工|签约|投产|竣工|在建|续建|新建|储备|前期|达产|入库|完工|省外|境外/u;
const KIND = /(?:类|产业|农业|工业|服务业|业|税|费|库|资金|项目|户|企业|型|级)(?:[^,]{0,6})?$/u;

/** Whether parts of a 其中 exclude one another, so that together they may not pass their whole. */
export function areApart(parts: readonly Part[]): boolean {
  const names = parts.map(({ name }) => name);
  if (names.every((name) => RANKED.test(name) && !ZONE.test(name))) return true;
  if (names.some((name) => FACETS.test(name))) return false;
  return names.every((name) => ZONE.test(name)) || names.every((name) => KIND.test(name));
}
