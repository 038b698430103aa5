import type { GridCell } from "../../../support/grid.ts";
import { createSheet, type MadeBook, type Printed } from "./laid-out.ts";
import type { MadeCity, MadeIndicator, MadeMeasure, MadeRow } from "./made-city.ts";

type Put = ReturnType<typeof createSheet>;
type Derived = MadeBook["derived"];

/** Every way to print the numbers of a made city. */
export const TABLES: readonly (readonly [string, (city: MadeCity) => MadeBook])[] = [
  ["zones in rows, two header rows", (city) => zonesInRows(city, "two")],
  ["zones in rows, one header row", (city) => zonesInRows(city, "one")],
  ["zones in columns", (city) => zonesAcross(city, "columns")],
  ["measures in rows", (city) => zonesAcross(city, "rows")],
  ["a row for each zone and indicator", longForm],
  ["stacked blocks", stacked],
  ["one sheet for each indicator", sheetPerIndicator],
  ["one zone a sheet", oneZone],
];

const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";

function unitLine({ indicators }: MadeCity): string {
  return `单位：${indicators[0]?.unit ?? "亿元"}、%`;
}

/** Rows in the order an office prints them: wholes on top or at the foot. */
function rowsOf({ zones, total, city, draw }: MadeCity): readonly MadeRow[] {
  return draw.oneOf([
    [...zones, total, city],
    [city, total, ...zones],
    [total, ...zones, city],
    [...zones, total],
  ]);
}

/** A slip no rounding covers, where the sheet holds what the number follows from. */
function slipsOf(
  city: MadeCity,
  rows: readonly MadeRow[],
  row: MadeRow,
  measure: MadeMeasure,
  at: Printed | undefined
): Derived {
  if (at === undefined) return [];
  const has = (other: MadeMeasure): boolean => city.measures.includes(other);
  const isSum = row.role === "total" && (measure === "actual" || measure === "prior");
  if (isSum) return [{ at, slip: Math.round(at.value * 1.3) }];
  if (measure === "growth" && has("prior") && row.role === "zone")
    return [{ at, slip: at.value + 17.3 }];
  const isShare = measure === "share" && rows.includes(city.city) && row.role !== "city";
  return isShare ? [{ at, slip: at.value + 9.17 }] : [];
}

function what(row: MadeRow, indicator: MadeIndicator, measure: MadeMeasure): string {
  return `${row.name}|${indicator.id}|${measure}`;
}

function place(
  sheet: Put,
  city: MadeCity,
  rows: readonly MadeRow[],
  row: MadeRow,
  indicator: MadeIndicator,
  measure: MadeMeasure,
  at: readonly [row: number, column: number]
): Derived {
  const cell: GridCell = city.printed(row, indicator, measure);
  return slipsOf(city, rows, row, measure, sheet.put(...at, cell, what(row, indicator, measure)));
}

function zonesInRows(city: MadeCity, header: "one" | "two"): MadeBook {
  const sheet = createSheet("Sheet1");
  const rows = rowsOf(city);
  const { draw, measures, indicators } = city;
  const hasSerial = draw.chance(0.5);
  const lead = hasSerial ? 2 : 1;
  const top = draw.chance(0.7) ? 2 : 1;
  sheet.put(0, 0, TITLE);
  if (top === 2) sheet.put(1, draw.whole(0, 3), unitLine(city));
  if (hasSerial) sheet.put(top, 0, "序号");
  sheet.put(top, lead - 1, draw.oneOf(["开发区", "单位名称", "园区名称"]));
  const unit = top === 2 ? "" : `（${indicators[0]?.unit ?? "亿元"}）`;
  indicators.forEach((indicator, i) => {
    measures.forEach((measure, m) => {
      const column = lead + i * measures.length + m;
      const own = measure === "actual" || measure === "prior" ? unit : "";
      if (header === "one") sheet.put(top, column, `${indicator.word}${city.word[measure]}${own}`);
      else {
        if (m === 0) sheet.put(top, column, indicator.word);
        sheet.put(top + 1, column, city.word[measure] + own);
      }
    });
  });
  const first = top + (header === "two" ? 2 : 1);
  const derived = rows.flatMap((row, r) => {
    if (hasSerial && row.role === "zone") sheet.put(first + r, 0, r + 1);
    sheet.put(first + r, lead - 1, row.label);
    return indicators.flatMap((indicator, i) =>
      measures.flatMap((measure, m) =>
        place(sheet, city, rows, row, indicator, measure, [
          first + r,
          lead + i * measures.length + m,
        ])
      )
    );
  });
  if (draw.chance(0.5)) sheet.put(first + rows.length, 0, "注：数据为快报数。");
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived };
}

function zonesAcross(city: MadeCity, measuresIn: "columns" | "rows"): MadeBook {
  const sheet = createSheet("Sheet1");
  const rows = rowsOf(city);
  const { indicators, measures } = city;
  sheet.put(0, 0, TITLE);
  sheet.put(1, 1, unitLine(city));
  sheet.put(2, 0, "指标");
  const isAcross = measuresIn === "columns";
  if (!isAcross) sheet.put(2, 1, "项目");
  const lead = isAcross ? 1 : 2;
  const width = isAcross ? measures.length : 1;
  rows.forEach((row, r) => {
    sheet.put(2, lead + r * width, row.label);
    if (isAcross)
      measures.forEach((measure, m) => sheet.put(3, lead + r * width + m, city.word[measure]));
  });
  const first = isAcross ? 4 : 3;
  const derived = indicators.flatMap((indicator, i) => {
    const top = first + i * (isAcross ? 1 : measures.length);
    sheet.put(top, 0, indicator.word);
    return measures.flatMap((measure, m) => {
      if (!isAcross) sheet.put(top + m, 1, city.word[measure]);
      return rows.flatMap((row, r) =>
        place(sheet, city, rows, row, indicator, measure, [
          isAcross ? top : top + m,
          lead + r * width + (isAcross ? m : 0),
        ])
      );
    });
  });
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived };
}

function longForm(city: MadeCity): MadeBook {
  const sheet = createSheet("数据");
  const rows = rowsOf(city);
  const { indicators, measures } = city;
  ["年份", "期别", "开发区", "指标", "单位"].forEach((head, c) => sheet.put(0, c, head));
  measures.forEach((measure, m) => sheet.put(0, 5 + m, city.word[measure]));
  const derived = indicators.flatMap((indicator, i) =>
    rows.flatMap((row, r) => {
      const at = 1 + i * rows.length + r;
      [2023, "1-6月", row.label, indicator.word, indicator.unit].forEach((cell, c) =>
        sheet.put(at, c, cell)
      );
      return measures.flatMap((measure, m) =>
        place(sheet, city, rows, row, indicator, measure, [at, 5 + m])
      );
    })
  );
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived };
}

function block(
  sheet: Put,
  city: MadeCity,
  rows: readonly MadeRow[],
  indicator: MadeIndicator,
  top: number
): Derived {
  sheet.put(top, 0, "开发区");
  city.measures.forEach((measure, m) => sheet.put(top, 1 + m, city.word[measure]));
  return rows.flatMap((row, r) => {
    sheet.put(top + 1 + r, 0, row.label);
    return city.measures.flatMap((measure, m) =>
      place(sheet, city, rows, row, indicator, measure, [top + 1 + r, 1 + m])
    );
  });
}

function stacked(city: MadeCity): MadeBook {
  const sheet = createSheet("Sheet1");
  const rows = rowsOf(city);
  sheet.put(0, 0, TITLE);
  sheet.put(1, 1, unitLine(city));
  const derived = city.indicators.flatMap((indicator, i) => {
    const top = 2 + i * (rows.length + 3);
    sheet.put(top, 0, `${"一二三"[i] ?? "四"}、${indicator.word}`);
    return block(sheet, city, rows, indicator, top + 1);
  });
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived };
}

function sheetPerIndicator(city: MadeCity): MadeBook {
  const rows = rowsOf(city);
  const made = city.indicators.map((indicator) => {
    const sheet = createSheet(indicator.word.replace(/[\s（(].*$/u, ""));
    sheet.put(0, 0, `2023年1-6月${indicator.word}完成情况`);
    sheet.put(1, 0, unitLine(city));
    return { sheet, derived: block(sheet, city, rows, indicator, 2) };
  });
  return {
    sheets: made.map(({ sheet }) => sheet.sheet()),
    printed: made.flatMap(({ sheet }) => sheet.printed),
    derived: made.flatMap(({ derived }) => derived),
  };
}

function oneZone(city: MadeCity): MadeBook {
  const sheet = createSheet("Sheet1");
  const [zone] = city.zones;
  if (zone === undefined) throw new Error("a city has zones");
  const measures = city.measures.filter((measure) => measure !== "rank");
  sheet.put(0, 0, `${zone.name}经济技术开发区2023年1-6月主要经济指标`);
  ["指标名称", "计量单位", "代码"].forEach((head, c) => sheet.put(1, c, head));
  measures.forEach((measure, m) => sheet.put(1, 3 + m, city.word[measure]));
  ["甲", "乙", "丙", ...measures.map((_, m) => m + 1)].forEach((cell, c) => sheet.put(2, c, cell));
  city.indicators.forEach((indicator, i) => {
    [indicator.word, indicator.unit, `0${i + 1}`].forEach((cell, c) => sheet.put(3 + i, c, cell));
    measures.forEach((measure, m) => {
      place(sheet, city, [], zone, indicator, measure, [3 + i, 3 + m]);
    });
  });
  return { sheets: [sheet.sheet()], printed: sheet.printed, derived: [] };
}
