import { describe, expect, test } from "@jest/globals";
import { formatArea, formatPeriod } from "../../../src/core/index.ts";
import {
  cellLines,
  fieldLine,
  periodText,
  readGridOf,
  readTableOf,
  refusals,
  subjectLines,
} from "./reading.ts";

const _ = null;

const FORM = [
  ["附件2"],
  ["运城市开发区2023年1-6月主要经济指标完成情况表"],
  ["填报单位：运城市开发区管委会（盖章）", _, _, _, _, _, "单位：亿元、%"],
  ["序号", "开发区", "工业投资", _, _, _, _, "规上工业增加值", _, _, "备注"],
  [
    _,
    _,
    "完成",
    "同比±%",
    "占全市%",
    "省定目标",
    "位次",
    "完成",
    "占全市(360.4亿元)比重",
    "是否达标",
    _,
  ],
  [1, "运城开发区", 14.26, -17.92, 8.03, 17, 1, 30.2, 8.4, "达到", _],
  [2, "河津开发区", 20.5, { v: 0.165, nf: "0.00%" }, "11.55", 16, 2, "40．1", _, "未达到", "补报"],
  [3, "永济经开区", "—", "持平", _, "不考核", 3, "约12", { f: "=1/0" }, "√", _],
  [_, "合 计", { f: "=SUM(C6:C8)", v: 34.76 }, _, _, _, _, 82.3, _, _, _],
  [_, "全市", 177.53, -7.8, 100, _, _, 360.4, _, _, _],
  [_, "全省开发区", _, -18.3, _, _, _, 1887.8, _, _, _],
  ["注：“-”表示未设置目标"],
  ["填表人：张三", _, "审核人：李四", _, "负责人：王五"],
];

describe("a real form under a merged two-row header", () => {
  const table = readTableOf(FORM);

  test("title, period, city and area are read, notes and signatures are no rows", () => {
    expect(table.title).toBe("运城市开发区2023年1-6月主要经济指标完成情况表");
    expect(periodText(table)).toBe("2023-01..06");
    expect(table.city).toBe("运城");
    expect(formatArea(table.area)).toBe("A4:K11");
    expect(table.unrecognised).toEqual([]);
    expect(table.confidence).toBe(1);
  });

  test("each column is an indicator × measure with its unit", () => {
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth (%)",
      "工业投资 share to city (%)",
      "工业投资 target ()",
      "工业投资 rank (位)",
      "规上工业增加值 actual (亿元)",
      "规上工业增加值 share to city=360.4 (%)",
      "规上工业增加值 verdict ()",
    ]);
    expect(table.fields[1]?.path).toEqual(["工业投资", "同比±%"]);
  });

  test("zones add up to the total, and the wider wholes are references", () => {
    expect(subjectLines(table)).toEqual([
      "zone 运城",
      "zone 河津",
      "zone 永济",
      "total 合计 [0,1,2]",
      "reference 全市",
      "reference 全省开发区",
    ]);
    expect(table.subjects.map((subject) => subject.reference).slice(4)).toEqual([
      "city",
      "province-zones",
    ]);
  });

  test("cells keep their address and what they hold", () => {
    expect(cellLines(table, 0)).toEqual([
      "C6=14.26",
      "C7=20.5",
      "C8=declared",
      "C9=34.76",
      "C10=177.53",
      "C11=blank",
    ]);
    expect(cellLines(table, 1).slice(0, 3)).toEqual(["D6=-17.92", "D7=16.5", "D8=0"]);
    expect(cellLines(table, 5).slice(0, 3)).toEqual(["H6=30.2", "H7=40.1", "H8=?约12"]);
    expect(cellLines(table, 6).slice(0, 3)).toEqual(["I6=8.4", "I7=blank", "I8=not-calculated"]);
    expect(table.cells[3]?.[0]?.formula).toBe("=SUM(C6:C8)");
  });

  test("the same form further down and to the right, with hidden rows, gives the same with true addresses", () => {
    const moved = readTableOf(FORM, {
      origin: { row: 10, column: 3 },
      hiddenRows: [16],
      hiddenColumns: [6],
    });
    expect(moved.fields.map(fieldLine)).toEqual(table.fields.map(fieldLine));
    expect(subjectLines(moved)).toEqual(subjectLines(table));
    expect(cellLines(moved, 0)[0]).toBe("F16=14.26");
    expect(moved.cells.map((row) => row[0]?.isHidden)).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(moved.cells[0]?.[1]?.isHidden).toBe(true);
  });
});

describe("headers", () => {
  test("three rows: the deepest measure speaks, the target of a growth is a rate", () => {
    const table = readTableOf([
      ["晋城市2023年上半年开发区指标"],
      ["开发区", "工业投资（亿元）", _, _, _, _],
      [_, "绝对量", _, "增速（%）", _, _],
      [_, "本期", "上年同期", "实际", "省定目标", "差距"],
      ["晋城经开区", 10.2, 9.1, 12.1, 17, -4.9],
      ["高平开发区", 5.2, 5.0, 4.0, 17, -13],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 prior (亿元)",
      "工业投资 growth (%)",
      "工业投资 target (%)",
      "工业投资 gap (%)",
    ]);
  });

  test("a unit above belongs to the level alone: 同比 stays a growth, 增减 in 户 is an increase", () => {
    const table = readTableOf([
      ["开发区", "税收收入（万元）", _, "市场主体", _, _],
      [_, "完成", "同比", "累计", "增减", "增减%"],
      [_, _, _, "户", "户", _],
      ["河津开发区", 10.2, 9.1, 12, 2, 17],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "税收收入 actual (万元)",
      "税收收入 growth (%)",
      "市场主体 actual (户)",
      "市场主体 increase (户)",
      "市场主体 growth (%)",
    ]);
  });

  test("one row: a measure without an indicator belongs to the indicator on its left", () => {
    const table = readTableOf([
      ["单位：万元"],
      [
        "开发区",
        "工业投资",
        "同比增长(%)",
        "占全市(%)",
        "转型项目当年完成投资",
        "占工业投资比重(%)",
        "市场主体",
      ],
      ["河津开发区", 500, 1.5, 2, 100, 20, 50284],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (万元)",
      "工业投资 growth (%)",
      "工业投资 share to city (%)",
      "转型项目当年完成投资 actual (万元)",
      "转型项目当年完成投资 share to 工业投资 (%)",
      "市场主体 actual (户)",
    ]);
  });

  test("a second row of units alone tells level from growth", () => {
    const table = readTableOf([
      ["开发区", "工业投资", _, "规上工业增加值", _],
      [_, "亿元", "±%", "亿元", "±%"],
      ["河津", 1, 2, 3, 4],
      ["永济", 1, 2, 3, 4],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth (%)",
      "规上工业增加值 actual (亿元)",
      "规上工业增加值 growth (%)",
    ]);
  });

  test("periods as headers: 1-6 that became 6 January is 1-6月, and each field keeps its own", () => {
    const table = readTableOf([
      ["运城市2023年工业投资进度"],
      ["开发区", "1-5月", _, { v: 44932, nf: "m月d日" }, _],
      [_, "完成", "增速", "完成", "增速"],
      ["河津", 3, 4, 5, 6],
      ["永济", 3, 4, 5, 6],
    ]);
    expect(periodText(table)).toBe("2023-01..06");
    expect(
      table.fields.map(
        (field) => `${fieldLine(field)} ${field.period === null ? "" : formatPeriod(field.period)}`
      )
    ).toEqual([
      "工业投资 actual (亿元) 2023-01..05",
      "工业投资 growth (%) 2023-01..05",
      "工业投资 actual (亿元) 2023-01..06",
      "工业投资 growth (%) 2023-01..06",
    ]);
  });

  test("years as headers: last year's same months are the base, in either order", () => {
    for (const [first, second] of [
      ["2022年1-6月", "2023年1-6月"],
      ["2023年1-6月", "2022年1-6月"],
    ] as const) {
      const table = readTableOf([
        ["开发区", "税收收入(万元)", _, _],
        [_, first, second, "增减%"],
        ["河津开发区", 5, 6, 20],
      ]);
      const measures = new Map(table.fields.map((field) => [field.path.at(-1), field.measure]));
      expect(measures.get("2022年1-6月")).toBe("prior");
      expect(measures.get("2023年1-6月")).toBe("actual");
      expect(measures.get("增减%")).toBe("growth");
    }
  });

  test("上年 is the same period where the sizes fit, else the whole year", () => {
    const grid = (before: number): (string | number)[][] => [
      ["运城市开发区2023年1-6月"],
      ["开发区", "工业投资(亿元)", "上年"],
      ["河津", 10, before],
      ["永济", 5, before / 2],
    ];
    expect(readTableOf(grid(11)).fields[1]?.measure).toBe("prior");
    expect(readTableOf(grid(22)).fields[1]?.measure).toBe("prior-year");
  });

  test("a plan sheet: targets of the year and of its part, pace and verdict", () => {
    const table = readTableOf([
      ["标准厂房2023年上半年"],
      [
        "开发区",
        "年度目标",
        "上半年目标",
        "完成",
        "完成率%",
        "序时进度",
        "超(欠)进度(百分点)",
        "是否达序时",
      ],
      ["河津开发区", 10, 5, 4, 40, 50, -10, "否"],
      ["永济开发区", 10, 5, 6, 60, 50, 10, "是"],
    ]);
    expect(table.fields.map((field) => field.measure)).toEqual([
      "target",
      "target-part",
      "actual",
      "attainment",
      "pace",
      "pace-difference",
      "verdict",
    ]);
    expect(table.fields[0]?.unit?.name).toBe("万平方米");
  });

  test("完成% of a rate is the rate itself, of an amount its attainment", () => {
    const table = readTableOf([
      ["示范区", "绿色有机农产品覆盖率", _, "标准厂房", _],
      [_, "完成%", "目标%", "年度目标", "完成%"],
      ["万荣农业示范区", 70, 48, 10, 40],
    ]);
    expect(table.fields.map(({ measure }) => measure)).toEqual([
      "actual",
      "target",
      "target",
      "attainment",
    ]);
  });

  test("a part named beside 占比 has its whole in the header above", () => {
    const table = readTableOf([
      ["开发区", "签约一批", _, _],
      [_, "项目数(个)", "其中:战新项目(个)", "战新占比%"],
      ["河津开发区", 18, 14, 78],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "签约项目 actual (个)",
      "战新项目 actual (个)",
      "战新项目 share to 签约项目 (%)",
    ]);
  });

  test("a bare 增减 is a growth by itself, an increase beside 增减%", () => {
    const measures = (head: string[]): string[] =>
      readTableOf([
        ["开发区", "税收收入(万元)", ...head],
        ["河津开发区", 5, 1, 25],
      ]).fields.map(({ measure }) => measure);
    expect(measures(["增减", "增减%"])).toEqual(["actual", "increase", "growth"]);
    expect(measures(["增减", "位次"])).toEqual(["actual", "growth", "rank"]);
  });

  test("a pace in 亿元 is the part of the target that is due", () => {
    const table = readTableOf([
      [
        "示范区",
        "产业当年完成投资(亿元)",
        "序时进度(亿元)",
        "绿色有机农产品覆盖率(%)",
        "省初定目标",
      ],
      ["万荣农业示范区", 4.2, 2, 70, 48],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "产业当年完成投资 actual (亿元)",
      "产业当年完成投资 target-part (亿元)",
      "绿色有机农产品覆盖率 actual (%)",
      "绿色有机农产品覆盖率 target (%)",
    ]);
  });

  test("the three batches: parent and child together name the indicator", () => {
    const table = readTableOf([
      ["开发区", "签约一批", _, _, _, "投产一批", _, _],
      [_, "个数", "总投资", "已开工(个)", "开工率", "个数", "已达效", "达效率"],
      ["河津开发区", 10, 5.5, 4, 40, 3, 2, 66.7],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "签约项目 actual (个)",
      "签约项目总投资 actual (亿元)",
      "签约项目 done (个)",
      "开工率 rate (%)",
      "投产项目 actual (个)",
      "投产项目 done (个)",
      "达效率 rate (%)",
    ]);
  });

  test("an unknown indicator is read under its own name and never recomputed", () => {
    const table = readTableOf([
      ["开发区", "光伏装机(MW)", "新能源汽车产值", _],
      [_, _, "完成(亿元)", "同比(%)"],
      ["河津开发区", 10, 5.5, 4],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "光伏装机 actual (MW)",
      "新能源汽车产值 actual (亿元)",
      "新能源汽车产值 growth (%)",
    ]);
    expect(
      table.fields.map(({ indicator }) => [
        indicator.id,
        indicator.growthBasis,
        indicator.isCatalogued,
      ])[0]
    ).toEqual(["other:光伏装机", "same-scope", false]);
  });

  test("a name with a word nobody knows is not the indicator inside it", () => {
    const table = readTableOf([
      ["开发区", "采矿业工业投资(亿元)", "同比(%)"],
      ["河津开发区", 10, 5.5],
    ]);
    expect(table.fields.map(({ indicator }) => indicator.name)).toEqual([
      "采矿业工业投资",
      "采矿业工业投资",
    ]);
  });
});

describe("rows", () => {
  test("groups merged downwards give kinds; subtotals are not added into the total", () => {
    const table = readTableOf([
      ["类别", "开发区", "工业投资（亿元）", "同比（%）"],
      ["工业类", "河津开发区", 5, 1],
      [_, "永济开发区", 6, 2],
      [_, "小计", 11, _],
      ["农业类", "万荣示范区", 5, 1],
      [_, "临猗示范区", 6, 2],
      [_, "小计", 11, _],
      ["合计", _, 22, _],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 永济",
      "subtotal 小计 [0,1]",
      "zone 万荣",
      "zone 临猗",
      "subtotal 小计 [3,4]",
      "total 合计 [0,1,3,4]",
    ]);
    expect(table.subjects.map(({ kind }) => kind)).toEqual([
      "industrial",
      "industrial",
      "industrial",
      "agricultural",
      "agricultural",
      "agricultural",
      null,
    ]);
    expect(table.subjects[6]?.at).toEqual({ kind: "cell", row: 7, column: 0 });
  });

  test("合计 written across the columns of number and name is a total, and 类别 may stand on the right", () => {
    const table = readTableOf([
      ["序号", "开发区", "类别", "工业投资（亿元）"],
      [1, "河津开发区", "工业类", 5],
      [2, "万荣示范区", "农业类", 6],
      ["合计", _, _, 11],
      ["其中：1个工业类开发区", _, _, 5],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 万荣",
      "total 合计 [0,1]",
      "subtotal 1个工业类开发区 [0]",
    ]);
    expect(table.subjects.map(({ kind }) => kind).slice(0, 3)).toEqual([
      "industrial",
      "agricultural",
      null,
    ]);
  });

  test("bands inside the rows are headings, and a subtotal may stand above its members", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）"],
      ["合计", 22],
      ["一、工业类小计", 11],
      ["河津开发区", 5],
      ["永济开发区", 6],
      ["二、农业类小计", 11],
      ["万荣农业示范区", 5],
      ["临猗农业示范区", 6],
    ]);
    expect(subjectLines(table)[0]).toBe("total 合计 [2,3,5,6]");
    expect(table.subjects[1]?.members).toEqual([2, 3]);
    expect(table.subjects[4]?.members).toEqual([5, 6]);
  });

  test("全市 is a total where it equals the rows' sum, a reference where it is larger", () => {
    const grid = (city: number): (string | number)[][] => [
      ["开发区", "工业投资（亿元）", "同比（%）"],
      ["河津开发区", 5.2, 1],
      ["永济开发区", 6.3, 2],
      ["全市", city, -7.8],
    ];
    expect(subjectLines(readTableOf(grid(11.5)))[2]).toBe("total 全市 [0,1]");
    expect(subjectLines(readTableOf(grid(177.53)))[2]).toBe("reference 全市");
    expect(subjectLines(readTableOf(grid(5)))[2]).toBe("reference 全市");
  });

  test("全市 by formula over the rows is a total, whatever it holds", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）"],
      ["河津开发区", 5.2],
      ["永济开发区", "6.3"],
      ["全市", { f: "=SUM(B2:B3)", v: 5.2 }],
    ]);
    expect(subjectLines(table)[2]).toBe("total 全市 [0,1]");
  });

  test("totals on top, 其中 of a kind is a part, 运城市开发区 is all zones and 运城开发区 one", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）", "同比（%）"],
      ["全省开发区", _, -18.3],
      ["运城市", 177.53, -7.8],
      ["运城市开发区", 11, _],
      ["其中：工业类", 6, 1],
      ["运城开发区", 5, 1],
      ["永济开发区", 6, 2],
    ]);
    expect(subjectLines(table)).toEqual([
      "reference 全省开发区",
      "reference 全市",
      "total 运城市开发区 [4,5]",
      "part 工业类",
      "zone 运城",
      "zone 永济",
    ]);
  });

  test("其中 under a zone is a part of it and adds to nothing", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）"],
      ["河津开发区", 5],
      ["其中：铝工业园", 2],
      ["永济开发区", 6],
      ["合计", 11],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "part 铝工业园",
      "zone 永济",
      "total 合计 [0,2]",
    ]);
  });

  test("two zones of one city keep apart, and a county is not the zone of its name", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）"],
      ["长治高新区", 5],
      ["长治经开区", 2],
      ["河津市", 9],
      ["河津开发区", 6],
    ]);
    expect(table.subjects.map(({ name }) => name)).toEqual([
      "长治高新区",
      "长治经开区",
      "河津市",
      "河津",
    ]);
  });

  test("averages are neither totals nor references to a sum", () => {
    const table = readTableOf([
      ["开发区", "亩均税收"],
      ["河津开发区", 5],
      ["永济开发区", 6],
      ["全市平均", 5.5],
    ]);
    expect(table.subjects[2]).toMatchObject({ role: "average", reference: "city", members: [] });
    expect(fieldLine(table.fields[0] as never)).toBe("亩均税收 actual (万元/亩)");
  });

  test("a zone's row without any value stays in the table", () => {
    const table = readTableOf([
      ["开发区", "工业投资（亿元）", "同比(%)"],
      ["河津开发区", 5, 1],
      ["永济开发区", _, _],
      ["闻喜开发区", 6, 1],
    ]);
    expect(table.subjects.map(({ name }) => name)).toEqual(["河津", "永济", "闻喜"]);
    expect(cellLines(table, 0)[1]).toBe("B3=blank");
  });
});

describe("several tables on a sheet", () => {
  test("bands name the indicator of the table below them", () => {
    const { tables } = readGridOf([
      ["运城市开发区2023年1-6月主要指标"],
      ["一、工业投资"],
      ["开发区", "完成", "同比(%)"],
      ["河津开发区", 1, 2],
      ["永济开发区", 1, 2],
      [],
      ["二、规上工业增加值"],
      ["开发区", "完成", "同比(%)"],
      ["河津开发区", 3, 2],
      ["永济开发区", 4, 2],
    ]);
    expect(
      tables.map((table) => [
        formatArea(table.area),
        periodText(table),
        table.fields.map(({ indicator }) => indicator.name),
      ])
    ).toEqual([
      ["A3:C5", "2023-01..06", ["工业投资", "工业投资"]],
      ["A8:C10", "2023-01..06", ["规上工业增加值", "规上工业增加值"]],
    ]);
  });

  test("printed pages that repeat the header are one table", () => {
    const table = readTableOf([
      ["运城市2023年1-6月开发区指标"],
      ["序号", "开发区", "工业投资(亿元)"],
      [1, "河津开发区", 1],
      [2, "永济开发区", 2],
      [_, "本页小计", 3],
      ["第1页共2页"],
      ["续表"],
      ["序号", "开发区", "工业投资(亿元)"],
      [3, "绛县开发区", 1],
      [4, "闻喜开发区", 3],
      [_, "本页小计", 4],
      [_, "合计", 7],
    ]);
    expect(subjectLines(table)).toEqual([
      "zone 河津",
      "zone 永济",
      "subtotal 本页小计 [0,1]",
      "zone 绛县",
      "zone 闻喜",
      "subtotal 本页小计 [3,4]",
      "total 合计 [0,1,3,4]",
    ]);
  });

  test("two ranking lists side by side are two tables", () => {
    const { tables } = readGridOf([
      ["工业投资排名"],
      ["位次", "开发区", "总量", _, "位次", "开发区", "增速"],
      [1, "河津", 20, _, 1, "永济", 12],
      [2, "永济", 10, _, 2, "河津", 6],
    ]);
    expect(
      tables.map((table) => [table.subjects.map(({ name }) => name), table.fields.map(fieldLine)])
    ).toEqual([
      [
        ["河津", "永济"],
        ["工业投资 rank (位)", "工业投资 actual (亿元)"],
      ],
      [
        ["永济", "河津"],
        ["工业投资 rank (位)", "工业投资 growth (%)"],
      ],
    ]);
  });

  test("one sheet per indicator: the sheet's name says which", () => {
    const table = readTableOf(
      [
        ["开发区", "完成", "同比(%)"],
        ["河津开发区", 1, 2],
      ],
      { name: "工业投资" }
    );
    expect(table.fields.map(fieldLine)).toEqual(["工业投资 actual (亿元)", "工业投资 growth (%)"]);
  });
});

describe("what is not understood is told with its place", () => {
  test("columns without a meaning, and what follows them, are never guessed", () => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)", "备用", "同比", "全市增速", "形象进度"],
      ["河津", 1, 5, 6, 7, "主体"],
      ["永济", 1, 5, 6, 7, "主体"],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "工业投资 growth to city (%)",
    ]);
    expect(refusals(table)).toEqual(["C1:C3 unknown-measure 备用", "D1:D3 unknown-measure 同比"]);
    expect(table.confidence).toBeLessThan(0.7);
  });

  test("a name nobody knows over plain numbers is read under that name, with what follows it", () => {
    const table = readTableOf([
      ["开发区", "工业投资(亿元)", "备案项目", "同比"],
      ["河津", 1, 5, 6],
      ["永济", 1, 5, 6],
    ]);
    expect(table.fields.map(fieldLine)).toEqual([
      "工业投资 actual (亿元)",
      "备案项目 actual ()",
      "备案项目 growth (%)",
    ]);
    expect(table.unrecognised).toEqual([]);
  });

  test("a column without a header, a row without a name and scratch sums below", () => {
    const reading = readGridOf([
      ["开发区", "工业投资(亿元)", _],
      ["河津开发区", 1, 5],
      [_, 7, _],
      ["永济开发区", 1, _],
      [],
      [_, 99, 98],
    ]);
    expect(reading.tables[0] && refusals(reading.tables[0])).toEqual([
      "B3 unknown-row 7",
      "C1:C4 no-header ",
    ]);
    expect(refusals(reading)).toEqual(["B6:C6 stray-cells 99 98"]);
  });

  test("a list of builders is seen and refused once, not row by row", () => {
    expect(
      refusals(
        readGridOf([
          ["序号", "建设单位", "开工时间", "总投资"],
          [1, "铝业公司", "三月", 2],
        ])
      )
    ).toEqual(["A1:D2 unsupported-layout 序号 建设单位 开工时间 总投资 1 铝业公司 三月 2"]);
  });

  test("numbers without a header and texts without numbers", () => {
    expect(
      refusals(
        readGridOf([
          [1, 2],
          [3, 4],
        ])
      )
    ).toEqual(["A1:B2 no-header 1 2 3 4"]);
    expect(refusals(readGridOf([["本表由各开发区填报"]]))).toEqual([
      "A1 stray-cells 本表由各开发区填报",
    ]);
    expect(readGridOf([])).toEqual({ sheet: "Sheet1", tables: [], unrecognised: [] });
  });
});
