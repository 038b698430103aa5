import type { Indicator } from "../model/indicator.ts";
import { formatPeriod } from "../model/period.ts";
import type { Field, IndicatorTable } from "../model/table.ts";
import type { SheetReading } from "./sheet-reading.ts";
import { createWords, type Words } from "./words.ts";

/** Values two names must have at the same places before they can be said to differ. */
const FEWEST_COMPARED = 2;
/** Two names of one thing agree but for a slip here and there. */
const MOST_DIFFERENT = 0.5;

/**
 * 招商引资到位资金 and 省外资金 name one indicator in many offices, and two in one that prints both. Where a book gives
 * different values under two printed names of an indicator for the same zones, measures and periods, they are two: the one
 * that is not the catalogue's own goes by its printed name.
 */
export function separateNamesakes(readings: readonly SheetReading[]): readonly SheetReading[] {
  const words = createWords();
  const named = readings.flatMap(({ tables }) =>
    tables.flatMap((table) =>
      table.fields.flatMap((field): readonly Named[] => {
        const name = findPrintedName(field, table, words);
        return name === undefined ? [] : [{ table, field, name }];
      })
    )
  );
  const apart = new Map<string, Indicator>();
  for (const group of groupBy(named, ({ field }) => field.indicator.id).values()) {
    const names = groupBy(group, ({ name }) => name);
    if (names.size < 2) continue;
    const [first, ...others] = inOrder(names);
    if (first === undefined) continue;
    const standing = [first];
    for (const other of others) {
      const isApart = standing.every((one) => differ(one.values, other.values));
      if (!isApart) continue;
      standing.push(other);
      const { indicator } = other.field;
      apart.set(`${indicator.id}|${other.name}`, {
        ...indicator,
        id: `other:${other.name}`,
        name: other.name,
      });
    }
  }
  if (apart.size === 0) return readings;
  return readings.map((reading) => ({
    ...reading,
    tables: reading.tables.map((table) => ({
      ...table,
      fields: renamed(table, apart, words),
    })),
  }));
}

interface Named {
  readonly table: IndicatorTable;
  readonly field: Field;
  readonly name: string;
}

interface Name {
  readonly name: string;
  readonly field: Field;
  /** Zone, measure and period → value; a place that is given twice counts with its first. */
  readonly values: ReadonlyMap<string, number>;
}

/** The catalogue's own name first, then in the order of the book. */
function inOrder(names: ReadonlyMap<string, readonly Named[]>): readonly Name[] {
  return [...names]
    .flatMap(([name, fields]): readonly Name[] => {
      const [first] = fields;
      return first === undefined ? [] : [{ name, field: first.field, values: valuesOf(fields) }];
    })
    .sort((a, b) => Number(isOwnName(b)) - Number(isOwnName(a)));
}

function isOwnName({ name, field }: Name): boolean {
  return name === field.indicator.name;
}

function valuesOf(fields: readonly Named[]): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const { table, field } of fields) {
    const period = field.period ?? table.period;
    const kind = `${field.measure}|${period === null ? "" : formatPeriod(period)}|${JSON.stringify(field.against)}|${field.unit?.name ?? ""}`;
    for (const subject of table.subjects) {
      if (subject.role !== "zone") continue;
      const content = table.cells[subject.index]?.[field.index]?.content;
      const key = `${subject.name}|${kind}`;
      if (content?.kind === "number" && !values.has(key)) values.set(key, content.stated.value);
    }
  }
  return values;
}

function differ(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  let compared = 0;
  let different = 0;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (other === undefined) continue;
    compared += 1;
    if (other !== value) different += 1;
  }
  return compared >= FEWEST_COMPARED && different > compared * MOST_DIFFERENT;
}

/** A field that names no indicator (同比 in the row below) goes by the name before it. */
function renamed(
  table: IndicatorTable,
  apart: ReadonlyMap<string, Indicator>,
  words: Words
): readonly Field[] {
  const last = new Map<string, string>();
  return table.fields.map((field) => {
    const { id } = field.indicator;
    const name = findPrintedName(field, table, words) ?? last.get(id);
    if (name === undefined) return field;
    last.set(id, name);
    const indicator = apart.get(`${id}|${name}`);
    return indicator === undefined ? field : { ...field, indicator };
  });
}

/**
 * The words by which a text of the field's header, or the table's heading, calls its indicator: 税收收入 of
 * 2023年1-6月税收收入(万元). A text that also says what no table knows names something else.
 */
function findPrintedName(
  { indicator, path }: Field,
  { around }: IndicatorTable,
  words: Words
): string | undefined {
  if (!indicator.isCatalogued) return undefined;
  for (const text of [...path, ...(around.heading === null ? [] : [around.heading])]) {
    const { tokens } = words(text);
    const own = tokens.find(
      (token) => token.kind === "indicator" && token.indicator.id === indicator.id
    );
    if (own !== undefined && !tokens.some(({ kind }) => kind === "unknown")) return own.text;
  }
  return undefined;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
