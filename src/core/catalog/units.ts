import type { Unit } from "../model/unit.ts";
import { normaliseText } from "./normalise.ts";

type Row = readonly [family: Unit["family"], factor: number, ...names: string[]];

/** Units of the trade's forms. The factor is to the first unit of the family (元, 平方米, 亩, 个, 吨, 千瓦, 千瓦时, %). */
const ROWS: readonly Row[] = [
  ["money", 1, "元"],
  ["money", 1e3, "千元"],
  ["money", 1e4, "万元", "万"],
  ["money", 1e6, "百万元"],
  ["money", 1e7, "千万元"],
  ["money", 1e8, "亿元", "亿"],
  ["foreign-money", 1, "美元"],
  ["foreign-money", 1e4, "万美元"],
  ["foreign-money", 1e8, "亿美元"],
  ["floor", 1, "平方米", "㎡", "M2", "平米"],
  ["floor", 1e4, "万平方米", "万㎡", "万平米"],
  ["floor", 1e6, "平方公里", "平方千米", "KM2"],
  ["land", 1, "亩"],
  ["land", 1e4, "万亩"],
  ["land", 15, "公顷"],
  [
    "count",
    1,
    ..."个 户 家 项 件 宗 次 人 人次 家次 台 台套 台(套) 套 辆 所 处 座 场 场次 支 批 批次 名 块 条 张 起 份 篇 笔 例 间 栋 幢 站 期 只 头 羽 株 单 人/次 户次 企次 起次 车次 班次 架次 标段 班 课时 学时".split(
      " "
    ),
  ],
  [
    "count",
    1e4,
    "万户",
    "万人",
    "万人次",
    "万个",
    "万家",
    "万件",
    "万台",
    "万套",
    "万份",
    "万头",
    "万羽",
    "万株",
    "万只",
    "万次",
    "万起",
    "万单",
    "万笔",
  ],
  ["mass", 1, "吨"],
  ["mass", 1e4, "万吨"],
  ["power", 1, "千瓦", "KW"],
  ["power", 1e3, "兆瓦", "MW"],
  ["power", 1e4, "万千瓦"],
  ["energy", 1, "千瓦时", "度", "KWH"],
  ["energy", 1e3, "兆瓦时", "MWH"],
  ["energy", 1e4, "万千瓦时", "万度", "万KWH"],
  ["energy", 1e8, "亿千瓦时", "亿度"],
  // Intensities compare only where the whole name is the same; the factors serve 万元 and 亿元 over one area.
  [
    "intensity",
    1,
    "万元/亩",
    "亿元/平方公里",
    "万元/人",
    "吨标准煤/万元",
    "吨/万元",
    "千瓦时/万元",
    "元/亩",
    "元/人",
    "万元/户",
    "吨标煤/万元",
    "万元/吨标准煤",
    "万元/吨标煤",
    "万元/吨",
    "元/立方米",
    "元/千瓦时",
    "元/度",
    "元/吨",
    "元/平方米",
    "公斤/亩",
    "吨/亩",
    "斤/亩",
    "公斤/公顷",
    "吨/公顷",
    "元/公斤",
    "元/斤",
  ],
  ["rate", 1, "%", "百分比"],
  ["rate", 0.1, "‰"],
  ["rate", 100, "倍"],
  ["rate", 10, "成"],
  ["points", 1, "个百分点", "百分点", "个点", "PP"],
  ["rank", 1, "位", "名次"],
  ["score", 1, "分"],
  ["other", 1, "吨标准煤", "公里", "千米"],
  ["other", 1, "吨公里"],
  ["other", 1e4, "万吨公里"],
  ["other", 1e8, "亿吨公里"],
  ["other", 1, "人公里"],
  ["other", 1e4, "万人公里"],
  ["other", 1e8, "亿人公里"],
  ["other", 1e4, "万吨标准煤"],
  [
    "other",
    1,
    ..."番 立方米 米 立方 标方 公斤 千克 千伏安 吉焦 个月 欧元 标箱 TEU 工作日 个工作日 小时 天 港元 重量箱 微克/立方米 毫克/立方米 微克/M3 毫克/M3 分贝".split(
      " "
    ),
  ],
  [
    "other",
    1e4,
    "万立方",
    "万标方",
    "万米",
    "万千伏安",
    "万吉焦",
    "万欧元",
    "万立方米",
    "万标箱",
    "万TEU",
    "万港元",
    "万重量箱",
  ],
  ["other", 1e8, "亿港元", "亿立方米"],
];

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  ROWS.flatMap(([family, factor, ...names]) =>
    names.map((name): [string, Unit] => [
      normaliseText(name),
      { name: fullName(name), family, factor },
    ])
  )
);

function fullName(name: string): string {
  if (name === "万" || name === "亿") return `${name}元`;
  if (name === "㎡" || name === "M2" || name === "平米") return "平方米";
  if (name === "万㎡" || name === "万平米") return "万平方米";
  if (name === "百分点" || name === "个点" || name === "PP") return "个百分点";
  if (name === "KM2") return "平方公里";
  if (name === "万KWH") return "万千瓦时";
  if (name === "吨标煤/万元") return "吨标准煤/万元";
  return name === "百分比" ? "%" : name;
}

/** The unit a whole text names, brackets and 单位: aside: (亿元) → 亿元, ％ → %; undefined where it names none or several. */
export function recogniseUnit(text: string): Unit | undefined {
  return findUnit(
    normaliseText(text)
      .replace(/^(?:计量|金额)?单位:?/u, "")
      .replace(/^\((.*)\)$/u, "$1")
  );
}

/** The unit a normalised text is; 人民币 and 每年 around it change nothing. */
export function findUnit(key: string): Unit | undefined {
  const plain = key
    .replace(/吨标煤/u, "吨标准煤")
    .replace(/^人民币(?=.*元$)/u, "")
    .replace(/元人民币$/u, "元")
    .replace(/(\/(?:亩|公顷|平方公里|平方米|人|户))[·.]?年$/u, "$1");
  return UNITS.get(key) ?? UNITS.get(plain) ?? quotientUnit(plain);
}

const DIVIDED: ReadonlySet<Unit["family"]> = new Set([
  "money",
  "foreign-money",
  "mass",
  "energy",
  "power",
  "count",
]);
const DIVISORS: ReadonlySet<Unit["family"]> = new Set(["floor", "land"]);
/** 亿元/个 lists the units of two columns, 万元/户 is one. */
const PER_HEAD = /^(?:万?人|万?户)$/u;

/** The two units of 万元/公顷, 亿元/平方公里, 元/人; undefined where a stroke stands between alternatives, 亿元/个. */
export function partsOfQuotient(
  name: string
): { readonly above: Unit; readonly below: Unit } | undefined {
  const [above, below, ...more] = name.split("/").map((part) => UNITS.get(normaliseText(part)));
  if (above === undefined || below === undefined || more.length > 0) return undefined;
  const isPerHead = PER_HEAD.test(below.name) && above.family !== "count";
  const isQuotient = DIVIDED.has(above.family) && (DIVISORS.has(below.family) || isPerHead);
  return isQuotient ? { above, below } : undefined;
}

function quotientUnit(key: string): Unit | undefined {
  const parts = key.includes("/") ? partsOfQuotient(key) : undefined;
  if (parts === undefined) return undefined;
  return { name: `${parts.above.name}/${parts.below.name}`, family: "intensity", factor: 1 };
}

/** Units listed together, as in 单位:亿元、%、户; texts between separators that are no unit are left out. */
export function recogniseUnits(text: string): readonly Unit[] {
  return normaliseText(text)
    .replace(/^.*?单位:?/u, "")
    .replace(/[()]/gu, "")
    .replace(/%(?=\p{L})/gu, "%、")
    .split(/[、,，;；和及]/u)
    .flatMap((part) => recogniseUnit(part) ?? []);
}

/** The catalogue's unit by its name; a programmer's mistake where it is unknown. */
export function getUnit(name: string): Unit {
  const unit = UNITS.get(normaliseText(name));
  if (unit === undefined) throw new Error(`no such unit: ${name}`);
  return unit;
}
