import type { Sheet } from "../../../src/core/index.ts";
import { sheetOf } from "../../support/grid.ts";
import type { GridCell } from "../../support/grid.ts";

/** Clean forms, one for each kind of test whose flag goes with its cells. Rows of zones begin at FIRST_ROW. */
export interface Form {
  readonly grid: readonly (readonly GridCell[])[];
  /** The column whose flags are looked at. */
  readonly claim: number;
  /** Columns that may be edited. */
  readonly columns: readonly number[];
  /** The rows that may be edited. */
  readonly rows: readonly number[];
}

/** Random numbers between 0 and 1, one after the other. */
export type Draw = () => number;

export const ZONES = [
  "运城",
  "河津",
  "永济",
  "闻喜",
  "新绛",
  "稷山",
  "垣曲",
  "绛县",
  "芮城",
  "平陆",
  "夏县",
  "万荣",
].map((name) => `${name}经济技术开发区`);
export const FIRST_ROW = 3;
const ROWS = ZONES.map((_, index) => FIRST_ROW + index);

function integer(draw: Draw, low: number, high: number): number {
  return low + Math.floor(draw() * (high - low + 1));
}

function amount(draw: Draw, low: number, high: number, decimals: number): number {
  return round(low + draw() * (high - low), decimals);
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

interface Head {
  readonly period: string;
  readonly unit: string;
  readonly columns: readonly string[];
}

/** Every number of a column with the digits of its longest: 70 beside 52.4 is 70.0. */
function gridOf(head: Head, rows: readonly (readonly GridCell[])[]): Form["grid"] {
  const most = head.columns.map((_, column) =>
    Math.max(0, ...rows.map((row) => decimalsOf(row[column + 1] ?? null)))
  );
  const shown = rows.map((row) =>
    row.map((cell, column): GridCell => {
      const decimals = most[column - 1] ?? 0;
      return typeof cell === "number" && decimals > 0
        ? { v: cell, nf: `0.${"0".repeat(decimals)}` }
        : cell;
    })
  );
  return [
    [`运城市开发区${head.period}主要指标完成情况`],
    [`单位:${head.unit}`],
    ["开发区", ...head.columns],
    ...shown,
  ];
}

function decimalsOf(cell: GridCell): number {
  return typeof cell === "number" ? (String(cell).split(".")[1]?.length ?? 0) : 0;
}

const zoneRows = (make: (index: number) => readonly GridCell[]): readonly GridCell[][] =>
  ZONES.map((zone, index) => [zone, ...make(index)]);

/** Places in one of the ways offices count them: 1 2 2 4 · 1 2 2 3 · 1 2 3 4. */
export function placesOf(
  values: readonly number[],
  way: "shared" | "dense" | "in-order"
): readonly number[] {
  return values.map((value, index) => {
    const ahead = values.filter((other) => other > value);
    if (way === "dense") return new Set(ahead).size + 1;
    const before = values.slice(0, index).filter((other) => other === value).length;
    return ahead.length + 1 + (way === "in-order" ? before : 0);
  });
}

export function rankForm(draw: Draw, period: string): Form {
  const way = (["shared", "dense", "in-order"] as const)[integer(draw, 0, 2)] ?? "shared";
  const isPercent = draw() < 0.5;
  const values = ZONES.map(() => integer(draw, -40, 60) / (draw() < 0.5 ? 1 : 10));
  const places = placesOf(values, way);
  return {
    grid: gridOf(
      { period, unit: "亿元、%", columns: ["工业投资", "增速(%)", "增速位次"] },
      zoneRows((index) => [
        amount(draw, 5, 90, 2),
        isPercent ? { v: (values[index] ?? 0) / 100, nf: "0.0%" } : (values[index] ?? 0),
        places[index] ?? 0,
      ])
    ),
    claim: 3,
    columns: [2, 3],
    rows: ROWS,
  };
}

export function rateForm(draw: Draw, period: string): Form {
  const rows = zoneRows(() => {
    const whole = integer(draw, 8, 60);
    const part = integer(draw, 1, whole);
    return [whole, part, round((part / whole) * 100, 1)];
  });
  return {
    grid: gridOf(
      { period, unit: "个、%", columns: ["应开工项目数(个)", "已开工项目数(个)", "开工率(%)"] },
      rows
    ),
    claim: 3,
    columns: [1, 2, 3],
    rows: ROWS,
  };
}

export function orderForm(draw: Draw, period: string): Form {
  const rows = zoneRows(() => {
    const whole = integer(draw, 8, 60);
    const done = integer(draw, 1, whole);
    return [whole, done, whole - done];
  });
  return {
    grid: gridOf(
      {
        period,
        unit: "个",
        columns: ["应开工项目数(个)", "已开工项目数(个)", "未开工项目数(个)"],
      },
      rows
    ),
    claim: 2,
    columns: [1, 2],
    rows: ROWS,
  };
}

export function remainderForm(draw: Draw, period: string): Form {
  return { ...orderForm(draw, period), claim: 3, columns: [3] };
}

export function paceForm(draw: Draw, period: string): Form {
  return {
    grid: gridOf(
      { period, unit: "亩", columns: ["标准地出让面积", "标准地出让面积年度目标"] },
      zoneRows(() => {
        const target = integer(draw, 100, 900);
        return [amount(draw, target * 0.3, target * 0.9, 1), target];
      })
    ),
    claim: 1,
    columns: [1, 2],
    rows: ROWS,
  };
}

export function cumulativeForm(draw: Draw, year: string): Form {
  return {
    grid: gridOf(
      { period: year, unit: "亿元", columns: ["1-4月", "1-5月", "1-6月"] },
      zoneRows(() => {
        const first = amount(draw, 5, 90, 2);
        const second = round(first + amount(draw, 1, 20, 2), 2);
        return [first, second, round(second + amount(draw, 1, 20, 2), 2)];
      })
    ).map((row, index) => (index === 0 ? [`运城市开发区${year}工业投资完成情况`] : row)),
    claim: 3,
    columns: [3],
    rows: ROWS,
  };
}

export function wholeNumberForm(draw: Draw, period: string): Form {
  return {
    grid: gridOf(
      { period, unit: "户、%", columns: ["规上工业企业户数(户)", "规上工业企业占比(%)"] },
      zoneRows(() => {
        const whole = integer(draw, 8, 40);
        const part = integer(draw, 1, whole);
        return [part, round((part / whole) * 100, 1)];
      })
    ),
    claim: 2,
    columns: [1, 2],
    rows: ROWS,
  };
}

export function restForm(draw: Draw, period: string): Form {
  const zones = ZONES.map(() => {
    const before = amount(draw, 20, 90, 2);
    return { before, now: round(before * (0.9 + draw() * 0.4), 2) };
  });
  const sum = (key: "before" | "now"): number =>
    round(
      zones.reduce((all, zone) => all + zone[key], 0),
      2
    );
  const isPrinted = draw() < 0.5;
  const line = (label: string, now: number, before: number): GridCell[] => [
    label,
    now,
    before,
    ...(isPrinted ? [round((now / before - 1) * 100, 2)] : []),
  ];
  const total = { now: sum("now"), before: sum("before") };
  const rest = { before: total.before * (0.4 + draw()), grown: 0.8 + draw() * 0.5 };
  const city = {
    now: round(total.now + rest.before * rest.grown, 2),
    before: round(total.before + rest.before, 2),
  };
  return {
    grid: gridOf(
      {
        period,
        unit: "亿元、%",
        columns: ["工业投资", "上年同期", ...(isPrinted ? ["同比增长(%)"] : [])],
      },
      [
        ...zones.map(({ now, before }, index) => line(ZONES[index] ?? "", now, before)),
        line("合计", total.now, total.before),
        line("全市", city.now, city.before),
      ]
    ),
    claim: 1,
    columns: [1, 2],
    rows: [FIRST_ROW + ZONES.length + 1],
  };
}

export function smallBaseForm(draw: Draw, period: string): Form {
  return {
    grid: gridOf(
      { period, unit: "亿元、%", columns: ["税收收入", "上年同期", "同比增长(可比口径)(%)"] },
      zoneRows((index) => {
        const before = index % 4 === 0 ? amount(draw, 0.2, 0.9, 2) : amount(draw, 20, 90, 2);
        return [round(before * 1.1, 2), before, amount(draw, 5, 15, 1)];
      })
    ),
    claim: 3,
    columns: [2, 3],
    rows: ROWS,
  };
}

export function sheetFor(name: string, { grid }: Form): Sheet {
  return sheetOf(name, grid);
}

/** The number that stands in a cell of a form; undefined where none does. */
export function numberAt({ grid }: Form, row: number, column: number): number | undefined {
  const cell = grid[row]?.[column];
  if (typeof cell === "number") return cell;
  const isFormatted = typeof cell === "object" && cell !== null && "nf" in cell;
  return isFormatted && typeof cell.v === "number" ? cell.v : undefined;
}

/** Digits a cell's number is stored with: 0.0% stores three. */
export function decimalsAt({ grid }: Form, row: number, column: number): number {
  const cell = grid[row]?.[column];
  const format = typeof cell === "object" && cell !== null && "nf" in cell ? cell.nf : undefined;
  const shown = format?.split(".")[1]?.replace(/[^0]/gu, "").length ?? 0;
  return format?.endsWith("%") === true ? shown + 2 : shown;
}

/** The form with another value in one cell. */
export function edited(form: Form, row: number, column: number, value: GridCell): Form {
  const grid = form.grid.map((cells, r) =>
    r === row ? cells.map((cell, c) => (c === column ? withValue(cell, value) : cell)) : cells
  );
  return { ...form, grid };
}

function withValue(cell: GridCell, value: GridCell): GridCell {
  const isFormatted = typeof cell === "object" && cell !== null && "nf" in cell;
  const isPlain = value === null || typeof value !== "object";
  return isFormatted && isPlain ? { v: value, nf: cell.nf ?? "General" } : value;
}
