import { describe, expect, test } from "@jest/globals";
import { evaluateSheets, linesOf, typed } from "../../support/typed-sheet.ts";

/** "header → indicator, measure, unit" of every column that is read, and what is told as not understood. */
const columnsOf = (text: string): readonly string[] =>
  evaluateSheets([typed("表", text)]).tables.flatMap(({ fields, unrecognised }) => [
    ...fields.map(
      ({ path, indicator, measure, unit }) =>
        `${path.join("/")} → ${indicator.name}, ${measure}, ${unit?.name ?? "-"}`
    ),
    ...unrecognised.map(({ text: left }) => `? ${left}`),
  ]);

describe("headers as offices type them", () => {
  test("投产率(按个数) and (按投资) are one rate by two bases", () => {
    expect(
      columnsOf(`
2025年1-5月投产情况
开发区|开工项目(个)|投产率(按个数)|投产率(按投资)
甲开发区|62|50.0|45.6
乙开发区|40|65.0|52.2`)
    ).toEqual([
      "开工项目(个) → 开工项目, actual, 个",
      "投产率(按个数) → 投产率, rate, %",
      "投产率(按投资) → 投产率, rate, %",
    ]);
  });

  test("10亿元以上 over a column is a head and no number, and a part of what stands before it", () => {
    expect(
      columnsOf(`
2025年1-6月招商引资完成情况
单位:亿元、万美元、%
单 位|到位市外资金||实际利用外资||新签约项目(个)|#10亿元以上
|年目标|1-6月累计|年目标|1-6月累计||
甲开发区|120|66.8|3500|1802|21|3
乙开发区|110|58.32|3000|1620|18|2`)
    ).toEqual([
      "到位市外资金/年目标 → 到位资金, target, 亿元",
      "到位市外资金/1-6月累计 → 到位资金, actual, 亿元",
      "实际利用外资/年目标 → 实际使用外资, target, 万美元",
      "实际利用外资/1-6月累计 → 实际使用外资, actual, 万美元",
      "新签约项目(个) → 签约项目, actual, 个",
      "其中:10亿元以上 → 10亿元以上, actual, 个",
    ]);
  });

  test("宗数 and 面积 under one head are two things", () => {
    expect(
      columnsOf(`
2025年上半年"标准地"出让情况统计表
开发区名称|出让工业用地||其中:标准地|
|宗数|面积(亩)|宗数|面积(亩)
甲开发区|9|402.5|8|376.3
乙开发区|7|310.66|7|310.66`)
    ).toEqual([
      "出让工业用地/宗数 → 工业用地出让宗数, actual, 宗",
      "出让工业用地/面积(亩) → 工业用地出让面积, actual, 亩",
      "其中:标准地/宗数 → 标准地出让宗数, actual, 宗",
      "其中:标准地/面积(亩) → 标准地出让面积, actual, 亩",
    ]);
  });

  test("镇街 names places, and 计划竣工时间 is a day and no plan of money", () => {
    expect(
      columnsOf(`
规上企业情况(2024年度)
镇街(园区)|企业数(家)|A类企业
三甲街道|86|17
下陈街道|112|22`)
    ).toEqual(["企业数(家) → 企业, actual, 家", "A类企业 → A类企业, actual, 家"]);
    expect(
      columnsOf(`
2025年重点工程项目月报表(6月)
项目名称|计划竣工时间|总投资(万元)|2025年计划投资(万元)
甲项目|2026.06|85000|30000
乙项目|2025.12|126000|60000`)
    ).toEqual([
      "总投资(万元) → 项目总投资, actual, 万元",
      "2025年计划投资(万元) → 项目投资, target, 万元",
    ]);
  });
});

describe("rows and ranks as offices type them", () => {
  test("其中 under a total that has its rows above is a part of them all", () => {
    expect(
      linesOf(
        evaluateSheets([
          typed(
            "表",
            `
2025年7月税收完成情况
园区|本月入库(万元)|累计入库(万元)
临港产业园|4120|33260
装备制造园|3055|25970
电子信息园|6610|47180
合计|13785|106410
其中:规上企业|13020|94110`
          ),
        ])
      )
    ).toEqual([]);
  });

  const RATES = (rank: string): string => `
2025年1-5月开工项目投产情况
市|开工项目(个)|已投产项目(个)|投产率|达效项目(个)|达效率|位次
太原市|62|31|50.0|22|71.0|4
大同市|40|26|65.0|17|65.4|${rank}
朔州市|27|11|40.7|8|72.7|6
忻州市|33|15|45.5|9|60.0|5
吕梁市|48|29|60.4|20|69.0|3
阳泉市|21|14|66.7|11|78.6|1`;

  test("a rank that does not follow the column before it is held to the one that it does follow", () => {
    const judge = (rank: string) => linesOf(evaluateSheets([typed("表", RATES(rank))]));
    expect(judge("2")).toEqual([]);
    expect(judge("3")).toEqual(["error rank-mismatch G4"]);
  });
});
