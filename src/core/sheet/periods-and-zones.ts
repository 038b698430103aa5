import type { MeasureWord } from "../catalog/measure-words.ts";
import type { Indicator } from "../model/indicator.ts";
import { formatPeriod } from "../model/period.ts";
import type { Field, Unrecognised } from "../model/table.ts";
import { resolveField } from "./fields.ts";
import { type FieldCore } from "./field-reading.ts";
import { holdsProse } from "./column-cells.ts";
import { cellIn } from "./grid.ts";
import { readMeaning } from "./header-meaning.ts";
import { headerSubject } from "./value-column-subjects.ts";
import { refuse } from "./indicator-columns.ts";
import type { Layout } from "./layout.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import type { PeriodColumn, PeriodColumns } from "./period-columns.ts";
import { titleIndicator } from "./title-indicator.ts";
import { withTitleWord, wordOfTitle } from "./title-word.ts";
import { groupLevel, isSubjectText, subjectLevel } from "./zones-across.ts";

/** Headers that name zones, each over one column or over the same measures; of what, a level above or the title says. */
export function readAcross(layout: Layout, unrecognised: Unrecognised[]): PeriodColumns {
  const { paths, names, words, region, surroundings, sheet } = layout;
  const open = paths.filter(
    (path) => !names.all.has(path.column) && !holdsProse(path, region, words)
  );
  const titleWord = wordOfTitle(
    surroundings.title,
    open.map(({ texts }) => texts.filter((text) => !isSubjectText(words(text)))),
    words
  );
  const about = surroundings.indicator ?? titleIndicator(surroundings.title, sheet.name, words);
  const subjects: SubjectDraft[] = [];
  const places = new Map<string, number>();
  const fields: (Field & FieldCore)[] = [];
  const keys = new Map<string, number>();
  const columns: PeriodColumn[] = [];
  const used = new Set<string>();
  let carried: { readonly subject: number; readonly indicator: Indicator } | null = null;
  for (const path of open) {
    const hasValues = region.data.some((row) => cellIn(row, path.column) !== undefined);
    if (!path.isOwn) {
      if (hasValues) unrecognised.push(refuse(layout, path, "no-header"));
      continue;
    }
    const level = subjectLevel(path, open, words);
    const name = path.texts[level];
    const group = level < 0 ? -1 : groupLevel(path, words, open);
    const texts = path.texts.filter((_, each) => each !== level && each !== group);
    const meaning = withTitleWord(readMeaning(texts, words), titleWord);
    if (meaning.isNotMeasure) continue;
    // 当月合计 | 累计: not the zones' total of the month once more, but what came so far.
    const isSoFar = name !== undefined && /^累计/u.test(words(name).key) && hasOtherTotal(name);
    const whole = name === undefined || isSoFar ? onlyTotal(subjects) : undefined;
    const isSilent = name === undefined && meaning.word === null;
    if (isSilent || (whole === undefined && (name === undefined || isSoFar))) {
      if (hasValues) unrecognised.push(refuse(layout, path, "unknown-measure"));
      continue;
    }
    const subject =
      whole ??
      subjectOf(`${name ?? ""}@${nameColumn(path, level)}`, () =>
        headerSubject(layout, path, level, open)
      );
    const own = carried?.subject === subject ? carried.indicator : about;
    const reading = resolveField(
      texts.length === 0 && meaning.word === null
        ? { ...meaning, word: "actual" }
        : whole === undefined
          ? meaning
          : { ...meaning, word: ofRow(meaning.word, fields) },
      { indicator: own, period: null, unitLine: surroundings.units, cellUnit: null }
    );
    if (reading.kind !== "field") {
      if (reading.kind === "unrecognised" && hasValues)
        unrecognised.push(refuse(layout, path, reading.reason));
      continue;
    }
    carried = { subject, indicator: reading.field.indicator };
    const key = fieldKey(reading.field);
    let field = keys.get(key);
    if (field === undefined || used.has(`${subject}|${field}`)) {
      field = fields.length;
      keys.set(key, field);
      fields.push({
        ...reading.field,
        index: field,
        path: texts.length > 0 ? texts : path.texts,
        line: path.column,
        header: path.area,
      });
    }
    used.add(`${subject}|${field}`);
    columns.push({ column: path.column, subject, field });
  }
  return { fields, columns, subjects };

  function subjectOf(key: string, make: () => SubjectDraft): number {
    const before = places.get(key);
    if (before !== undefined) return before;
    places.set(key, subjects.length);
    subjects.push(make());
    return subjects.length - 1;
  }

  function hasOtherTotal(name: string): boolean {
    return open.some(({ texts }) =>
      texts.some((text) => text !== name && words(text).isTotal && !/^累计/u.test(words(text).key))
    );
  }

  /** 工业投资 | 税收收入, each over the same zones: one subject however often it is named. */
  function nameColumn(path: Layout["paths"][number], level: number): string {
    const isUnderName = path.texts
      .slice(0, level)
      .some((text) => words(text).hasIndicator || words(text).hasMeasure || words(text).hasPeriod);
    return isUnderName ? "" : String(path.sources[level] ?? path.column);
  }
}

/** 上年同月 in a row of June is of that row's time; beside 当月 | 累计 it is the month's. */
function ofRow(word: MeasureWord | null, fields: readonly Field[]): MeasureWord | null {
  if (fields.some(({ measure }) => measure === "actual-month")) return word;
  return word === "prior-month" ? "prior" : word === "growth-month" ? "growth" : word;
}

/** The 合计 of a table that has only one. */
function onlyTotal(subjects: readonly SubjectDraft[]): number | undefined {
  const totals = subjects.flatMap(({ label: { role } }, place) =>
    role === "total" || role === "subtotal" ? [place] : []
  );
  return totals.length === 1 ? totals[0] : undefined;
}

/** Equal for the columns of different zones that hold the same thing. */
export function fieldKey(
  field: Omit<FieldCore, "isLastYear" | "isSize" | "isUnitAssumed" | "isDated">
): string {
  const { indicator, measure, against, unit, period } = field;
  const whole =
    against === null
      ? ""
      : against.kind === "reference"
        ? against.scope
        : against.kind === "indicator"
          ? against.indicator.id
          : "total";
  return [
    indicator.id,
    measure,
    whole,
    unit?.name ?? "",
    period === null ? "" : formatPeriod(period),
  ].join("|");
}
