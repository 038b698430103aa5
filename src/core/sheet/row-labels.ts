import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { recogniseReference } from "../catalog/references.ts";
import {
  canonicalZoneName,
  isAllZonesLabel,
  stripZoneLabel,
  zoneKindOf,
} from "../catalog/zones.ts";
import type { ReferenceScope, SubjectRole, ZoneKind } from "../model/zone.ts";

/** What the name of a row (or column) makes of it, before the numbers are looked at. */
export interface RowLabel {
  readonly role: SubjectRole;
  readonly name: string;
  readonly label: string;
  readonly kind: ZoneKind | null;
  readonly reference: ReferenceScope | null;
  /** 全市, 运城市: a total where it equals the sum of the rows, else a wider whole. */
  readonly isUndecided: boolean;
  /** 其中 stands before the name. */
  readonly isPart: boolean;
  /** 制造业, 民营: a kind of thing among others of a list of kinds, no zone. */
  readonly isKindOfThing?: true;
}

const PART = /^(?:其中:?|#|内:|按.{1,8}分:?)/u;
const TOTAL = /^(?:合计|总计|共计|计|汇总|总数|TOTAL|累计|在总计中)$/u;
const ALL =
  "(?:全市|全省|全区|全县|全部|各|本市|本省)?(?:省级|国家级)?(?:开发区|经开区|园区|示范区)?";
const TOTAL_OF_ALL = new RegExp(`^${ALL}(?:合计|总计|共计|汇总)$`, "u");
const WEIGHTS = /^(?:权重|权数|分值|满分|标准分|权重分值|指标权重)$/u;
const AVERAGE = /平均|均值|中位数/u;
const KIND_GROUP =
  /^(?:\d+个|[一二三四五六七八九十]+个)?(?:省级|国家级)?(?:工业|农业|文旅|服务业|综合)(?:类|示范区|型)?(?:开发区|示范区)?(?:合计|小计)?(?:\(\d+[个家]\))?$/u;
/** 国家级, 省级开发区: zones of one level, another partition of the same total. */
const LEVEL_GROUP =
  /^(?:国家级|省级|市级|国家级(?:以上)?)(?:经开区|高新区|开发区|园区)?(?:合计|小计)?(?:\(\d+[个家]\))?$/u;
const COUNTED = /^(?:\d+|[一二三四五六七八九十]+)个.*(?:开发区|示范区|园区)$/u;

/** 全市工业税收, 全区规上工业, 全区: the whole in what the table is about, unless the rows make it up. */
const OF_WHOLE =
  /^全(?:([市省国])\p{Script=Han}{2,10}|([区县园港镇街乡局院校厂])(?:\p{Script=Han}{2,10})?)$/u;
const WHOLES: Readonly<Record<string, ReferenceScope | undefined>> = {
  市: "city",
  省: "province",
  国: "nation",
  区: "city",
  县: "city",
  园: "city",
  港: "city",
  镇: "city",
  街: "city",
  乡: "city",
  局: "city",
  院: "city",
  校: "city",
  厂: "city",
};

function wholeIn(bare: string): string {
  const [, wide, near] = OF_WHOLE.exec(bare) ?? [];
  return wide ?? near ?? "";
}

/** Reads the name of a row. `city` is the city the table speaks of: its own name as a row is the whole city. */
export function readRowLabel(text: string, city: string | null): RowLabel {
  const printed = cleanLabel(text);
  const isPart = PART.test(normaliseText(printed)) || /^\s*#/u.test(text);
  const key = stripZoneLabel(printed);
  const printedKey = normaliseText(printed).replace(PART, "");
  const bare = key.replace(/\([^)]*\)$/u, "");
  const base = { label: printed, kind: zoneKindOf(printed), isPart, isUndecided: false };
  const scope = recogniseReference(bare) ?? null;
  // The row of weights under the head of a score sheet is no zone.
  if (WEIGHTS.test(bare)) return { ...base, role: "reference", name: bare, reference: null };
  if (AVERAGE.test(key)) return { ...base, role: "average", name: bare, reference: scope };
  if (/小计$/u.test(bare)) return { ...base, role: "subtotal", name: bare, reference: null };
  if (LEVEL_GROUP.test(printedKey))
    return { ...base, role: "subtotal", name: printedKey, reference: null };
  if (TOTAL.test(bare) || TOTAL_OF_ALL.test(bare))
    return { ...base, role: "total", name: bare, reference: null };
  if (isAllZonesLabel(bare)) return { ...base, role: "total", name: bare, reference: null };
  if (KIND_GROUP.test(bare) || COUNTED.test(bare))
    return { ...base, role: "subtotal", name: bare, reference: null };
  if (/合计$|总计$/u.test(bare)) return { ...base, role: "subtotal", name: bare, reference: null };
  if (scope !== null)
    return {
      ...base,
      role: "reference",
      name: bare,
      reference: scope,
      isUndecided: scope === "city" || scope === "province",
    };
  const whole = isPart ? undefined : WHOLES[wholeIn(bare)];
  if (whole !== undefined)
    return { ...base, role: "reference", name: bare, reference: whole, isUndecided: true };
  if (city !== null && bare === `${city}市`) {
    return { ...base, role: "reference", name: "全市", reference: "city", isUndecided: true };
  }
  // 运城 in a table of 运城市 may be all of it, or the zone of that name: its numbers tell.
  if (city !== null && printedKey === city && !isPart)
    return { ...base, role: "zone", name: bare, reference: null, isUndecided: true };
  return {
    ...base,
    role: isPart ? "part" : "zone",
    name: canonicalZoneName(printed),
    reference: null,
  };
}
