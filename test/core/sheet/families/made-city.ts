import { roundTo } from "../../../../src/core/index.ts";
import type { GridCell } from "../../../support/grid.ts";
import { createDraw, type Draw } from "./draw.ts";

export type MadeMeasure = "actual" | "prior" | "growth" | "share" | "rank";

/** What may be planted: a number that others give, and by how much it is moved. */
export interface MadeIndicator {
  readonly id: string;
  /** One of the names offices print. */
  readonly word: string;
  /** The unit the sheet prints, and how many places it keeps in it. */
  readonly unit: "亿元" | "万元";
}

export interface MadeRow {
  readonly name: string;
  /** One of the labels offices print for it. */
  readonly label: string;
  readonly role: "zone" | "total" | "city";
}

/** A city made up at random: exact levels of this and of last year, and the words of one office. */
export interface MadeCity {
  readonly draw: Draw;
  readonly indicators: readonly MadeIndicator[];
  readonly measures: readonly MadeMeasure[];
  readonly zones: readonly MadeRow[];
  readonly total: MadeRow;
  readonly city: MadeRow;
  readonly word: Readonly<Record<MadeMeasure, string>>;
  /** The number as the office prints it; null where none is. */
  readonly printed: (row: MadeRow, indicator: MadeIndicator, measure: MadeMeasure) => GridCell;
}

const INDICATORS: readonly (readonly [id: string, words: readonly string[]])[] = [
  ["tax-revenue", ["税收收入", "税 收 收 入", "入库税收"]],
  ["public-budget-revenue", ["一般公共预算收入", "一般公共预算\n收入", "公共预算收入"]],
  ["domestic-capital", ["到位资金", "招商引资到位资金", "实际到位资金"]],
  ["industrial-investment", ["工业投资", "工业固定资产投资", "工投"]],
  ["fixed-asset-investment", ["固定资产投资", "固投", "固定资产投资（不含农户）"]],
];
/** Parts of others, which they never exceed: 税收 of the budget, 工业投资 of 固投. */
const PARTS: ReadonlySet<string> = new Set(["tax-revenue", "industrial-investment"]);
const WORDS: Readonly<Record<MadeMeasure, readonly string[]>> = {
  actual: ["完成", "累计完成", "绝对量", "本期", "实际完成", "完成额"],
  prior: ["上年同期", "去年同期", "同期数", "上年同期完成"],
  growth: ["同比%", "同比增长(%)", "增速（％）", "增幅%", "同比±%"],
  share: ["占全市%", "占全市比重(%)", "占全市（%）", "占市比重"],
  rank: ["位次", "排名", "名 次", "增速位次"],
};
const ZONES: readonly (readonly [name: string, labels: readonly string[]])[] = [
  ["河津", ["河津开发区", "河津经济技术开发区", "河 津 经开区"]],
  ["永济", ["永济开发区", "山西永济经济技术开发区"]],
  ["闻喜", ["闻喜开发区", "闻喜经开区"]],
  ["盐湖", ["盐湖高新区", "运城盐湖高新技术产业开发区"]],
  ["绛县", ["绛县开发区", "绛县经济技术开发区"]],
  ["稷山", ["稷山经开区", "稷山开发区"]],
  ["风陵渡", ["风陵渡开发区", "风陵渡经济技术开发区"]],
  ["新绛", ["新绛开发区", "新绛经开区"]],
];
const TOTALS = ["合计", "合　计", "总计", "开发区合计", "全市开发区合计"];

interface Levels {
  readonly now: number;
  readonly before: number;
}

export function makeCity(seed: number): MadeCity {
  const draw = createDraw(seed);
  const unit = draw.oneOf(["亿元", "万元"] as const);
  const indicators = draw
    .some(INDICATORS, 1, 3)
    .map(([id, words]): MadeIndicator => ({ id, word: draw.oneOf(words), unit }));
  const others = draw.some(["prior", "growth", "share", "rank"] as const, 1, 4);
  const measures: readonly MadeMeasure[] = ["actual", ...others];
  const zones = draw
    .some(ZONES, 5, 8)
    .map(([name, labels]): MadeRow => ({ name, label: draw.oneOf(labels), role: "zone" }));
  const total: MadeRow = { name: "合计", label: draw.oneOf(TOTALS), role: "total" };
  const city: MadeRow = { name: "全市", label: draw.oneOf(["全市", "全 市"]), role: "city" };
  const levels = new Map<string, Levels>();
  const factor = unit === "亿元" ? 1 : 10_000;
  const beyond = draw.between(1.4, 2.2);
  for (const { id } of indicators) {
    const own = zones.map((): Levels => {
      const before = (PARTS.has(id) ? draw.between(5, 20) : draw.between(40, 90)) * factor;
      return { before, now: before * draw.between(0.8, 1.3) };
    });
    own.forEach((level, z) => levels.set(`${zones[z]?.name ?? ""}|${id}`, level));
    const all = sumOf(own);
    const before = all.before * beyond;
    levels.set(`合计|${id}`, all);
    // The rest of the city grows about as its zones do.
    levels.set(`全市|${id}`, {
      before,
      now: before * (all.now / all.before) * draw.between(0.97, 1.03),
    });
  }
  const decimals = unit === "亿元" ? 2 : 0;
  const levelOf = (row: MadeRow, id: string): Levels =>
    levels.get(`${row.name}|${id}`) ?? { now: 1, before: 1 };
  const growthOf = (row: MadeRow, id: string): number => {
    const { now, before } = levelOf(row, id);
    return (now / before - 1) * 100;
  };
  const words = {
    actual: draw.oneOf(WORDS.actual),
    prior: draw.oneOf(WORDS.prior),
    growth: draw.oneOf(WORDS.growth),
    share: draw.oneOf(WORDS.share),
    rank: draw.oneOf(WORDS.rank),
  };
  const ranked = measures.includes("growth") ? "growth" : "now";
  if (ranked === "now" && words.rank === "增速位次") words.rank = "位次";
  return {
    draw,
    indicators,
    measures,
    zones,
    total,
    city,
    word: words,
    printed: (row, { id }, measure) => {
      const { now, before } = levelOf(row, id);
      switch (measure) {
        case "actual":
          return fixed(now, decimals);
        case "prior":
          return fixed(before, decimals);
        case "growth":
          return fixed(growthOf(row, id), 1);
        case "share":
          return row.role === "city" ? null : fixed((now / levelOf(city, id).now) * 100, 2);
        case "rank": {
          if (row.role !== "zone") return null;
          const valueOf = (one: MadeRow): number =>
            ranked === "growth"
              ? roundTo(growthOf(one, id), 1)
              : roundTo(levelOf(one, id).now, decimals);
          return zones.filter((one) => valueOf(one) > valueOf(row)).length + 1;
        }
      }
    },
  };
}

/** A number rounded by itself, with a format that shows its places. */
export function fixed(value: number, decimals: number): GridCell {
  const rounded = roundTo(value, decimals);
  return decimals === 0 ? rounded : { v: rounded, nf: `0.${"0".repeat(decimals)}` };
}

export function sumOf(list: readonly Levels[]): Levels {
  return {
    now: list.reduce((sum, { now }) => sum + now, 0),
    before: list.reduce((sum, { before }) => sum + before, 0),
  };
}
