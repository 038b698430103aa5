import { normaliseText } from "../catalog/normalise.ts";
import { withYear } from "../catalog/periods.ts";
import { recogniseIndicator } from "../catalog/recognise.ts";
import type { RepeatedReference, TableNote } from "../model/around.ts";
import { toDecimal } from "../model/decimal.ts";
import { formatPeriod } from "../model/period.ts";
import type { StatedNumber } from "../model/stated-number.ts";
import type { Field, IndicatorTable, Observation } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import { unitFactor } from "../model/unit-factor.ts";
import type { ReferenceScope, Subject } from "../model/zone.ts";
import { readReferences, type WrittenReference } from "./reference-text.ts";

const NAMES: Readonly<Record<ReferenceScope, string>> = {
  city: "全市",
  province: "全省",
  "province-zones": "全省开发区",
  nation: "全国",
  "nation-zones": "全国经开区",
  benchmark: "先进水平",
};

interface Linked {
  readonly reference: WrittenReference;
  readonly field: Field;
  readonly stated: StatedNumber;
  readonly line: TableNote;
}

/**
 * A table with the values of wholes that its title and notes give (全市:工业投资177.53亿元,-7.8%): each whole becomes a
 * reference whose cells are those of the text. What a row of the table gives as well is kept to be held against it.
 */
export function addTextReferences(
  table: IndicatorTable,
  lines: readonly TableNote[]
): IndicatorTable {
  const linked = lines.flatMap((line) =>
    readReferences(line.text).flatMap((reference) => link(table, reference, line))
  );
  if (linked.length === 0) return table;
  const repeated: RepeatedReference[] = [];
  const subjects: Subject[] = [...table.subjects];
  const cells: (Observation | null)[][] = table.cells.map((row) => [...row]);
  const added = new Map<ReferenceScope, number>();
  for (const { reference, field, stated, line } of linked) {
    const { scope, words } = reference;
    if (isInRow(table, scope, field)) {
      repeated.push({ scope, field: field.index, stated, words, at: line.at });
      continue;
    }
    let subject = added.get(scope);
    if (subject === undefined) {
      subject = subjects.length;
      added.set(scope, subject);
      subjects.push(referenceSubject(subject, scope, line));
      cells.push(table.fields.map(() => null));
    }
    const row = cells[subject];
    // Of two values for one thing the first stands, which is the title's.
    if (row === undefined || (row[field.index] ?? null) !== null) continue;
    row[field.index] = {
      subject,
      field: field.index,
      content: { kind: "number", stated, fromText: null },
      at: line.at,
      formula: null,
      numberFormat: "General",
      isHidden: false,
    };
  }
  return { ...table, subjects, cells, around: { ...table.around, repeated } };
}

function referenceSubject(index: number, scope: ReferenceScope, { at }: TableNote): Subject {
  return {
    index,
    role: "reference",
    name: NAMES[scope],
    label: NAMES[scope],
    kind: null,
    reference: scope,
    members: [],
    at: { kind: "cell", ...at },
  };
}

function isInRow(table: IndicatorTable, scope: ReferenceScope, field: Field): boolean {
  return table.subjects.some(
    (subject) =>
      subject.reference === scope &&
      table.cells[subject.index]?.[field.index]?.content.kind === "number"
  );
}

/** The field of the table that a written value belongs to, with the value in its unit. */
function link(
  table: IndicatorTable,
  reference: WrittenReference,
  line: TableNote
): readonly Linked[] {
  if (!isOfPeriod(table, reference)) return [];
  const indicator = indicatorOf(table, reference.name);
  if (indicator === undefined) return [];
  const field = table.fields.find(
    (candidate) =>
      candidate.indicator.id === indicator &&
      candidate.measure === reference.measure &&
      candidate.against === null &&
      isOfTable(table, candidate)
  );
  if (field === undefined) return [];
  const stated = inUnit(reference.stated, reference.unit, field.unit);
  return stated === undefined ? [] : [{ reference, field, stated, line }];
}

function isOfPeriod(table: IndicatorTable, { period }: WrittenReference): boolean {
  if (period === null || table.period === null) return true;
  const own = withYear(period, table.period.year);
  if (own.kind === "year" && own.year === table.period.year) return true;
  return formatPeriod(own) === formatPeriod(table.period);
}

function isOfTable(table: IndicatorTable, field: Field): boolean {
  if (field.period === null || table.period === null || field.measure === "prior") return true;
  return formatPeriod(field.period) === formatPeriod(table.period);
}

/** By its name; without one, the only indicator of the table. */
function indicatorOf(table: IndicatorTable, name: string | null): string | undefined {
  if (name === null) {
    const all = new Set(table.fields.map(({ indicator }) => indicator.id));
    const [only] = all;
    return all.size === 1 ? only : undefined;
  }
  const known = recogniseIndicator(name)?.id;
  const key = normaliseText(name);
  return table.fields.find(
    ({ indicator }) => indicator.id === known || normaliseText(indicator.name) === key
  )?.indicator.id;
}

function inUnit(
  stated: StatedNumber,
  from: Unit | null,
  to: Unit | null
): StatedNumber | undefined {
  const factor = unitFactor(from, to);
  if (factor === undefined || factor === 1) return factor === undefined ? undefined : stated;
  return {
    ...stated,
    value: toDecimal(stated.value).times(factor).toNumber(),
    // 177.53亿元 in 万元 is known to a hundred 万元: its last digit stands before the point.
    decimals: stated.decimals - Math.round(Math.log10(factor)),
  };
}
