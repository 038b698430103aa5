import { normaliseText } from "../catalog/normalise.ts";
import { recogniseMeasure } from "../catalog/recognise.ts";
import { getUnit, recogniseUnit } from "../catalog/units.ts";
import type { Measure } from "../model/measure.ts";
import type { Content, Field, Observation, Unrecognised } from "../model/table.ts";
import type { Unit } from "../model/unit.ts";
import type { CellRef } from "../workbook/address.ts";
import { cellAt, type Sheet } from "../workbook/book.ts";
import { readCellContent } from "./cell-content.ts";

/** The two numbers of one cell as printed: 14.26(3) → 14.26 and 3, 109.24/-17.92% → 109.24 and -17.92%. */
export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly joint: "brackets" | "slash";
}

type SecondMeasure = "rank" | "growth" | "target" | "prior" | "share";

const NUMBER = "[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const CHANGE = "(?:[↑↓▲▼+-]|增长|下降|增|降)?\\d+(?:\\.\\d+)?%?";
const IN_BRACKETS = new RegExp(`^(${NUMBER}%?)\\((${CHANGE}|第?\\d+位)\\)$`, "u");
const WITH_SLASH = new RegExp(`^(${NUMBER})/((?:${CHANGE})?)$`, "u");
/** The part of a column's texts that must have the form before it is one. */
const MOST = 0.8;

interface Cells<F extends Field> {
  readonly fields: readonly F[];
  readonly cells: readonly (readonly (Observation | null)[])[];
}

/** Reads a cell that holds two numbers, or undefined. Only a whole column of them means anything. */
export function parsePair(text: string): Pair | undefined {
  const key = normaliseText(text);
  const bracketed = IN_BRACKETS.exec(key);
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined)
    return { first: bracketed[1], second: bracketed[2], joint: "brackets" };
  const slashed = WITH_SLASH.exec(key);
  // 2023/2022 and 3/7 are no value with its growth: the second number of such a pair is a percentage.
  if (slashed?.[1] !== undefined && slashed[2] !== undefined && /[%↑↓]/u.test(slashed[2]))
    return { first: slashed[1], second: slashed[2], joint: "slash" };
  return undefined;
}

/**
 * Takes apart the columns whose cells hold two numbers: the field keeps the first, a new field at the same cells gets the
 * second. What the second is, a note says (括号内为位次), or its form (%: growth), or its order (a rank).
 */
export function splitPairs<F extends Field>(
  sheet: Sheet,
  table: Cells<F>,
  notes: readonly string[]
): Cells<F> & { readonly unrecognised: readonly Unrecognised[] } {
  if (!table.cells.some((row) => row.some((cell) => isPairText(cell))))
    return { ...table, unrecognised: [] };
  const unrecognised: Unrecognised[] = [];
  const fields: F[] = [...table.fields];
  const cells = table.cells.map((row) => [...row]);
  const noted = measureInNotes(notes);
  for (const column of columnsOf(table.fields)) {
    const places = column.flatMap((field) =>
      cells.flatMap((row) => {
        const observation = row[field.index] ?? null;
        return observation === null ? [] : [{ row, field, observation }];
      })
    );
    const texts = places.map(({ observation }) => textAt(sheet, observation));
    const second = secondMeasureOf(texts, noted);
    if (second === undefined) continue;
    if (second === null) {
      unrecognised.push(
        untold(
          column,
          places.map(({ observation }) => observation.at)
        )
      );
      for (const { row, field, observation } of places) {
        const pair = parsePair(textAt(sheet, observation) ?? "");
        if (pair === undefined) continue;
        row[field.index] = { ...observation, content: contentOf(pair.first, field) };
      }
      continue;
    }
    for (const read of column) {
      const field = second === "rank" ? withoutRank(read) : read;
      fields[fields.indexOf(read)] = field;
      const added: F = {
        ...field,
        index: fields.length,
        measure: second,
        unit: unitOf(second, field.unit),
        against: null,
      };
      fields.push(added);
      for (const row of cells) row[added.index] = null;
      for (const place of places) {
        if (place.field !== read) continue;
        const pair = parsePair(textAt(sheet, place.observation) ?? "");
        if (pair === undefined) continue;
        place.row[field.index] = { ...place.observation, content: contentOf(pair.first, field) };
        place.row[added.index] = {
          ...place.observation,
          field: added.index,
          content: contentOf(pair.second, added),
        };
      }
    }
  }
  return { fields, cells, unrecognised };
}

/** 工业投资增速%(位次) over 35.1(1): the rank stands in brackets, and what stands before it is the growth. */
function withoutRank<F extends Field>(field: F): F {
  const head = field.path.at(-1) ?? "";
  const before = normaliseText(head).replace(/\((?:位次|排名|名次|排位)\)/gu, "");
  if (field.measure !== "rank" || before === normaliseText(head)) return field;
  const measure = recogniseMeasure(before) ?? "actual";
  const isRate = measure !== "actual" || field.indicator.kind === "rate";
  const ownUnit = recogniseUnit(/\(([^()]+)\)/u.exec(before)?.[1] ?? field.indicator.unit ?? "");
  return { ...field, measure, unit: isRate ? getUnit("%") : (ownUnit ?? null) };
}

/** 9.3(16) may be a value with its target or with last year's: the first number is read, the second is asked about. */
function untold(column: readonly Field[], places: readonly CellRef[]): Unrecognised {
  const rows = places.map(({ row }) => row);
  const columns = places.map(({ column: c }) => c);
  const [top, left] = [Math.min(...rows), Math.min(...columns)];
  return {
    area: {
      row: top,
      column: left,
      rows: Math.max(...rows) - top + 1,
      columns: Math.max(...columns) - left + 1,
    },
    reason: "several-meanings",
    text: column[0]?.path.join(" / ") ?? "",
  };
}

function isPairText(observation: Observation | null): boolean {
  return (
    observation?.content.kind === "unreadable" && parsePair(observation.content.text) !== undefined
  );
}

/** Fields of one printed column belong together; with zones in rows each is one. */
function columnsOf<F extends Field>(fields: readonly F[]): readonly (readonly F[])[] {
  const columns = new Map<string, F[]>();
  for (const field of fields) {
    const key = `${field.line}|${field.measure}`;
    const column = columns.get(key);
    if (column === undefined) columns.set(key, [field]);
    else column.push(field);
  }
  return [...columns.values()];
}

function textAt(sheet: Sheet, { at }: Observation): string | null {
  const { value } = cellAt(sheet, at.row, at.column);
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
}

/** The measure of the second numbers; null where nothing says what they are, undefined where the column is none of pairs. */
function secondMeasureOf(
  texts: readonly (string | null)[],
  noted: SecondMeasure | null
): SecondMeasure | null | undefined {
  const filled = texts.filter((text): text is string => text !== null && /\d/u.test(text));
  const pairs = filled.flatMap((text) => parsePair(text) ?? []);
  if (!isOfPairs(filled, pairs.length)) return undefined;
  if (pairs.every(({ second }) => /[%↑↓▲▼增降]/u.test(second))) {
    return pairs.every(({ joint }) => joint === "brackets") && noted !== null && noted !== "rank"
      ? noted
      : "growth";
  }
  if (pairs.some(({ joint }) => joint === "slash")) return "growth";
  const isRank = pairs.every(({ second }) => /^第?[1-9]\d{0,2}位?$/u.test(second));
  if (noted !== null) return noted === "rank" && !isRank ? null : noted;
  return isRank && isRanking(pairs) ? "rank" : null;
}

/** Four fifths of the column's texts, or all but one of them; a total that has no rank is a plain number among these. */
function isOfPairs(filled: readonly string[], pairs: number): boolean {
  const texts = filled.filter((text) => Number.isNaN(Number(text))).length;
  if (pairs === 0 || pairs * 2 < filled.length) return false;
  return pairs >= texts * MOST || (pairs >= 3 && pairs === texts - 1);
}

/** Numbers that order the values, up or down, are ranks; repeated ones (16 16 17) are targets or something else. */
function isRanking(pairs: readonly Pair[]): boolean {
  const points = pairs.map(({ first, second }) => ({
    value: Number(first.replace(/[,%]/gu, "")),
    rank: Number(second.replace(/[第位]/gu, "")),
  }));
  if (new Set(points.map(({ rank }) => rank)).size < points.length * 0.7) return false;
  const sorted = [...points].sort((a, b) => a.rank - b.rank);
  let [down, up, steps] = [0, 0, 0];
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1], sorted[i]];
    if (before === undefined || after === undefined) continue;
    steps += 1;
    if (after.value <= before.value) down += 1;
    if (after.value >= before.value) up += 1;
  }
  return steps >= 2 && Math.max(down, up) >= steps * 0.6;
}

/** 注:括号内数字为位次 */
function measureInNotes(notes: readonly string[]): SecondMeasure | null {
  for (const note of notes) {
    const said =
      /括号[内里中](?:的)?(?:数字|数据|数值|数)?(?:为|是|表示|系|指)([^,;。、"“]{1,14})/u.exec(
        normaliseText(note)
      )?.[1];
    if (said === undefined) continue;
    const bare = said.replace(/^(?:在)?(?:全市|全省|同类|各自)?(?:的)?/u, "");
    const measure = /位次|排名|排位|名次|序位/u.test(said) ? "rank" : recogniseMeasure(bare);
    if (isSecond(measure)) return measure;
  }
  return null;
}

function isSecond(measure: Measure | undefined): measure is SecondMeasure {
  return (
    measure === "rank" ||
    measure === "growth" ||
    measure === "target" ||
    measure === "prior" ||
    measure === "share"
  );
}

function unitOf(measure: SecondMeasure, level: Unit | null): Unit | null {
  if (measure === "rank") return getUnit("位");
  return measure === "growth" || measure === "share" ? getUnit("%") : level;
}

/** Read as the text of a cell of its own: the office wrote it so, so that it is no number stored as text by mistake. */
function contentOf(text: string, field: Field): Content {
  const content = readCellContent(
    { value: text, formula: null, numberFormat: "General" },
    { measure: field.measure, unit: field.unit, isCalculated: true }
  );
  return content.kind === "number" ? { ...content, fromText: null } : content;
}
