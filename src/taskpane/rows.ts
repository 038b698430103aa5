import type { Evaluation, Finding, Locale, Outcome } from "../core/index.ts";
import { formatArea } from "../core/index.ts";
import type { Level } from "./level.ts";
import { LEVELS } from "./level.ts";
import type { Filters } from "./pane-state.ts";
import { levelOf } from "./pane-state.ts";
import { wordFinding } from "./wording.ts";

export type NotEvaluable = Extract<Outcome, { kind: "not-evaluable" }>;

/** One line of the list. `key` stays the same for as long as the evaluation does. */
export type Row =
  | {
      readonly kind: "group";
      readonly key: string;
      readonly level: Level;
      readonly sheet: string;
      /** A1 range where the sheet holds several tables; null where the sheet's name says it all. */
      readonly range: string | null;
      readonly count: number;
      readonly isOpen: boolean;
    }
  | {
      readonly kind: "finding";
      readonly key: string;
      readonly level: Level;
      readonly finding: Finding;
      readonly isOpen: boolean;
    }
  | { readonly kind: "not-evaluable"; readonly key: string; readonly outcome: NotEvaluable };

export interface RowChoices {
  readonly filters: Filters;
  readonly opened: readonly string[];
  readonly toggledGroups: readonly string[];
}

/**
 * The list's lines: all that must be corrected first, then what needs an explanation, then unmet targets, the rest, and
 * at the end what could not be judged; within a level by table, in the order of the book.
 */
export function toRows(
  evaluation: Evaluation,
  locale: Locale,
  choices: RowChoices
): readonly Row[] {
  const { filters } = choices;
  const places = tablePlaces(evaluation);
  const rows: Row[] = [];
  const findings = evaluation.findings.flatMap((finding, index) =>
    isWanted(filters, finding, locale) ? { finding, key: `finding-${index}` } : []
  );
  for (const level of LEVELS) {
    if (filters.levels.length > 0 && !filters.levels.includes(level)) continue;
    const lines =
      level === "not-evaluable"
        ? notEvaluableLines(evaluation, filters)
        : findings
            .filter(({ finding }) => levelOf(finding) === level)
            .map(({ finding, key }): Line => ({
              place: places(finding.at.sheet, finding.at.area.row),
              row: {
                kind: "finding",
                key,
                level,
                finding,
                isOpen: choices.opened.includes(key),
              },
            }));
    for (const [place, group] of groupByPlace(lines)) {
      const key = `${level}|${place}`;
      const { sheet, range } = group[0].place;
      // What could not be judged is long and seldom wanted: it starts closed, unless it was asked for.
      const startsOpen = level !== "not-evaluable" || filters.levels.includes(level);
      const isOpen = startsOpen !== choices.toggledGroups.includes(key);
      rows.push({ kind: "group", key, level, sheet, range, count: group.length, isOpen });
      if (isOpen) rows.push(...group.map(({ row }) => row));
    }
  }
  return rows;
}

/** Zones that have findings, in reading order. */
export function zonesOf(evaluation: Evaluation): readonly string[] {
  const zones = new Set<string>();
  for (const { subject } of evaluation.findings) if (subject.zone !== null) zones.add(subject.zone);
  return [...zones];
}

interface Place {
  readonly sheet: string;
  readonly range: string | null;
}

interface Line {
  readonly place: Place;
  readonly row: Row;
}

function isWanted(filters: Filters, finding: Finding, locale: Locale): boolean {
  if (filters.zone !== null && finding.subject.zone !== filters.zone) return false;
  if (filters.text.trim() === "") return true; // Wording them all is what takes time.
  const { title, verdict, message } = wordFinding(finding, locale);
  const { sheet, area } = finding.at;
  return matches(filters.text, [sheet, formatArea(area), title, verdict, message]);
}

/** Every word of the filter stands somewhere in the texts. */
function matches(filter: string, texts: readonly string[]): boolean {
  const text = texts.join("\n").toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function notEvaluableLines(evaluation: Evaluation, filters: Filters): readonly Line[] {
  if (filters.zone !== null) return [];
  const places = tablePlaces(evaluation);
  return evaluation.notEvaluable
    .map((outcome, index): Line & { outcome: NotEvaluable } => ({
      place: places(outcome.at.sheet, outcome.at.area.row),
      row: { kind: "not-evaluable", key: `not-evaluable-${index}`, outcome },
      outcome,
    }))
    .filter(({ outcome }) =>
      matches(filters.text, [outcome.at.sheet, formatArea(outcome.at.area)])
    );
}

/** Names a row's table by its range where the sheet holds several. */
function tablePlaces(evaluation: Evaluation): (sheet: string, row: number) => Place {
  return (sheet, row) => {
    const tables = evaluation.tables.filter((table) => table.sheet === sheet);
    if (tables.length < 2) return { sheet, range: null };
    const table = tables.find(({ area }) => row >= area.row && row < area.row + area.rows);
    return { sheet, range: table === undefined ? null : formatArea(table.area) };
  };
}

function groupByPlace(lines: readonly Line[]): ReadonlyMap<string, [Line, ...Line[]]> {
  const groups = new Map<string, [Line, ...Line[]]>();
  for (const line of lines) {
    const key = `${line.place.sheet}|${line.place.range ?? ""}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return groups;
}
