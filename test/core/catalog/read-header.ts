import { formatPeriod } from "../../../src/core/index.ts";
import type { GridCell } from "../../support/grid.ts";
import { fieldLine, readGridOf } from "../sheet/reading.ts";

const TITLE = "运城市开发区2023年1-6月主要经济指标完成情况表";
const ZONES = ["运城开发区", "河津开发区", "永济开发区"];
const WORDS: readonly GridCell[] = ["达到", "未达到", "达到"];
const PLACES: readonly GridCell[] = [2, 1, 3];
const AMOUNTS: readonly GridCell[] = [14.26, 20.51, 8.64];

/** What a form makes of one header: the levels of a column, read in a table of zones behind another column. */
export function readHeader(
  levels: readonly string[],
  beside: readonly string[] = levels.length === 1
    ? ["金融机构存款余额"]
    : ["工业投资", ...levels.slice(1).map(() => "绝对量")]
): string {
  const deepest = levels.at(-1) ?? "";
  const values = /位|排|名次|座次|次序/u.test(deepest)
    ? PLACES
    : /是否|达标(?!率)|评价|预警|亮灯|状态|完成与否/u.test(deepest)
      ? WORDS
      : AMOUNTS;
  const { tables, unrecognised } = readGridOf([
    [TITLE],
    ...levels.map((text, level) => [
      level === 0 ? "开发区" : null,
      beside[level] ?? beside[0] ?? null,
      text,
    ]),
    ...ZONES.map((zone, row) => [zone, [13.1, 20.2, 8.35][row] ?? null, values[row] ?? null]),
  ]);
  const fields = tables.flatMap((table) => table.fields.filter(({ line }) => line === 2));
  if (fields.length > 0) return fields.map(fieldLine).join(" & ");
  const told = [...unrecognised, ...tables.flatMap((table) => table.unrecognised)];
  return told.length > 0 ? `! ${told.map(({ reason }) => reason).join(" ")}` : "left alone";
}

/** The period a header's column is read for. */
export function readHeaderPeriod(text: string): string | null {
  const { tables } = readGridOf([
    [TITLE],
    ["开发区", text, "税收收入"],
    ...ZONES.map((zone, row) => [zone, AMOUNTS[row] ?? null, 5.1 + row]),
  ]);
  const period = tables[0]?.fields.find(({ line }) => line === 1)?.period ?? null;
  return period === null ? null : formatPeriod(period);
}
