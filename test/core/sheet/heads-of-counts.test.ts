import { describe, expect, test } from "@jest/globals";
import { typed } from "../../support/typed-sheet.ts";
import { bookOf } from "../../support/grid.ts";
import { formatPeriod, readTables, type IndicatorTable } from "../../../src/core/index.ts";
import { fieldLine, subjectLines } from "./reading.ts";

function tablesOf(sheet: string): readonly IndicatorTable[] {
  const [reading] = readTables(bookOf(typed("表", sheet)), { sheets: null });
  return reading?.tables ?? [];
}

function fieldsOf(sheet: string): readonly string[] {
  return tablesOf(sheet).flatMap(({ fields }) => fields.map(fieldLine));
}

describe("what is counted stands in a column of its own", () => {
  const HEAD = "企业梯度培育情况(2025年)";

  test("before the zones: a table for each, its name over the columns", () => {
    const tables = tablesOf(`${HEAD}
类别|开发区|年初数|新增|退出
专精特新企业|河津开发区|20|5|1
|永济开发区|31|4|0
|小计|51|9|1
瞪羚企业|河津开发区|6|1|0
|永济开发区|8|2|1
|小计|14|3|1`);
    expect(tables.map(({ fields: [first] }) => first?.indicator.name)).toEqual([
      "专精特新企业",
      "瞪羚企业",
    ]);
    expect(tables.map(subjectLines)).toEqual([
      ["zone 河津", "zone 永济", "subtotal 小计 [0,1]"],
      ["zone 河津", "zone 永济", "subtotal 小计 [0,1]"],
    ]);
  });

  test("behind the zones, which are merged downwards: the same", () => {
    const tables = tablesOf(`${HEAD}
开发区|企业类别|年初数|新增|退出
河津开发区|专精特新企业|20|5|1
|瞪羚企业|6|1|0
永济开发区|专精特新企业|31|4|0
|瞪羚企业|8|2|1`);
    expect(tables.map(({ fields: [first] }) => first?.indicator.name)).toEqual([
      "专精特新企业",
      "瞪羚企业",
    ]);
    expect(tables.map(subjectLines)).toEqual([
      ["zone 河津", "zone 永济"],
      ["zone 河津", "zone 永济"],
    ]);
  });

  test("groups of zones that differ divide the zones, and stay one table", () => {
    const tables = tablesOf(`开发区税收收入(2025年)
类别|开发区|税收收入(万元)
工业类|河津开发区|200
|永济开发区|310
|小计|510
农业类|万荣示范区|60
|夏县示范区|80
|小计|140`);
    expect(tables).toHaveLength(1);
  });
});

describe("names that say nothing without their head", () => {
  test.each([
    ["新增", "专精特新企业新增 actual (家)"],
    ["年度新增", "专精特新企业新增 actual (家)"],
  ])("%s goes by the head above it", (own, said) => {
    const [, read] = fieldsOf(`企业情况(2025年)
开发区|专精特新企业(家)|
|总数|${own}
河津开发区|20|5
永济开发区|31|4`);
    expect(read).toBe(said);
  });

  test("已办 is what is done of the head above it", () => {
    expect(
      fieldsOf(`项目手续(2025年)
开发区|立项备案(个)||环评批复(个)|
|已办|办结率%|已办|办结率%
河津开发区|20|80|15|60
永济开发区|31|90|20|58`)
    ).toEqual([
      "立项备案 done (个)",
      "立项备案 attainment (%)",
      "环评批复 done (个)",
      "环评批复 attainment (%)",
    ]);
  });

  test("firms of an indicator are counted, and are no amount of it", () => {
    expect(
      fieldsOf(`出口情况(2025年)
开发区|出口企业户数||
|合计|一类|二类
河津开发区|20|8|12
永济开发区|31|9|22`)
    ).toEqual([
      "出口企业户数 actual (户)",
      "出口企业户数一类 actual (户)",
      "出口企业户数二类 actual (户)",
    ]);
  });

  test("评价件数 is no verdict, 提前办结率 a rate of its own", () => {
    expect(
      fieldsOf(`办件情况(2025年)
窗口|受理件数|提前办结率%|评价件数
一号窗口|200|81.5|120
二号窗口|310|90.3|204
合计|510|86.9|324`)
    ).toEqual(["受理 actual (件)", "提前办结率 actual (%)", "评价件数 actual (件)"]);
  });
});

describe("rows that tell another measure of the row above them", () => {
  const SHEET = `各园区税收(2025年1-8月)
单位:万元
园区|增值税|企业所得税
东城园|1200|800
西城园|2300|1700
合计|3500|2500
去年同期|3200|2600
同比增长(%)|9.4|-3.8`;

  test("去年同期 and 同比增长 under 合计 are its own, and no zones", () => {
    const [table] = tablesOf(SHEET);
    expect(table === undefined ? [] : subjectLines(table)).toEqual([
      "zone 东城园",
      "zone 西城园",
      "total 合计 [0,1]",
    ]);
    expect(table?.fields.slice(2).map(fieldLine)).toEqual([
      "增值税 prior (万元)",
      "企业所得税 prior (万元)",
      "增值税 growth (%)",
      "企业所得税 growth (%)",
    ]);
  });

  test("below every zone they are one column for all of them, not one for each", () => {
    const zones = ["西城园", "南城园", "北城园"];
    const [table] = tablesOf(
      `各园区税收(2025年1-8月)
单位:万元
园区|增值税|企业所得税
东城园|1100|600
${zones.map((zone, i) => `${zone}|${1200 + i}|${800 + i}\n去年同期|${1000 + i}|${700 + i}`).join("\n")}`
    );
    expect(table?.fields.map(fieldLine)).toEqual([
      "增值税 actual (万元)",
      "企业所得税 actual (万元)",
      "增值税 prior (万元)",
      "企业所得税 prior (万元)",
    ]);
    const priors = table?.cells.map((cells) => cells[2]?.content);
    expect(priors?.map((cell) => (cell?.kind === "number" ? cell.stated.value : null))).toEqual([
      null,
      1000,
      1001,
      1002,
    ]);
  });

  test("a second one of the same name below the same row is a column of its own", () => {
    const [table] = tablesOf(`各园区税收(2025年1-8月)
单位:万元
园区|增值税|企业所得税
东城园|1200|800
西城园|2300|1700
去年同期|3200|2600
去年同期|3100|2500`);
    expect(table?.fields.slice(2).map(fieldLine)).toEqual([
      "增值税 prior (万元)",
      "企业所得税 prior (万元)",
      "增值税 prior (万元)",
      "企业所得税 prior (万元)",
    ]);
  });
});

test("a unit column with — where a row has none gives the units of the others", () => {
  expect(
    fieldsOf(`工业企业情况(2025年1-9月)
指标名称|计量单位|本年累计|上年同期
一、企业情况|—||
亏损企业|个|11|13
二、产出情况|—||
工业总产值|万元|1865423|1772310`)
  ).toEqual([
    "亏损企业 actual (个)",
    "亏损企业 prior (个)",
    "规上工业总产值 actual (万元)",
    "规上工业总产值 prior (万元)",
  ]);
});

describe("heads beside others", () => {
  test("同比 behind 其中:外贸 is of that part, since the whole has its own before it", () => {
    expect(
      fieldsOf(`港口情况(2025年1-10月)
作业区|货物吞吐量(万吨)|||
|累计|同比%|其中:外贸|同比%
一号港区|200.1|4.1|80.2|-3.0
二号港区|310.5|5.2|90.3|2.0`).map((line) => line.split(" ").slice(0, 2))
    ).toEqual([
      ["货物吞吐量", "actual"],
      ["货物吞吐量", "growth"],
      ["外贸", "actual"],
      ["外贸", "growth"],
    ]);
  });

  test("累计 beside 当月合计 over months down the rows is no total of the places across", () => {
    const [table] = tablesOf(`各片区开票销售分月情况(2025年)
月份|东区|西区|当月合计|累计
1月|10|20|30|30
2月|11|21|32|62
3月|12|22|34|96`);
    expect(table?.subjects.map(({ label }) => label)).toEqual(["东区", "西区", "当月合计"]);
    expect(table?.unrecognised).toEqual([]);
    expect(
      table?.fields.flatMap(({ period, path }) =>
        path[0] === "累计" && period !== null ? [formatPeriod(period)] : []
      )
    ).toEqual(["2025-01..01", "2025-01..02", "2025-01..03"]);
  });

  test("a rate below a head of money is none of it", () => {
    expect(
      fieldsOf(`政策兑现(2025年)
园区|人才政策资金(万元)||
|安排|兑付|兑付率
东城园|200|150|75.0
西城园|310|248|80.0`)
    ).toEqual(["安排 actual (万元)", "兑付 actual (万元)", "兑付率 actual (%)"]);
  });

  test("第一产业 under 按产业分 is of what is divided, whatever stood between", () => {
    expect(
      fieldsOf(`固定资产投资构成(2025年)
指标|绝对量(万元)
固定资产投资|900
按构成分|
建筑安装工程|600
设备购置|300
按产业分|
第一产业|100
第二产业|800`)
    ).toEqual([
      "固定资产投资 actual (万元)",
      "建筑安装工程 actual (万元)",
      "设备购置 actual (万元)",
      "第一产业 actual (万元)",
      "第二产业 actual (万元)",
    ]);
  });

  test("变化 behind two ranks is their change, and an arrow a number of places", () => {
    const [table] = tablesOf(`月度排名(2025年10月)
单位|综合得分|位次|上月位次|变化
河津开发区|90.1|1|2|↑1
永济开发区|88.2|2|1|↓1
闻喜开发区|80.0|3|3|—`);
    expect(table?.fields.map(fieldLine).at(-1)).toBe("总分 rank-change (位)");
  });

  test("money of firms is money, under the firms' name", () => {
    const read = fieldsOf(`入驻情况(2025年)
单位:万元
开发区|入驻企业(户)|入驻企业产值
河津开发区|20|5120
永济开发区|31|40320`);
    expect(read).toEqual(["企业 actual (户)", "入驻企业产值 actual (万元)"]);
  });

  test("amounts in prose are no numbers of their column, and are told as not read; other prose says nothing of it", () => {
    const [table] = tablesOf(`开发区|税收(万元)|工业投资完成情况|主导产业
河津|5000|完成12.5亿元,增长3.2%|"1+3"现代产业体系
永济|3000|完成8.3亿元,下降1.1%|2大主导产业:装备、医药
闻喜|2800|完成9.1亿元,增长2.0%|镁、钢`);
    expect(table?.fields.map(({ indicator }) => indicator.name)).toEqual(["税收收入"]);
    expect(table?.unrecognised.map(({ text }) => text)).toEqual(["工业投资完成情况"]);
  });
});
