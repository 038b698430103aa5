import type { ZoneKind } from "../model/zone.ts";
import { normaliseText } from "./normalise.ts";
import { AREA_SUFFIXES, CITIES, KIND_WORDS, PROVINCES, ZONE_SUFFIXES } from "./zone-words.ts";

const STATUS = /\((?:筹|筹建|托管|整合|撤销|原[^)]*|含[^)]*|国家级|省级|市级|盖章)\)/gu;
const OFFICE = /(?:管理委员会|管委会|党工委|发展集团(?:有限公司)?|投资集团(?:有限公司)?)$/u;
const NUMBERING =
  /^(?:\(?[一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\(\d+\)|\d+[.、)]?(?![个家户亿万千百])(?=\p{Script=Han}))/u;
const LEVEL = /^(?:国家级|省级|市级)/u;
const SUFFIXES: readonly string[] = [...ZONE_SUFFIXES].sort((a, b) => b.length - a.length);
/** Words of the trade that end like a zone's name and are none. */
const NO_ZONES = new Set([
  "开发区",
  "园区",
  "示范区",
  "县区",
  "地区",
  "县市区",
  "县(市、区)",
  "市区",
  "辖区",
  "各开发区",
  "城区",
  "跨县区",
  "跨区",
]);

/** One name for what a zone without a name of its own is called by: 高新区 among a city's own zones. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["经济技术开发区", "经开区"],
  ["经济开发区", "经开区"],
  ["高新技术产业开发区", "高新区"],
  ["高新技术开发区", "高新区"],
  ["综合保税区", "综保区"],
  ["农业高新技术产业示范区", "农高区"],
  ["转型综合改革示范区", "综改区"],
  ["综合改革示范区", "综改区"],
  ["综改示范区", "综改区"],
]);
const SUFFIX_SET: ReadonlySet<string> = new Set(ZONE_SUFFIXES);

/** A label's key without numbering, status, level and office words: 1.河津经济技术开发区管委会(筹) → 河津经济技术开发区. */
export function stripZoneLabel(label: string): string {
  return normaliseText(label)
    .replace(NUMBERING, "")
    .replace(/^(?:其中:?|#|内:)/u, "")
    .replace(STATUS, "")
    .replace(OFFICE, "")
    .replace(/\((?:[工农]业|文旅|服务业|综合)类\)$/u, "")
    .replace(LEVEL, "");
}

/** The zone word a label ends with (经济技术开发区), or undefined. */
export function zoneSuffixOf(label: string): string | undefined {
  const key = withoutRepeat(stripZoneLabel(label));
  // 经济技术开发区 alone is a word for zones, not the zone 经济技术.
  if (SUFFIX_SET.has(key)) return undefined;
  return SUFFIXES.find((suffix) => key.endsWith(suffix) && key.length > suffix.length);
}

/** 稷山经济技术开发区(稷山县): what stands in brackets behind a zone's whole name says it again. */
function withoutRepeat(key: string): string {
  const match = /^([^()]+)\([^()]*\)$/u.exec(key);
  const name = match?.[1];
  return name !== undefined && SUFFIXES.some((suffix) => name.endsWith(suffix)) ? name : key;
}

/** Whether a label is that of all zones of a city: 运城市开发区, 全市开发区, 全市省级开发区, 各开发区合计. */
export function isAllZonesLabel(label: string): boolean {
  const key = stripZoneLabel(label).replace(/(?:合计|总计|汇总|小计)$/u, "");
  if (
    /^(?:全市|全县|全区|各)(?:省级|国家级)?(?:[工农]业类|文旅类)?(?:开发区|经开区|示范区|园区)$/u.test(
      key
    )
  )
    return true;
  return cityOfAllZones(key) !== undefined;
}

function cityOfAllZones(key: string): string | undefined {
  const match = /^(?:\p{Script=Han}{2,3}省)?(\p{Script=Han}{2,4})市(?:省级)?开发区$/u.exec(key);
  const city = match?.[1];
  return city !== undefined && CITIES.has(city) ? city : undefined;
}

/**
 * The name by which a zone is matched: its own name without province, city, level, kind and office words.
 * 运城经济技术开发区, 运城经开区, 运城开发区 → 运城 · 山西河津经济技术开发区 → 河津 · 河津市 stays 河津市, an administrative
 * area · 运城市开发区 stays as it is: it means all zones of the city.
 */
export function canonicalZoneName(label: string): string {
  const key = withoutRepeat(stripZoneLabel(label));
  if (isAllZonesLabel(label)) return key;
  const suffix = zoneSuffixOf(label);
  if (suffix === undefined) return SHORT_NAMES.get(key) ?? key;
  const stem = key.slice(0, key.length - suffix.length);
  const name = stripAreaSuffix(stripParents(stem.replace(/国家级?$/u, "")));
  // 铝 for 铝工业园 would name nothing.
  return name.length < 2 ? key : name;
}

function stripParents(stem: string): string {
  let rest = stem;
  for (const province of PROVINCES) {
    const short = province.replace(/[省市]$/u, "");
    for (const prefix of [province, short]) {
      // 山西 goes from 山西河津, the whole name does not; 吉林 in 吉林高新区 is the city.
      if (rest.startsWith(prefix) && rest.length - prefix.length >= 2) {
        rest = rest.slice(prefix.length);
        break;
      }
    }
  }
  for (const length of [4, 3, 2]) {
    const city = rest.slice(0, length);
    if (!CITIES.has(city)) continue;
    const after = rest.slice(length).replace(/^市/u, "");
    if (after.length >= 2 && !AREA_SUFFIXES.includes(after)) {
      rest = after;
      break;
    }
  }
  // 方山县云丘山: the county in front of the zone's own name.
  return rest.replace(/^\p{Script=Han}{2,3}[县市](?=\p{Script=Han}{2,}$)/u, "");
}

function stripAreaSuffix(stem: string): string {
  if (/^\p{Script=Han}{2,}[新港矿城郊山湾]区$/u.test(stem)) return stem;
  return /^\p{Script=Han}{2,}[县市区]$/u.test(stem) ? stem.slice(0, -1) : stem;
}

/** The kind a zone's or a group's label names (工业类, 农业示范区); null where it names none. */
export function zoneKindOf(label: string): ZoneKind | null {
  const key = normaliseText(label);
  for (const [kind, words] of KIND_WORDS) {
    if (words.some((word) => key.includes(word))) return kind;
  }
  return null;
}

/** Whether a label has the form of a zone's or an administrative area's name (河津开发区, 河津市, 临猗县). */
export function isZoneLabel(label: string): boolean {
  const key = stripZoneLabel(label);
  if (NO_ZONES.has(key) || key.length < 2 || key.length > 24 || /[:;。]/u.test(key)) return false;
  if (zoneSuffixOf(label) !== undefined) return true;
  return (
    AREA_SUFFIXES.some((suffix) => key.endsWith(suffix)) &&
    /^\p{Script=Han}{2,7}$/u.test(key) &&
    !key.startsWith("全")
  );
}

/** The city a text speaks of, without its suffix: 运城市开发区2023年… → 运城; null where it names none. */
export function findCity(text: string): string | null {
  const key = normaliseText(text);
  for (const match of key.matchAll(/市/gu)) {
    for (const length of [4, 3, 2]) {
      const city = key.slice(Math.max(0, match.index - length), match.index);
      if (CITIES.has(city)) return city;
    }
  }
  return null;
}
