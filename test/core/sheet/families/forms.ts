import { roundTo } from "../../../../src/core/index.ts";
import { createDraw, type Draw } from "./draw.ts";
import { createSheet, type MadeBook, type Printed } from "./laid-out.ts";
import { fixed } from "./made-city.ts";

/** Forms whose numbers are of another kind than a city's levels and growths. */
export const FORMS: readonly (readonly [string, (seed: number) => MadeBook])[] = [
  ["months across", (seed) => monthsAcross(createDraw(seed))],
  ["two tables side by side", (seed) => sideBySide(createDraw(seed))],
  ["a plan sheet", (seed) => planSheet(createDraw(seed))],
  ["three batches of projects", (seed) => threeBatches(createDraw(seed))],
  ["a list of problems", (seed) => problems(createDraw(seed))],
  ["a list of projects", (seed) => projects(createDraw(seed))],
  ["a month beside the months so far", (seed) => monthBeside(createDraw(seed))],
];

type Derived = MadeBook["derived"][number];
const NAMES = ["河津", "永济", "闻喜", "盐湖", "绛县", "稷山", "风陵渡", "新绛"];

function zonesFor(draw: Draw): readonly string[] {
  const suffix = draw.oneOf(["开发区", "经开区", "经济技术开发区"]);
  return draw.some(NAMES, 5, 8).map((name) => name + suffix);
}

function keyOf(label: string): string {
  return label.replace(/(?:开发区|经开区|经济技术开发区)$/u, "");
}

function slip(at: Printed | undefined, value: number): readonly Derived[] {
  return at === undefined ? [] : [{ at, slip: value }];
}

function total(list: readonly number[]): number {
  return list.reduce((sum, value) => sum + value, 0);
}

function bookOf(sheet: ReturnType<typeof createSheet>, derived: readonly Derived[]): MadeBook {
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived };
}

function monthsAcross(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  const zones = zonesFor(draw);
  const months = [2, 3, 4, 5, 6];
  const word = draw.oneOf(["完成", "累计完成", "绝对量"]);
  const growthWord = draw.oneOf(["增速", "同比%", "同比增长(%)"]);
  const indicator = draw.oneOf(["工业投资", "税收收入"]);
  const id = indicator === "工业投资" ? "industrial-investment" : "tax-revenue";
  const head = draw.oneOf(["plain", "misread"]);
  sheet.put(0, 0, `2023年1-6月各开发区${indicator}完成情况`);
  sheet.put(1, 0, "单位：亿元、%");
  sheet.put(2, 0, "开发区");
  months.forEach((month, m) => {
    // 1-6 typed and made the date 6 January.
    const cell = head === "plain" ? `1-${month}月` : { v: 44927 + month - 1, nf: 'm"月"d"日"' };
    sheet.put(2, 1 + 2 * m, cell);
    sheet.put(3, 1 + 2 * m, word);
    sheet.put(3, 2 + 2 * m, growthWord);
  });
  const flows = zones.map(() => months.map(() => draw.between(3, 20)));
  const rates = zones.map(() => months.map(() => draw.between(-10, 20)));
  const derived: Derived[] = [];
  [...zones, "合计"].forEach((zone, z) => {
    const at = 4 + z;
    sheet.put(at, 0, zone);
    const isTotal = z === zones.length;
    months.forEach((month, m) => {
      const upTo = (flow: readonly number[]): number => total(flow.slice(0, m + 1));
      const value = isTotal ? total(flows.map(upTo)) : upTo(flows[z] ?? []);
      const own = rates.map((line) => line[m] ?? 0);
      const rate = isTotal
        ? draw.between(Math.min(...own) + 0.1, Math.max(...own) - 0.1)
        : (own[z] ?? 0);
      const name = isTotal ? "合计" : keyOf(zone);
      const cell = sheet.put(at, 1 + 2 * m, fixed(value, 2), `${name}|${id}|actual:${month}`);
      if (isTotal) derived.push(...slip(cell, value * 1.4));
      sheet.put(at, 2 + 2 * m, fixed(rate, 1), `${name}|${id}|growth:${month}`);
    });
  });
  return bookOf(sheet, derived);
}

function sideBySide(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  const zones = zonesFor(draw);
  const half = Math.ceil(zones.length / 2);
  const gap = draw.whole(0, 1);
  sheet.put(0, 0, "2023年1-6月各开发区税收收入情况（亿元）");
  const heads = ["开发区", "完成", "上年同期", "同比%"];
  const derived: Derived[] = [];
  [zones.slice(0, half), zones.slice(half)].forEach((part, p) => {
    const left = p * (heads.length + gap);
    heads.forEach((word, c) => sheet.put(1, left + c, word));
    part.forEach((zone, z) => {
      const before = draw.between(10, 80);
      const now = before * draw.between(0.8, 1.3);
      sheet.put(2 + z, left, zone);
      const name = keyOf(zone);
      sheet.put(2 + z, left + 1, fixed(now, 2), `${name}|tax-revenue|actual`);
      sheet.put(2 + z, left + 2, fixed(before, 2), `${name}|tax-revenue|prior`);
      const growth = (now / before - 1) * 100;
      const cell = sheet.put(2 + z, left + 3, fixed(growth, 1), `${name}|tax-revenue|growth`);
      derived.push(...slip(cell, growth + 21.4));
    });
  });
  return bookOf(sheet, derived);
}

function planSheet(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  const zones = zonesFor(draw);
  const id = "industrial-investment";
  sheet.put(0, 0, "2023年1-6月工业投资计划执行情况");
  sheet.put(1, 0, "单位：亿元");
  const words = [
    draw.oneOf(["年度目标", "年度计划", "全年任务"]),
    draw.oneOf(["1-6月完成", "累计完成", "完成"]),
    draw.oneOf(["完成率%", "完成年度目标%", "占年度计划(%)"]),
    draw.oneOf(["序时进度%", "时间进度（%）"]),
    draw.oneOf(["超(欠)进度(百分点)", "超欠序时（百分点）"]),
  ];
  ["开发区", ...words].forEach((word, c) => sheet.put(2, c, word));
  const plans = zones.map(() => roundTo(draw.between(20, 90), 1));
  const done = plans.map((plan) => roundTo(plan * draw.between(0.35, 0.7), 2));
  const derived: Derived[] = [];
  [...zones, "合计"].forEach((zone, z) => {
    const isTotal = z === zones.length;
    const plan = isTotal ? roundTo(total(plans), 1) : (plans[z] ?? 1);
    const value = isTotal ? roundTo(total(done), 2) : (done[z] ?? 1);
    const name = isTotal ? "合计" : keyOf(zone);
    const rate = roundTo((value / plan) * 100, 1);
    const at = 3 + z;
    sheet.put(at, 0, zone);
    sheet.put(at, 1, fixed(plan, 1), `${name}|${id}|target`);
    const sum = sheet.put(at, 2, fixed(value, 2), `${name}|${id}|actual`);
    if (isTotal) derived.push(...slip(sum, value * 1.5));
    derived.push(...slip(sheet.put(at, 3, fixed(rate, 1), `${name}|${id}|attainment`), rate + 13));
    sheet.put(at, 4, 50, `${name}|${id}|pace`);
    const ahead = sheet.put(at, 5, fixed(rate - 50, 1), `${name}|${id}|pace-difference`);
    derived.push(...slip(ahead, rate - 50 + 8.3));
  });
  return bookOf(sheet, derived);
}

function threeBatches(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  const zones = zonesFor(draw);
  sheet.put(0, 0, "2023年上半年“三个一批”项目情况");
  const stages = [
    {
      head: "签约一批",
      part: "已开工(个)",
      rate: "开工率(%)",
      id: "signed-projects",
      of: "starting-rate",
    },
    {
      head: "开工一批",
      part: "已投产(个)",
      rate: "投产率(%)",
      id: "started-projects",
      of: "producing-rate",
    },
  ];
  sheet.put(1, 0, "开发区");
  stages.forEach(({ head, part, rate }, s) => {
    sheet.put(1, 1 + 3 * s, head);
    [draw.oneOf(["个数", "项目个数(个)"]), part, rate].forEach((word, c) =>
      sheet.put(2, 1 + 3 * s + c, word)
    );
  });
  const counts = zones.map(() =>
    stages.map(() => {
      const all = draw.whole(5, 30);
      return { all, done: draw.whole(1, all) };
    })
  );
  const derived: Derived[] = [];
  [...zones, "合计"].forEach((zone, z) => {
    const isTotal = z === zones.length;
    const name = isTotal ? "合计" : keyOf(zone);
    sheet.put(3 + z, 0, zone);
    stages.forEach(({ id, of }, s) => {
      const list = counts.map((line) => line[s] ?? { all: 1, done: 1 });
      const all = isTotal ? total(list.map((one) => one.all)) : (list[z]?.all ?? 1);
      const part = isTotal ? total(list.map((one) => one.done)) : (list[z]?.done ?? 1);
      const at = 1 + 3 * s;
      const sum = sheet.put(3 + z, at, all, `${name}|${id}|actual`);
      if (isTotal) derived.push(...slip(sum, all + 7));
      sheet.put(3 + z, at + 1, part, `${name}|${id}|done`);
      const rate = (part / all) * 100;
      const cell = sheet.put(3 + z, at + 2, fixed(rate, 1), `${name}|${of}|rate`);
      derived.push(...slip(cell, rate > 50 ? rate - 11.7 : rate + 11.7));
    });
  });
  return bookOf(sheet, derived);
}

function problems(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  sheet.put(0, 0, "2023年6月河津经济技术开发区问题整改情况");
  const words = [
    draw.oneOf(["总数", "问题总数", "总数(个)"]),
    draw.oneOf(["完成", "已完成", "完成整改"]),
    draw.oneOf(["剩余", "未完成"]),
    draw.oneOf(["完成率(%)", "完成率%"]),
  ];
  [draw.oneOf(["问题类别", "事项"]), ...words].forEach((word, c) => sheet.put(1, c, word));
  const kinds = [
    ["巡察整改事项", "inspection-items"],
    ["专项审计问题", "special-audit-problems"],
    ["专项整治问题", "rectification-problems"],
  ];
  const derived: Derived[] = [];
  kinds.forEach(([kind = ""], k) => {
    const all = draw.whole(12, 60);
    const done = draw.whole(5, all);
    sheet.put(2 + k, 0, kind);
    sheet.put(2 + k, 1, all);
    sheet.put(2 + k, 2, done);
    const left = sheet.put(2 + k, 3, all - done, "left");
    sheet.put(2 + k, 4, fixed((done / all) * 100, 1));
    derived.push(...slip(left, all - done + 4));
  });
  return { sheets: [sheet.sheet()], printed: [], derived };
}

function projects(draw: Draw): MadeBook {
  const sheet = createSheet("项目");
  const zones = zonesFor(draw).slice(0, 3);
  sheet.put(0, 0, "2023年1-6月重点项目进展情况表");
  sheet.put(1, 0, "单位：万元");
  const heads = [
    "序号",
    "开发区",
    "项目名称",
    "总投资",
    "年度计划",
    "本月完成",
    "累计完成",
    "占年计划%",
  ];
  heads.forEach((word, c) => sheet.put(2, c, word));
  const list = zones.flatMap((zone) =>
    Array.from({ length: draw.whole(1, 4) }, (_, n) => {
      const size = draw.whole(200, 900) * 100;
      const plan = Math.round(size * draw.between(0.2, 0.5));
      const done = Math.round(plan * draw.between(0.3, 0.8));
      const month = Math.round(done * draw.between(0.1, 0.3));
      return {
        zone,
        name: `${"甲乙丙丁"[n] ?? "戊"}号厂房建设项目`,
        isFirst: n === 0,
        values: [size, plan, month, done],
      };
    })
  );
  const measures = ["size", "target", "actual-month", "actual"];
  const derived: Derived[] = [];
  const rate = (values: readonly number[]): number => ((values[3] ?? 0) / (values[1] ?? 1)) * 100;
  const isOnTop = draw.chance(0.5);
  const sums = measures.map((_, m) => total(list.map(({ values }) => values[m] ?? 0)));
  const sumRow = isOnTop ? 3 : 3 + list.length;
  sheet.put(sumRow, 1, "合计");
  sums.forEach((sum, m) => derived.push(...slip(sheet.put(sumRow, 3 + m, sum, "sum"), sum * 1.5)));
  sheet.put(sumRow, 7, fixed(rate(sums), 1));
  list.forEach(({ zone, name, isFirst, values }, p) => {
    const at = 3 + p + (isOnTop ? 1 : 0);
    sheet.put(at, 0, p + 1);
    if (isFirst) sheet.put(at, 1, zone);
    sheet.put(at, 2, name);
    values.forEach((value, m) => sheet.put(at, 3 + m, value));
    derived.push(...slip(sheet.put(at, 7, fixed(rate(values), 1), "rate"), rate(values) + 14));
  });
  return { sheets: [sheet.sheet()], printed: [], derived };
}

function monthBeside(draw: Draw): MadeBook {
  const sheet = createSheet("Sheet1");
  const zones = zonesFor(draw);
  const id = "tax-revenue";
  sheet.put(0, 0, "2023年6月各开发区税收收入情况");
  sheet.put(1, 0, "单位：亿元、%");
  const words = draw.oneOf([
    [
      "本月",
      "上年同月",
      "本月比上年同月增长(%)",
      "本月止累计",
      "上年同期累计",
      "累计比上年同期增长(%)",
    ],
    ["当月完成", "去年同月", "当月同比%", "累计完成", "去年同期累计", "累计同比%"],
  ]);
  ["开发区", ...words].forEach((word, c) => sheet.put(2, c, word));
  const names = ["actual-month", "prior-month", "growth-month", "actual", "prior", "growth"];
  const levels = zones.map(() => {
    const prior = draw.between(10, 60);
    const now = prior * draw.between(0.8, 1.3);
    const priorMonth = prior * draw.between(0.12, 0.2);
    return [priorMonth * draw.between(0.85, 1.2), priorMonth, now, prior];
  });
  const derived: Derived[] = [];
  [...zones, "合计"].forEach((zone, z) => {
    const isTotal = z === zones.length;
    const own = isTotal
      ? [0, 1, 2, 3].map((part) => total(levels.map((line) => line[part] ?? 0)))
      : (levels[z] ?? []);
    const [month = 0, priorMonth = 1, now = 0, prior = 1] = own;
    const values = [
      month,
      priorMonth,
      (month / priorMonth - 1) * 100,
      now,
      prior,
      (now / prior - 1) * 100,
    ];
    const name = isTotal ? "合计" : keyOf(zone);
    sheet.put(3 + z, 0, zone);
    values.forEach((value, v) => {
      const isRate = v === 2 || v === 5;
      const cell = sheet.put(
        3 + z,
        1 + v,
        fixed(value, isRate ? 1 : 2),
        `${name}|${id}|${names[v] ?? ""}`
      );
      if (isRate) derived.push(...slip(cell, value + 19.6));
      else if (isTotal) derived.push(...slip(cell, value * 1.6));
    });
  });
  return bookOf(sheet, derived);
}
