import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { formatCell, type Measure } from "../../../src/core/index.ts";
import type { GridCell } from "../../support/grid.ts";
import { readTableOf } from "./reading.ts";

/** Wordings of the same thing, as offices print them. */
const INDICATORS: Readonly<Record<string, readonly string[]>> = {
  "industrial-investment": ["工业投资", "工 业 投 资", "工业固定资产投资", "工业投资（亿元）"],
  "industrial-value-added": ["规上工业增加值", "规模以上工业\n增加值", "规模工业增加值(亿元)"],
  "fixed-asset-investment": ["固定资产投资", "固投", "固定资产投资（不含农户）"],
  "tax-revenue": ["税收收入", "入库税收", "1.税收收入（亿元）"],
  "operating-revenue": ["规上工业营业收入", "营业收入", "营收"],
};
const MEASURES: Readonly<Partial<Record<Measure, readonly string[]>>> = {
  actual: ["完成", "累计完成", "绝对量", "实际完成", "完成额"],
  prior: ["上年同期", "去年同期", "同期数", "上年同期完成"],
  growth: ["同比", "同比±%", "同比增长(%)", "增速（％）", "比上年同期增减%", "增长率"],
  share: ["占全市%", "占全市比重", "占全市（%）", "占市比重"],
  target: ["省定目标(%)", "目标值（%）", "考核目标（%）", "省初定目标(%)"],
  difference: ["与全市比（百分点）", "比全市±", "高于全市(百分点)"],
  rank: ["位次", "全市位次", "排名", "名 次"],
};
const ZONES: readonly (readonly [string, readonly string[]])[] = [
  ["河津", ["河津开发区", "河津经济技术开发区", "河 津 经开区"]],
  ["永济", ["永济开发区", "山西永济经济技术开发区"]],
  ["闻喜", ["闻喜开发区", "闻喜经开区管委会"]],
  ["万荣", ["万荣农业示范区", "万荣现代农业产业示范区"]],
  ["盐湖", ["盐湖高新区", "运城盐湖高新技术产业开发区"]],
];

const oneOf = (words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
const worded = <K extends string>(
  table: Readonly<Partial<Record<K, readonly string[]>>>
): fc.Arbitrary<[K, string][]> => {
  const keys = Object.keys(table) as K[];
  return fc
    .shuffledSubarray(keys, { minLength: 1 })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((key) => oneOf(table[key] ?? []).map((word): [K, string] => [key, word]))
      )
    );
};
const zones = fc
  .shuffledSubarray([...ZONES], { minLength: 1 })
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(([name, labels]) =>
        oneOf(labels).map((label): [string, string] => [name, label])
      )
    )
  );
const value = fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100);
const origin = fc.record({
  row: fc.integer({ min: 0, max: 9 }),
  column: fc.integer({ min: 0, max: 4 }),
});
const preamble = fc.subarray([
  ["附件2"],
  ["运城市开发区2023年1-6月主要经济指标完成情况表"],
  ["填报单位：运城市开发区管委会", null, "单位：亿元、%"],
]);

const draw = (numbers: fc.Stream<number>): number => [...numbers.take(1)][0] ?? 0;

/** zone|indicator|measure@cell=value, in a fixed order. */
type Expected = string[];

test("zones in rows: any subset, wording and order is read back observation for observation", () => {
  fc.assert(
    fc.property(
      worded(INDICATORS),
      worded(MEASURES),
      zones,
      fc.infiniteStream(value),
      origin,
      preamble,
      fc.boolean(),
      (indicators, measures, places, numbers, at, lines, hasSerial) => {
        const lead = hasSerial ? 2 : 1;
        const top: GridCell[] = hasSerial ? ["序号", "开发区"] : ["开发区"];
        const second: GridCell[] = hasSerial ? [null, null] : [null];
        for (const [, name] of indicators) {
          measures.forEach(([, word], i) => {
            top.push(i === 0 ? name : null);
            second.push(word);
          });
        }
        const expected: Expected = [];
        const rows = places.map(([zone, label], r): GridCell[] => {
          const cells: GridCell[] = hasSerial ? [r + 1, label] : [label];
          indicators.forEach(([indicator], i) => {
            measures.forEach(([measure], m) => {
              const number = draw(numbers);
              const place = {
                row: at.row + lines.length + 2 + r,
                column: at.column + lead + i * measures.length + m,
              };
              cells.push(number);
              expected.push(`${zone}|${indicator}|${measure}@${formatCell(place)}=${number}`);
            });
          });
          return cells;
        });
        const table = readTableOf([...lines, top, second, ...rows, ["注：数据为快报数"]], {
          origin: at,
        });
        expect(table.orientation).toBe("zones-in-rows");
        expect(observationsOf(table).sort()).toEqual(expected.sort());
        expect(table.unrecognised).toEqual([]);
      }
    ),
    { numRuns: 200 }
  );
});

test("indicators in rows: any subset, wording and order is read back observation for observation", () => {
  fc.assert(
    fc.property(
      worded(INDICATORS),
      worded(MEASURES),
      fc.infiniteStream(value),
      origin,
      fc.boolean(),
      (indicators, measures, numbers, at, hasUnits) => {
        const head: GridCell[] = hasUnits ? ["指标名称", "计量单位"] : ["指标名称"];
        const lead = head.length;
        head.push(...measures.map(([, word]) => word));
        const expected: Expected = [];
        const rows = indicators.map(([indicator, name], r): GridCell[] => {
          const cells: GridCell[] = hasUnits ? [name, "亿元"] : [name];
          measures.forEach(([measure], m) => {
            const number = draw(numbers);
            const place = { row: at.row + 2 + r, column: at.column + lead + m };
            cells.push(number);
            expected.push(`河津|${indicator}|${measure}@${formatCell(place)}=${number}`);
          });
          return cells;
        });
        const table = readTableOf([["河津经济技术开发区2023年1-6月主要经济指标"], head, ...rows], {
          origin: at,
        });
        expect(table.orientation).toBe("indicators-in-rows");
        expect(observationsOf(table).sort()).toEqual(expected.sort());
        expect(table.unrecognised).toEqual([]);
      }
    ),
    { numRuns: 200 }
  );
});

function observationsOf(table: ReturnType<typeof readTableOf>): string[] {
  return table.cells.flatMap((row) =>
    row.flatMap((observation) => {
      if (observation === null) return [];
      const field = table.fields[observation.field];
      const content =
        observation.content.kind === "number"
          ? observation.content.stated.value
          : observation.content.kind;
      const subject = table.subjects[observation.subject];
      return [
        `${subject?.name ?? ""}|${field?.indicator.id ?? ""}|${field?.measure ?? ""}@${formatCell(observation.at)}=${content}`,
      ];
    })
  );
}
