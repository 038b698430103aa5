/** Builds the index of a table: its fields by meaning, its printed columns, and how full they are. */

import { columnDecimals } from "./column-precision.ts";
import type { StatedNumber } from "./stated-number.ts";
import type { Field, IndicatorTable } from "./table.ts";
import { observationAt } from "./table.ts";
import { fillingKey, isFilled } from "./filling.ts";
import { keyOf } from "./table-index.ts";
import type { Column, Filling, TableIndex } from "./table-index.ts";
import { push } from "./push.ts";

export function indexTable(table: IndicatorTable): TableIndex {
  const fields = new Map<string, Field[]>();
  const groups = new Map<string, Field[]>();
  const shape = shapeOf(table);
  for (const field of table.fields) {
    push(fields, keyOf(field.indicator.id, field.measure), field);
    push(groups, columnKey(shape, field), field);
  }
  const columns: Column[] = [];
  const columnOf = new Map<Field, Column>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const decimals = columnDecimals(group.flatMap((field) => statedNumbers(table, field)));
    const column = { measure: first.measure, fields: group, decimals };
    columns.push(column);
    for (const field of group) columnOf.set(field, column);
  }
  return {
    table,
    fields,
    columns,
    columnOf,
    filling: countFilling(table),
    readings: [],
    addresses: [],
    zoneNumbers: [],
  };
}

function countFilling(table: IndicatorTable): ReadonlyMap<string, Filling> {
  const filling = new Map<string, Filling>();
  for (const subject of table.subjects) {
    if (subject.role !== "zone") continue;
    for (const observation of table.cells[subject.index] ?? []) {
      if (observation === null) continue;
      const key = fillingKey(observation.field, subject);
      const { filled, all } = filling.get(key) ?? { filled: 0, all: 0 };
      filling.set(key, { filled: filled + (isFilled(observation) ? 1 : 0), all: all + 1 });
    }
  }
  return filling;
}

function statedNumbers(table: IndicatorTable, field: Field): StatedNumber[] {
  const numbers: StatedNumber[] = [];
  for (const subject of table.subjects) {
    // A reference comes from another office and has digits of its own.
    if (subject.role === "reference") continue;
    const content = observationAt(table, subject.index, field.index)?.content;
    if (content?.kind === "number") numbers.push(content.stated);
  }
  return numbers;
}

/** What a reader sees as a column of one meaning. */
type Shape = "fields" | "indicators" | "history" | "one-zone";

function shapeOf({ orientation, subjects }: IndicatorTable): Shape {
  if (orientation === "indicators-in-rows") return "indicators";
  if (orientation === "zones-in-rows") return subjects.length === 1 ? "history" : "fields";
  // 运城市 | 全省开发区 | 占比 | 高于全省: of one zone beside what it is compared with, the indicators run down its columns.
  return subjects.filter(({ role }) => role !== "reference").length === 1 ? "one-zone" : "fields";
}

/** The years of one zone down a column, as well as its indicators, are what a reader sees as that column. */
function columnKey(shape: Shape, field: Field): string {
  if (shape === "fields") return String(field.index);
  const { against, line, measure, path } = field;
  const scope = against?.kind === "reference" ? against.scope : (against?.kind ?? "");
  if (shape === "one-zone") return `${measure}|${scope}|${path.at(-1) ?? ""}`;
  return `${line}|${measure}|${scope}|${shape === "history" ? field.indicator.id : ""}`;
}
