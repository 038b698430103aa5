import { normaliseText } from "../catalog/index.ts";
import type { CellRef } from "../workbook/address.ts";
import type { Sheet } from "../workbook/book.ts";
import { cellAt } from "../workbook/book.ts";
import { failed, success } from "../workbook/failure.ts";
import type { Result } from "../workbook/failure.ts";
import { RULES_SHEET } from "../workbook/own-sheets.ts";
import type { PlannedCell, WriteIntent, WritePlan } from "../workbook/write-plan.ts";
import { findRulesLayout, isPercentFormat, isSameTexts, readRulesRows } from "./rules-rows.ts";
import type { RulesLayout, RulesRow, RulesTexts } from "./rules-rows.ts";
import { RULES_COLUMNS } from "./rules-sheet-columns.ts";
import type { RulesColumn } from "./rules-sheet-columns.ts";

/** What is to be changed in the 目标规则 sheet. A row is known by where it stood and what it said. */
export interface RulesEdit {
  readonly changed: readonly { readonly was: RulesRow; readonly texts: RulesTexts }[];
  readonly added: readonly RulesTexts[];
  readonly removed: readonly RulesRow[];
}

/** 指标 … 备注, in characters. */
const WIDTHS = [24, 12, 16, 10, 10, 8, 8, 8, 10, 12, 10, 24];

/**
 * A row that no longer says what it said fails the whole edit: the sheet was edited meanwhile.
 * Changes the cells an edit names and no others: the user's own columns, their order and everything beside the table
 * stay. New rows go below the last; a header we need and do not find is put at the right. Without a sheet one is made.
 */
export function planRulesEdit(sheet: Sheet | undefined, edit: RulesEdit): Result<WritePlan> {
  const layout = sheet === undefined ? undefined : findRulesLayout(sheet);
  if (sheet === undefined || layout === undefined) {
    return edit.changed.length + edit.removed.length > 0
      ? failed({ code: "rules-moved" })
      : success(planNewSheet(sheet, edit.added));
  }
  const rows = readRulesRows(sheet);
  const writer = createWriter(sheet, layout);
  for (const { was, texts } of edit.changed) {
    const row = findRow(rows, was);
    if (row === undefined) return failed({ code: "rules-moved" });
    for (const name of RULES_COLUMNS) {
      const text = texts[name] ?? "";
      if (text !== (row.texts[name] ?? "")) writer.put(row.row, name, text);
    }
  }
  for (const was of edit.removed) {
    const row = findRow(rows, was);
    if (row === undefined) return failed({ code: "rules-moved" });
    for (const name of Object.keys(row.texts) as RulesColumn[]) writer.put(row.row, name, "");
  }
  edit.added.forEach((texts, index) => {
    for (const name of RULES_COLUMNS) {
      const text = texts[name] ?? "";
      if (text !== "") writer.put(layout.end + index, name, text);
    }
  });
  return success(writer.plan());
}

function findRow(rows: readonly RulesRow[], was: RulesRow): RulesRow | undefined {
  const same = rows.filter((row) => isSameTexts(row.texts, was.texts));
  return same.find((row) => row.row === was.row) ?? (same.length === 1 ? same[0] : undefined);
}

function planNewSheet(sheet: Sheet | undefined, added: readonly RulesTexts[]): WritePlan {
  const header = RULES_COLUMNS.map((name): PlannedCell => ({
    kind: "text",
    text: name,
    style: "header",
  }));
  const rows = added.map((texts) =>
    RULES_COLUMNS.map((name) => toCell(name, texts[name] ?? "", null))
  );
  // Whatever stands in a sheet of that name without our headers is the user's: it is written below.
  const used =
    sheet?.values.some((row) => row.some((value) => value !== null && value !== "")) ?? false;
  const top = sheet !== undefined && used ? sheet.origin.row + sheet.values.length + 1 : 0;
  return [
    { kind: "ensure-sheet", sheet: RULES_SHEET, contents: "keep" },
    {
      kind: "write-block",
      sheet: RULES_SHEET,
      at: { row: top, column: 0 },
      cells: [header, ...rows],
      columnWidths: WIDTHS,
      ...(top === 0 ? { frozenRows: 1 } : {}),
    },
  ];
}

interface Writer {
  readonly put: (row: number, name: RulesColumn, text: string) => void;
  readonly plan: () => WritePlan;
}

function createWriter(sheet: Sheet, layout: RulesLayout): Writer {
  const columns = new Map(layout.columns);
  const intents: WriteIntent[] = [];
  let { free } = layout;
  const write = (at: CellRef, cell: PlannedCell): void => {
    intents.push({ kind: "write-block", sheet: sheet.name, at, cells: [[cell]] });
  };
  const columnOf = (name: RulesColumn): number => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const column = free;
    free += 1;
    columns.set(name, column);
    write({ row: layout.header, column }, { kind: "text", text: name, style: "header" });
    return column;
  };
  return {
    put: (row, name, text) => {
      const column = columnOf(name);
      write({ row, column }, toCell(name, text, cellAt(sheet, row, column).numberFormat));
    },
    plan: () => intents,
  };
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const PERCENT = /^([+-]?\d+(?:\.\d+)?)%$/;

/** A target is written as a number where it is one, in the format its cell has. */
function toCell(name: RulesColumn, text: string, numberFormat: string | null): PlannedCell {
  if (name !== "目标值") return { kind: "text", text };
  const plain = normaliseText(text);
  const isPercent = numberFormat !== null && isPercentFormat(numberFormat);
  const percent = PERCENT.exec(plain)?.[1];
  if (isPercent && percent !== undefined) {
    return { kind: "number", value: Number((Number(percent) / 100).toPrecision(15)), numberFormat };
  }
  if (!NUMBER.test(plain)) return { kind: "text", text };
  return {
    kind: "number",
    value: Number(plain),
    numberFormat:
      numberFormat === null || isPercent || numberFormat === "@" ? "General" : numberFormat,
  };
}
