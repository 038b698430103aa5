/**
 * 晋城市开发区 2023年1-6月. The 合计 line carries the figures of the city's published half-year report and the growth of 全市
 * is the report's; the levels of 全市 follow from the printed shares; the lines of single zones are made up so that they
 * add up.
 */
import { difference, growth, share } from "./arithmetic.ts";
import { buildIndicatorForm } from "./indicator-form.ts";
import type { SampleBook, SampleSheet, SampleValue } from "./sample-book.ts";
import type { ZoneColumn, ZoneRow } from "./zone-form.ts";
import { buildZoneForm } from "./zone-form.ts";

const REPORTER = "晋城市开发区建设工作领导小组办公室";
const REPORTED_ON = "2023年7月5日";

interface Line {
  readonly addedValue: number;
  readonly addedValueGrowth: number;
  readonly investment: number;
  readonly investmentPrior: number;
  readonly transition: number | null;
  readonly fixed: number;
  readonly fixedGrowth: number;
}

const zone = (
  label: string,
  addedValue: readonly [number, number],
  investment: readonly [number, number],
  transition: number,
  fixed: readonly [number, number]
): ZoneRow<Line> => ({
  label,
  kind: "zone",
  data: {
    addedValue: addedValue[0],
    addedValueGrowth: addedValue[1],
    investment: investment[0],
    investmentPrior: investment[1],
    transition,
    fixed: fixed[0],
    fixedGrowth: fixed[1],
  },
});

const ROWS: readonly ZoneRow<Line>[] = [
  zone("晋城开发区", [88.37, 24.6], [12.46, 18.94], 12.05, [19.83, -24.18]),
  zone("高平开发区", [61.52, 17.3], [8.37, 13.05], 7.92, [13.27, -28.73]),
  zone("阳城开发区", [43.18, 14.9], [6.21, 10.37], 5.78, [9.16, -34.62]),
  zone("泽州开发区", [31.38, 15.2], [3.86, 7.36], 3.68, [5.78, -37.05]),
  {
    label: "合计",
    kind: "total",
    data: {
      addedValue: 224.45,
      addedValueGrowth: 19.2,
      investment: 30.9,
      investmentPrior: 49.72,
      transition: 29.43,
      fixed: 48.04,
      fixedGrowth: -29.47,
    },
  },
  {
    label: "全市",
    kind: "reference",
    data: {
      addedValue: 670,
      addedValueGrowth: 4.3,
      investment: 89.1,
      investmentPrior: 91.86,
      transition: null,
      fixed: 276.1,
      fixedGrowth: 2.5,
    },
  },
];

const sumOr = (
  key: string,
  row: ZoneRow<unknown>,
  run: (key: string, first: string, last: string) => string,
  value: number
): SampleValue =>
  row.kind === "total"
    ? { formula: `SUM(${run(key, "晋城开发区", "泽州开发区")})`, result: value }
    : value;

const isMember = (row: ZoneRow<Line>) => row.kind !== "reference";

const addedValueColumns: readonly ZoneColumn<Line>[] = [
  {
    key: "addedValue",
    name: "完成",
    format: "0.00",
    value: (line, { row, run }) => sumOr("addedValue", row, run, line.addedValue),
  },
  {
    key: "addedValueGrowth",
    name: "同比±%",
    format: "0.0",
    value: (line) => line.addedValueGrowth,
  },
  {
    key: "addedValueShare",
    name: "占全市%",
    format: "0.0",
    value: (line, { row }) => (isMember(row) ? share(line.addedValue, 670, 1) : "-"),
  },
  {
    key: "addedValueDifference",
    name: "比全市±(百分点)",
    format: "0.0",
    width: 11,
    value: (line, { row }) => (isMember(row) ? difference(line.addedValueGrowth, 4.3, 1) : "-"),
  },
  {
    key: "addedValueTarget",
    name: "省定目标%",
    format: "0",
    value: (_line, { row }) => (isMember(row) ? 16 : "-"),
  },
];

const investmentColumns: readonly ZoneColumn<Line>[] = [
  { key: "investment", name: "完成", format: "0.00", value: (line) => line.investment },
  {
    key: "investmentPrior",
    name: "上年同期",
    format: "0.00",
    value: (line, { row, run }) => sumOr("investmentPrior", row, run, line.investmentPrior),
  },
  {
    key: "investmentGrowth",
    name: "同比±%",
    format: "0.00",
    value: (line) => growth(line.investment, line.investmentPrior),
  },
  {
    key: "investmentShare",
    name: "占全市%",
    format: "0.00",
    value: (line, { row, cell, fixed }) =>
      isMember(row)
        ? {
            formula: `ROUND(${cell("investment")}/${fixed("investment", "全市")}*100,2)`,
            result: share(line.investment, 89.1),
          }
        : "-",
  },
  {
    key: "investmentDifference",
    name: "比全市±(百分点)",
    format: "0.00",
    width: 10,
    value: (line, { row }) =>
      isMember(row) ? difference(growth(line.investment, line.investmentPrior), -3, 2) : "-",
  },
  {
    key: "investmentTarget",
    name: "省定目标%",
    format: "0",
    value: (_line, { row }) => (isMember(row) ? 17 : "-"),
  },
];

const transitionColumns: readonly ZoneColumn<Line>[] = [
  { key: "transition", name: "完成", format: "0.00", value: (line) => line.transition ?? "-" },
  {
    key: "transitionShare",
    name: "占工业投资%",
    format: "0.00",
    width: 10,
    value: (line) => (line.transition === null ? "-" : share(line.transition, line.investment)),
  },
  {
    key: "transitionTarget",
    name: "省定目标%",
    format: "0",
    value: (line) => (line.transition === null ? "-" : 82),
  },
];

const fixedColumns: readonly ZoneColumn<Line>[] = [
  { key: "fixed", name: "完成", format: "0.00", value: (line) => line.fixed },
  { key: "fixedGrowth", name: "同比±%", format: "0.00", value: (line) => line.fixedGrowth },
  {
    key: "fixedShare",
    name: "占全市%",
    format: "0.0",
    value: (line, { row }) => (isMember(row) ? share(line.fixed, 276.1, 1) : "-"),
  },
  {
    key: "fixedDifference",
    name: "比全市±(百分点)",
    format: "0.00",
    width: 11,
    value: (line, { row }) => (isMember(row) ? difference(line.fixedGrowth, 2.5, 2) : "-"),
  },
];

function economicSheet(): SampleSheet {
  return buildZoneForm({
    sheet: "经济指标",
    annex: "附件1",
    title: "晋城市开发区2023年1-6月主要经济指标完成情况表",
    reporter: REPORTER,
    units: "亿元、%",
    groups: [
      { name: "规模以上工业增加值", columns: addedValueColumns },
      { name: "工业投资", columns: investmentColumns },
      { name: "转型项目当年完成投资", columns: transitionColumns },
      { name: "固定资产投资", columns: fixedColumns },
    ],
    rows: ROWS,
    foot: {
      notes: [
        "注:1.各开发区分项及目标值为示意数据,合计行及全市增速为晋城市2023年上半年通报数,全市总量按通报占比推算。",
        "2.规模以上工业增加值增速按可比价格计算,投资增速按同口径计算;“-”为无此项。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

/** 签约、开工、投产: projects and money; rates as the office reports them. */
interface BatchLine {
  readonly signed: readonly [
    projects: number,
    money: number,
    started: number,
    startedMoney: number,
  ];
  readonly started: readonly [projects: number, money: number, producing: number, spent: number];
  readonly producing: readonly [
    projects: number,
    industrial: number,
    industrialMoney: number,
    effective: number,
    effectiveRate: number,
  ];
}

function batchesSheet(): SampleSheet {
  const line = (
    label: string,
    kind: "zone" | "total",
    signed: BatchLine["signed"],
    started: BatchLine["started"],
    producing: BatchLine["producing"]
  ): ZoneRow<BatchLine> => ({ label, kind, data: { signed, started, producing } });
  const number = (
    key: string,
    name: string,
    format: string,
    width: number,
    value: (line: BatchLine) => number
  ): ZoneColumn<BatchLine> => ({ key, name, format, width, value });
  return buildZoneForm({
    sheet: "三个一批",
    annex: "附件2",
    title: "晋城市开发区2023年上半年“三个一批”活动项目进展情况表",
    reporter: REPORTER,
    units: "个、亿元、%",
    groups: [
      {
        name: "签约一批",
        columns: [
          number("signed", "个数", "0", 7, (line) => line.signed[0]),
          number("signedMoney", "总投资", "0.00", 9, (line) => line.signed[1]),
          number("begun", "已开工(个)", "0", 9, (line) => line.signed[2]),
          number("begunMoney", "已开工项目总投资", "0.00", 10, (line) => line.signed[3]),
          number("begunRate", "开工率(按投资)%", "0.0", 10, (line) =>
            share(line.signed[3], line.signed[1], 1)
          ),
        ],
      },
      {
        name: "开工一批",
        columns: [
          number("started", "个数", "0", 7, (line) => line.started[0]),
          number("startedMoney", "总投资", "0.00", 9, (line) => line.started[1]),
          number("inProduction", "已投产(个)", "0", 9, (line) => line.started[2]),
          number("spent", "已完成投资", "0.00", 9, (line) => line.started[3]),
          number("productionRate", "投产率(按完成投资)%", "0.00", 11, (line) =>
            share(line.started[3], line.started[1], 2)
          ),
        ],
      },
      {
        name: "投产一批",
        columns: [
          number("producing", "个数", "0", 7, (line) => line.producing[0]),
          number("industrial", "其中:产业类(个)", "0", 10, (line) => line.producing[1]),
          number("industrialMoney", "产业类总投资", "0.00", 9, (line) => line.producing[2]),
          number("effective", "已达效(个)", "0", 9, (line) => line.producing[3]),
          number("effectiveRate", "达效率(按产值)%", "0.00", 10, (line) => line.producing[4]),
        ],
      },
    ],
    rows: [
      line(
        "晋城开发区",
        "zone",
        [12, 58.42, 10, 54.13],
        [11, 23.15, 2, 2.14],
        [13, 10, 13.21, 10, 97.12]
      ),
      line(
        "高平开发区",
        "zone",
        [10, 41.37, 8, 37.62],
        [9, 16.84, 2, 1.52],
        [11, 8, 10.94, 7, 93.86]
      ),
      line("阳城开发区", "zone", [8, 32.85, 7, 30.05], [8, 13.27, 2, 1.18], [8, 6, 8.05, 6, 96.05]),
      line("泽州开发区", "zone", [6, 19.46, 5, 17.33], [5, 8.62, 1, 0.74], [6, 5, 5.83, 4, 92.47]),
      line("陵川示范区", "zone", [3, 7.61, 2, 6.53], [3, 3.15, 1, 0.32], [3, 2, 2.31, 2, 95.6]),
      line(
        "合计",
        "total",
        [39, 159.71, 32, 145.66],
        [36, 65.03, 8, 5.9],
        [41, 31, 40.34, 29, 95.29]
      ),
    ],
    foot: {
      notes: [
        "注:1.各开发区分项为示意数据,合计行为晋城市2023年上半年通报数。",
        "2.开工率按已开工项目总投资占签约项目总投资计算,投产率按已完成投资占开工项目总投资计算,达效率按实际产值占预计产值计算。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

function rectificationSheet(): SampleSheet {
  const row = (name: string, total: number, done: number, unit: string, isTotal = false) => ({
    level: "0",
    cells: [name, total, done, total - done, share(done, total), unit] as const,
    ...(isTotal ? { isTotal: true as const } : {}),
  });
  return buildIndicatorForm({
    sheet: "问题整改",
    annex: "附件3",
    title: "晋城市开发区专项整治和审计问题整改情况表(截至2023年6月底)",
    reporter: REPORTER,
    units: "个、%",
    header: ["问题类别", "总数", "已完成", "剩余", "完成率%", "牵头单位"],
    numbering: null,
    kinds: ["level", "level", "level", "rate", "text"],
    rows: [
      row("专项整治问题", 246, 235, "市开发区办"),
      row("办实事清单", 182, 171, "市开发区办"),
      row("巡察整改事项", 240, 229, "各开发区"),
      row("专项审计问题", 22, 8, "市审计局"),
      row("综合审计问题", 9, 3, "市审计局"),
    ],
    widths: [22, 10, 10, 10, 11, 16],
    foot: {
      notes: ["注:总数、已完成为晋城市2023年上半年通报数,剩余为两者之差,牵头单位为示意。"],
      reportedOn: REPORTED_ON,
    },
  });
}

function gaopingSheet(): SampleSheet {
  const row = (
    name: string,
    unit: string,
    level: string,
    [current, prior]: readonly [number, number | null],
    rate: SampleValue = prior === null ? "-" : growth(current, prior),
    part: SampleValue = "-"
  ) => ({ level, cells: [name, unit, current, prior ?? "-", rate, part] as const });
  return buildIndicatorForm({
    sheet: "高平开发区",
    annex: "附表1",
    title: "高平经济技术开发区2023年1-6月主要指标完成情况表",
    reporter: "高平经济技术开发区管理委员会",
    units: "见计量单位栏",
    header: ["指标", "计量单位", "本期", "上年同期", "同比(%)", "占全市(%)"],
    numbering: null,
    kinds: ["text", "level", "level", "rate", "rate"],
    rows: [
      row("规模以上工业增加值", "亿元", "0.00", [61.52, null], 17.3, share(61.52, 670, 2)),
      row("工业投资", "亿元", "0.00", [8.37, 13.05], undefined, share(8.37, 89.1)),
      row("固定资产投资", "亿元", "0.00", [13.27, 18.62]),
      row("规模以上工业企业", "户", "0", [52, 47]),
      row("新增市场主体", "户", "0", [436, 389]),
      row("一般公共预算收入", "万元", "0", [41260, 37815]),
      row("招商引资到位资金", "亿元", "0.00", [6.84, 7.35]),
      row("出让标准地面积", "亩", "0.0", [58.6, 43.2]),
    ],
    widths: [26, 10, 12, 12, 11, 11],
    foot: {
      notes: ["注:均为示意数据;工业增加值增速按可比价格计算,投资增速按同口径计算。"],
      reportedOn: REPORTED_ON,
    },
  });
}

/** The clean workbook. */
export function jincheng(): SampleBook {
  return {
    file: "jincheng-2023-h1.xlsx",
    sheets: [economicSheet(), batchesSheet(), rectificationSheet(), gaopingSheet()],
  };
}
