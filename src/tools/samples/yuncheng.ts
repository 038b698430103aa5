/**
 * 运城市开发区 2023年1-6月. The 合计, 全市 and 全省开发区 lines carry the figures of the city's published half-year report;
 * the lines of single zones are made up so that they add up to them.
 */
import { difference, growth, rankOf, share, verdict } from "./arithmetic.ts";
import { buildIndicatorForm } from "./indicator-form.ts";
import { rulesSheet } from "./rules-sheet.ts";
import type { SampleBook, SampleSheet, SampleValue } from "./sample-book.ts";
import type { ZoneColumn, ZoneRow } from "./zone-form.ts";
import { buildZoneForm } from "./zone-form.ts";

const REPORTER = "运城市开发区建设工作领导小组办公室";
const REPORTED_ON = "2023年7月6日";
const MADE_UP = "各开发区分项为示意数据,合计、全市、全省开发区各行为运城市2023年上半年通报数。";

/** One line of the main form; null: the form has no figure there. */
interface Line {
  readonly investment: number | null;
  readonly investmentPrior: number | null;
  /** 同口径增速. */
  readonly investmentGrowth: number;
  readonly investmentTarget: number | null;
  readonly addedValue: number;
  /** 可比价增速. */
  readonly addedValueGrowth: number;
  readonly addedValueTarget: number | null;
  readonly transition: number | null;
  readonly transitionTarget: number | null;
}

const zone = (
  label: string,
  [investment, investmentPrior]: readonly [number, number],
  [addedValue, addedValueGrowth]: readonly [number, number],
  transition: number,
  targets: Partial<Pick<Line, "investmentTarget" | "addedValueTarget" | "transitionTarget">> = {}
): ZoneRow<Line> => ({
  label,
  kind: "zone",
  data: {
    investment,
    investmentPrior,
    investmentGrowth: growth(investment, investmentPrior),
    addedValue,
    addedValueGrowth,
    transition,
    investmentTarget: 17,
    addedValueTarget: 16,
    transitionTarget: 82,
    ...targets,
  },
});

const ZONES: readonly ZoneRow<Line>[] = [
  zone("运城开发区", [21.35, 17.92], [41.27, 18.26], 18.47, { transitionTarget: 88 }),
  zone("盐湖高新区", [12.48, 16.03], [22.36, 14.12], 11.83),
  zone("河津开发区", [14.26, 12.25], [58.43, 15.0], 13.62, {
    investmentTarget: 16,
    addedValueTarget: 15,
  }),
  zone("永济开发区", [8.86, 12.27], [19.74, 9.68], 8.12),
  zone("闻喜开发区", [13.07, 18.64], [37.92, 16.0], 12.11),
  zone("新绛开发区", [10.92, 9.18], [24.18, 20.34], 10.25),
  zone("稷山开发区", [9.41, 13.62], [18.65, 11.27], 7.52),
  zone("垣曲开发区", [7.38, 12.76], [11.53, 6.91], 7.38),
  zone("绛县开发区", [6.15, 10.74], [9.47, 4.18], 5.73),
  zone("风陵渡开发区", [5.36, 9.68], [7.51, -2.35], 5.16),
];

const TOTAL: ZoneRow<Line> = {
  label: "合计",
  kind: "total",
  data: {
    investment: 109.24,
    investmentPrior: 133.09,
    investmentGrowth: -17.92,
    investmentTarget: 17,
    addedValue: 251.06,
    addedValueGrowth: 13.97,
    addedValueTarget: 16,
    transition: 100.19,
    transitionTarget: 82,
  },
};

const CITY: ZoneRow<Line> = {
  label: "全市",
  kind: "reference",
  data: {
    investment: 177.53,
    investmentPrior: 192.55,
    investmentGrowth: -7.8,
    investmentTarget: null,
    addedValue: 360.4,
    addedValueGrowth: 4.6,
    addedValueTarget: null,
    transition: null,
    transitionTarget: null,
  },
};

const PROVINCE: ZoneRow<Line> = {
  label: "全省开发区",
  kind: "reference",
  data: {
    investment: null,
    investmentPrior: null,
    investmentGrowth: -18.3,
    investmentTarget: null,
    addedValue: 1887.8,
    addedValueGrowth: 10.4,
    addedValueTarget: null,
    transition: null,
    transitionTarget: null,
  },
};

const ROWS = [...ZONES, TOTAL, CITY, PROVINCE];
const FIRST = "运城开发区";
const LAST = "风陵渡开发区";

/** A figure, or the dash of "none". */
const orDash = (value: number | null): SampleValue => value ?? "-";
const isMember = (row: ZoneRow<Line>) => row.kind !== "reference";
/** A reference row prints its growth with the one place it was published with. */
const oneDecimalForReferences = (row: ZoneRow<Line>) =>
  row.kind === "reference" ? "0.0" : undefined;

const investmentColumns: readonly ZoneColumn<Line>[] = [
  { key: "investment", name: "完成", format: "0.00", value: (line) => orDash(line.investment) },
  {
    key: "investmentPrior",
    name: "上年同期",
    format: "0.00",
    value: (line, { row, run }) =>
      row.kind === "total"
        ? { formula: `SUM(${run("investmentPrior", FIRST, LAST)})`, result: 133.09 }
        : orDash(line.investmentPrior),
  },
  {
    key: "investmentGrowth",
    name: "同比±%",
    format: "0.00",
    value: (line) => line.investmentGrowth,
    formatOf: oneDecimalForReferences,
  },
  {
    key: "investmentShare",
    name: "占全市%",
    format: "0.00",
    value: (line, { row, cell, fixed }) =>
      isMember(row) && line.investment !== null
        ? {
            formula: `ROUND(${cell("investment")}/${fixed("investment", "全市")}*100,2)`,
            result: share(line.investment, 177.53),
          }
        : "-",
  },
  {
    key: "investmentRank",
    name: "增速位次",
    format: "0",
    value: (line, { row }) =>
      row.kind === "zone"
        ? rankOf(
            line.investmentGrowth,
            ZONES.map((other) => other.data.investmentGrowth)
          )
        : "-",
  },
  {
    key: "investmentTarget",
    name: "省定目标%",
    format: "0",
    value: (line) => orDash(line.investmentTarget),
  },
  {
    key: "investmentVerdict",
    name: "是否达标",
    format: "@",
    value: (line) =>
      line.investmentTarget === null ? "-" : verdict(line.investmentGrowth, line.investmentTarget),
  },
];

const addedValueColumns: readonly ZoneColumn<Line>[] = [
  {
    key: "addedValue",
    name: "完成",
    format: "0.00",
    value: (line, { row, run }) =>
      row.kind === "total"
        ? { formula: `SUM(${run("addedValue", FIRST, LAST)})`, result: 251.06 }
        : line.addedValue,
  },
  {
    key: "addedValueGrowth",
    name: "同比±%",
    format: "0.00",
    value: (line) => line.addedValueGrowth,
    formatOf: oneDecimalForReferences,
  },
  {
    key: "addedValueShare",
    name: "占全市%",
    format: "0.00",
    value: (line, { row }) => (isMember(row) ? share(line.addedValue, 360.4) : "-"),
  },
  {
    key: "addedValueProvinceShare",
    name: "占全省开发区%",
    format: "0.0",
    width: 10,
    value: (line, { row }) => (isMember(row) ? share(line.addedValue, 1887.8, 1) : "-"),
  },
  {
    key: "addedValueRank",
    name: "增速位次",
    format: "0",
    value: (line, { row }) =>
      row.kind === "zone"
        ? rankOf(
            line.addedValueGrowth,
            ZONES.map((other) => other.data.addedValueGrowth)
          )
        : "-",
  },
  {
    key: "addedValueDifference",
    name: "比全市±(百分点)",
    format: "0.0",
    width: 11,
    value: (line, { row }) => (isMember(row) ? difference(line.addedValueGrowth, 4.6, 1) : "-"),
  },
  {
    key: "addedValueTarget",
    name: "省定目标%",
    format: "0",
    value: (line) => orDash(line.addedValueTarget),
  },
  {
    key: "addedValueVerdict",
    name: "是否达标",
    format: "@",
    value: (line) =>
      line.addedValueTarget === null ? "-" : verdict(line.addedValueGrowth, line.addedValueTarget),
  },
];

const transitionColumns: readonly ZoneColumn<Line>[] = [
  { key: "transition", name: "完成", format: "0.00", value: (line) => orDash(line.transition) },
  {
    key: "transitionShare",
    name: "占工业投资%",
    format: "0.00",
    width: 10,
    value: (line) =>
      line.transition === null || line.investment === null
        ? "-"
        : share(line.transition, line.investment),
  },
  {
    key: "transitionTarget",
    name: "省定目标%",
    format: "0",
    value: (line) => orDash(line.transitionTarget),
  },
  {
    key: "transitionVerdict",
    name: "是否达标",
    format: "@",
    value: (line) =>
      line.transition === null || line.investment === null || line.transitionTarget === null
        ? "-"
        : verdict(share(line.transition, line.investment), line.transitionTarget),
  },
];

function economicSheet(): SampleSheet {
  return buildZoneForm({
    sheet: "经济指标",
    annex: "附件2",
    title: "运城市开发区2023年1-6月主要经济指标完成情况表",
    reporter: REPORTER,
    units: "亿元、%",
    groups: [
      { name: "工业投资", columns: investmentColumns },
      { name: "规上工业增加值", columns: addedValueColumns },
      { name: "转型项目当年完成投资", columns: transitionColumns },
    ],
    rows: ROWS,
    foot: {
      notes: [
        `注:1.${MADE_UP}`,
        "2.工业投资增速按同口径计算,规上工业增加值增速按可比价格计算;“-”为未设置目标或无此项。",
        "3.省定目标:工业投资增速河津开发区16%、其余开发区17%;规上工业增加值增速河津开发区15%、其余开发区16%;转型项目投资占比运城开发区88%、其余开发区82%。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

interface FarmLine {
  readonly industry: number;
  readonly industryTarget: number | null;
  readonly fixed: number;
  readonly fixedGrowth: number;
  readonly coverage: number;
}

function farmSheet(): SampleSheet {
  const rows: readonly ZoneRow<FarmLine>[] = [
    {
      label: "万荣农业示范区",
      kind: "zone",
      data: { industry: 4.93, industryTarget: 2, fixed: 8.11, fixedGrowth: -5.47, coverage: 72.6 },
    },
    {
      label: "临猗农业示范区",
      kind: "zone",
      data: { industry: 3.62, industryTarget: 2, fixed: 6.12, fixedGrowth: -13.15, coverage: 67.3 },
    },
    {
      label: "合计",
      kind: "total",
      data: {
        industry: 8.55,
        industryTarget: null,
        fixed: 14.23,
        fixedGrowth: -8.94,
        coverage: 70.2,
      },
    },
  ];
  const FARM_FIRST = "万荣农业示范区";
  const FARM_LAST = "临猗农业示范区";
  return buildZoneForm({
    sheet: "农业示范区",
    annex: "附件3",
    title: "运城市农业示范区2023年1-6月主要指标完成情况表",
    reporter: REPORTER,
    units: "亿元、%",
    groups: [
      {
        name: "产业当年完成投资",
        columns: [
          {
            key: "industry",
            name: "完成",
            format: "0.00",
            value: (line, { row, run }) =>
              row.kind === "total"
                ? {
                    formula: `SUM(${run("industry", FARM_FIRST, FARM_LAST)})`,
                    result: line.industry,
                  }
                : line.industry,
          },
          {
            key: "industryTarget",
            name: "省定序时目标",
            format: "0.00",
            width: 13,
            value: (line) => orDash(line.industryTarget),
          },
          {
            key: "industryVerdict",
            name: "是否达标",
            format: "@",
            width: 10,
            value: (line) =>
              line.industryTarget === null ? "-" : verdict(line.industry, line.industryTarget),
          },
        ],
      },
      {
        name: "固定资产投资",
        columns: [
          { key: "fixed", name: "完成", format: "0.00", value: (line) => line.fixed },
          { key: "fixedGrowth", name: "同比±%", format: "0.00", value: (line) => line.fixedGrowth },
          { key: "fixedTarget", name: "省初定目标%", format: "0", width: 12, value: () => 18 },
          {
            key: "fixedVerdict",
            name: "是否达标",
            format: "@",
            width: 10,
            value: (line) => verdict(line.fixedGrowth, 18),
          },
        ],
      },
      {
        name: "绿色有机农产品覆盖率",
        columns: [
          { key: "coverage", name: "完成%", format: "0.0", value: (line) => line.coverage },
          { key: "coverageTarget", name: "省初定目标%", format: "0", width: 12, value: () => 48 },
          {
            key: "coverageVerdict",
            name: "是否达标",
            format: "@",
            width: 10,
            value: (line) => verdict(line.coverage, 48),
          },
        ],
      },
    ],
    rows,
    foot: {
      notes: [
        "注:1.各示范区分项为示意数据,合计行为运城市2023年上半年通报数。",
        "2.产业当年完成投资省定序时进度为每个示范区2亿元;固定资产投资增速按同口径计算。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

/** Projects of each batch and, of these, of strategic emerging industries (战新). */
type Batches = readonly [
  signed: number,
  signedNew: number,
  started: number,
  startedNew: number,
  inProduction: number,
  inProductionNew: number,
];

function batchesSheet(): SampleSheet {
  const line = (label: string, kind: "zone" | "total", data: Batches): ZoneRow<Batches> => ({
    label,
    kind,
    data,
  });
  const rows = [
    line("运城开发区", "zone", [18, 14, 17, 12, 14, 11]),
    line("盐湖高新区", "zone", [13, 10, 13, 9, 10, 8]),
    line("河津开发区", "zone", [15, 12, 15, 11, 12, 9]),
    line("永济开发区", "zone", [12, 9, 11, 8, 9, 7]),
    line("闻喜开发区", "zone", [13, 10, 13, 9, 11, 8]),
    line("新绛开发区", "zone", [10, 8, 10, 7, 8, 6]),
    line("稷山开发区", "zone", [9, 7, 9, 6, 8, 6]),
    line("垣曲开发区", "zone", [8, 6, 8, 5, 7, 5]),
    line("绛县开发区", "zone", [8, 5, 8, 5, 6, 4]),
    line("风陵渡开发区", "zone", [6, 4, 6, 4, 4, 3]),
    line("工业类小计", "total", [112, 85, 110, 76, 89, 67]),
    line("万荣农业示范区", "zone", [4, 3, 4, 3, 4, 2]),
    line("临猗农业示范区", "zone", [4, 2, 4, 2, 3, 2]),
    line("农业示范区小计", "total", [8, 5, 8, 5, 7, 4]),
    line("合计", "total", [120, 90, 118, 81, 96, 71]),
  ];
  const count = (key: string, name: string, at: number): ZoneColumn<Batches> => ({
    key,
    name,
    format: "0",
    width: 11,
    value: (data, { row, cells }) => {
      const result = data[at] ?? 0;
      if (row.label !== "合计") return result;
      return { formula: cells(key, ["工业类小计", "农业示范区小计"]).join("+"), result };
    },
  });
  const group = (name: string, key: string, at: number) => ({
    name,
    columns: [
      count(key, "个数", at),
      count(`${key}New`, "其中:战新项目", at + 1),
      {
        key: `${key}Share`,
        name: "战新占比%",
        format: "0",
        width: 11,
        value: (data: Batches) => share(data[at + 1] ?? 0, data[at] ?? 1, 0),
      },
    ],
  });
  return buildZoneForm({
    sheet: "三个一批",
    annex: "附件4",
    title: "运城市开发区2023年上半年“三个一批”活动项目情况表",
    reporter: REPORTER,
    units: "个、%",
    groups: [
      group("签约一批", "signed", 0),
      group("开工一批", "started", 2),
      group("投产一批", "inProduction", 4),
    ],
    rows,
    foot: {
      notes: [
        "注:1.项目数为今年两次“三个一批”活动累计数。",
        "2.各开发区分项为示意数据,合计行的战新项目数及占比为运城市2023年上半年通报数。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

function hejinSheet(): SampleSheet {
  const row = (
    name: string,
    unit: string,
    code: string,
    level: string,
    [current, prior]: readonly [number, number | null],
    rates: {
      readonly growth?: SampleValue;
      readonly share?: SampleValue;
      readonly target?: number;
      readonly verdict?: string;
    } = {}
  ) => ({
    level,
    cells: [
      name,
      unit,
      code,
      current,
      prior ?? "-",
      rates.growth ?? (prior === null ? "-" : growth(current, prior)),
      rates.share ?? "-",
      rates.target ?? "-",
      rates.verdict ?? "-",
    ] as const,
  });
  return buildIndicatorForm({
    sheet: "河津开发区",
    annex: "附表1",
    title: "河津经济技术开发区2023年1-6月主要指标完成情况表",
    reporter: "河津经济技术开发区管理委员会",
    units: "见计量单位栏",
    header: [
      "指标名称",
      "计量单位",
      "代码",
      "本期",
      "上年同期",
      "同比(%)",
      "占全市(%)",
      "省定目标(%)",
      "是否达标",
    ],
    numbering: ["甲", "乙", "丙", 1, 2, 3, 4, 5, 6],
    kinds: ["text", "text", "level", "level", "rate", "rate", "rate", "text"],
    rows: [
      row("工业投资", "亿元", "01", "0.00", [14.26, 12.25], {
        share: share(14.26, 177.53),
        target: 16,
        verdict: "达到",
      }),
      row("　其中:转型项目当年完成投资", "亿元", "02", "0.00", [13.62, null]),
      row("固定资产投资", "亿元", "03", "0.00", [17.85, 15.62]),
      row("规上工业增加值", "亿元", "04", "0.00", [58.43, null], {
        growth: 15,
        share: share(58.43, 360.4),
        target: 15,
        verdict: "达到",
      }),
      row("规上工业企业", "户", "05", "0", [46, 41]),
      row("新增市场主体", "户", "06", "0", [812, 735]),
      row("一般公共预算收入", "万元", "07", "0", [68412, 62105]),
      row("招商引资到位资金", "亿元", "08", "0.00", [9.73, 8.95]),
      row("标准化厂房在建面积", "万平方米", "09", "0.00", [6.5, null]),
    ],
    widths: [28, 10, 7, 11, 11, 10, 10, 12, 10],
    foot: {
      notes: [
        "注:1.除标准化厂房在建面积外均为示意数据。",
        "2.工业投资、固定资产投资增速按同口径计算,规上工业增加值增速按可比价格计算;“-”为未设置目标或无此项。",
      ],
      reportedOn: REPORTED_ON,
    },
  });
}

/** The clean workbook. */
export function yuncheng(): SampleBook {
  return {
    file: "yuncheng-2023-h1.xlsx",
    sheets: [economicSheet(), farmSheet(), batchesSheet(), hejinSheet(), rulesSheet()],
  };
}
