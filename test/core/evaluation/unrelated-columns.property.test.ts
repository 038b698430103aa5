import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { evaluateSheets, typed } from "../../support/typed-sheet.ts";

const ZONES = "运城 盐湖 河津 永济 绛县 闻喜 稷山 侯马 襄汾 洪洞".split(" ");
/** Counts, differences and rates of which none is made of another. */
const COUNTS =
  "检查次数 培训人数 来访批次 座谈会 调研次数 已走访 剩余事项 累计受理 办结数 未结数 合计 新增投诉 退回件 上年结转 本期新增 期末余额 宣传场次 平均用时(天)".split(
    " "
  );
const CHANGES = "净增户数 差额 缺口 同比增加".split(" ");
const RATES =
  "增减率(%) 满意率(%) 覆盖率(%) 压缩率(%) 环比(%) 同比(%) 网办率(%) 处置率(%) 占比(%)".split(" ");

const RELATIONS = new Set([
  "sum-mismatch",
  "rate-mismatch",
  "growth-mismatch",
  "difference-mismatch",
  "share-mismatch",
  "remainder-mismatch",
]);

/** Small numbers hit one another often: what fits by chance in most rows is no relation that the last one breaks. */
test("numbers that have nothing to do with one another are held to nothing", () => {
  const column = (most: number): fc.Arbitrary<(rows: number) => readonly [string, ...string[]]> =>
    fc
      .tuple(
        fc.constantFrom(...COUNTS, ...CHANGES, ...RATES),
        fc.array(fc.nat(999_999), { minLength: 10, maxLength: 10 })
      )
      .map(([head, draws]) => (rows) => [
        head,
        ...draws.slice(0, rows).map((draw) => {
          if (RATES.includes(head)) return ((draw % 1000) / 10).toFixed(1);
          if (CHANGES.includes(head)) return String((draw % (2 * most + 1)) - most);
          return String(draw % (most + 1));
        }),
      ]);
  const table = fc
    .tuple(fc.integer({ min: 4, max: 10 }), fc.constantFrom(3, 6, 12, 40, 200))
    .chain(([rows, most]) =>
      fc
        .uniqueArray(column(most), { minLength: 4, maxLength: 10, selector: (made) => made(0)[0] })
        .map((columns) => {
          const made = columns.map((one) => one(rows));
          const lines = ["开发区", ...ZONES.slice(0, rows)].map((zone, row) =>
            [zone, ...made.map((cells) => cells[row] ?? "")].join("|")
          );
          return ["开发区工作情况统计表", ...lines].join("\n");
        })
    );
  fc.assert(
    fc.property(table, (sheet) => {
      const { findings } = evaluateSheets([typed("表", sheet)]);
      expect(findings.filter(({ code }) => RELATIONS.has(code))).toEqual([]);
    }),
    { numRuns: 250, seed: 20230630 }
  );
});
