import type { Area } from "../workbook/address.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import type { Unrecognised } from "../model/table.ts";
import { holdsProse } from "./column-cells.ts";
import { cellIn } from "./grid.ts";
import { readMeaning } from "./header-meaning.ts";
import type { Meaning } from "./meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { withTitleWord, wordOfTitle } from "./title-word.ts";
import { readSheetSubject } from "./sheet-subject.ts";
import { groupLevel, isSubjectText, namesZones, subjectLevel } from "./zones-across.ts";
import type { Layout } from "./layout.ts";
import {
  asOwner,
  headerSubject,
  inTable,
  insideCity,
  onlyOwner,
  referenceSubject,
  sheetDraft,
} from "./value-column-subjects.ts";

/** A column of values in a table whose rows are indicators: whose value it holds, and which measure. */
export interface ValueColumn {
  readonly column: number;
  readonly subject: number;
  readonly meaning: Meaning;
  /** Equal for the columns of different zones that hold the same measure. */
  readonly key: string;
  readonly texts: readonly string[];
  readonly header: Area;
  /** It names no zone and holds for all of them: 指标 | 省定目标 | 河津 | 永济. */
  readonly isShared: boolean;
}

export interface ValueColumns {
  readonly orientation: "indicators-in-rows" | "zones-in-columns";
  readonly columns: readonly ValueColumn[];
  readonly subjects: readonly SubjectDraft[];
}

/** What one column may tell for all zones beside it. */
const SHARED: ReadonlySet<MeasureWord> = new Set(["target", "target-part", "pace"]);

type SharedColumn = Pick<ValueColumn, "column" | "meaning" | "texts" | "header">;

/** What is known of the headers over the values, and what has been read of them so far. */
interface Reader {
  readonly layout: Layout;
  readonly open: readonly HeaderPath[];
  readonly hasZones: boolean;
  readonly titleWord: MeasureWord | null;
  readonly subjects: SubjectDraft[];
  readonly places: Map<string, number>;
  readonly columns: ValueColumn[];
  readonly shared: SharedColumn[];
  readonly used: Set<string>;
}

/** Reads the headers over the values. What holds no measure is left out, what cannot be read is told. */
export function readValueColumns(layout: Layout, unrecognised: Unrecognised[]): ValueColumns {
  const reader = startReading(layout);
  for (const path of reader.open) {
    const reason = readColumn(reader, path);
    if (reason !== null) unrecognised.push(refuse(layout, path, reason));
  }
  reader.shared.forEach((column) => {
    shareOut(reader, column);
  });
  const { subjects, columns, hasZones } = reader;
  return {
    orientation: hasZones ? "zones-in-columns" : "indicators-in-rows",
    columns,
    subjects: subjects.map((draft, place) => asOwner(draft, place, subjects)),
  };
}

function startReading(layout: Layout): Reader {
  const { paths, names, words, region } = layout;
  const open = paths.filter(
    (path) =>
      !names.all.has(path.column) &&
      path.column !== names.measureColumn &&
      !holdsProse(path, region, words)
  );
  return {
    layout,
    open,
    hasZones: namesZones(
      open.filter((path) => hasValues(layout, path)),
      words
    ),
    titleWord: titleWordOf(layout, open),
    subjects: [],
    places: new Map(),
    columns: [],
    shared: [],
    used: new Set(),
  };
}

function hasValues({ region }: Layout, { column }: HeaderPath): boolean {
  return region.data.some((row) => cellIn(row, column) !== undefined);
}

/** Reads one header; why its column cannot be read, or null. */
function readColumn(reader: Reader, path: HeaderPath): Unrecognised["reason"] | null {
  const { layout, open, hasZones, subjects, columns, shared } = reader;
  const { words } = layout;
  if (!path.isOwn) return hasValues(layout, path) ? "no-header" : null;
  const zoneLevel = hasZones ? subjectLevel(path, open, words) : -1;
  const zoneText = path.texts[zoneLevel];
  const group = zoneLevel < 0 ? -1 : groupLevel(path, words, open);
  const texts = path.texts.filter((_, level) => level !== zoneLevel && level !== group);
  const meaning = withTitleWord(readMeaning(texts, words), reader.titleWord);
  if (meaning.isNotMeasure) return null;
  const scope = zoneText === undefined ? meaning.reference : null;
  // 河津 | 备用: nobody knows what of 河津 stands there, and 完成 it is not.
  const isUnknown = zoneText === undefined || (meaning.otherName ?? "") !== "";
  if (scope === null && isUnknown && isSilent(meaning)) return "unknown-measure";
  const isOfNobody = hasZones && zoneText === undefined && scope === null;
  if (isOfNobody && SHARED.has(meaning.word ?? "level")) {
    shared.push({ column: path.column, meaning, texts: path.texts, header: path.area });
    return null;
  }
  const subject =
    zoneText !== undefined
      ? subjectOf(reader, placeOf(layout, path, zoneLevel, group), () =>
          headerSubject(layout, path, zoneLevel, open)
        )
      : scope !== null
        ? subjectOf(reader, `ref:${scope}`, () => referenceSubject(path, scope))
        : ((hasZones ? onlyOwner(subjects) : undefined) ?? sheetSubject(reader));
  columns.push({
    column: path.column,
    subject,
    meaning: { ...meaning, against: inTable(meaning.against, subjects), reference: null },
    key: uniqueKey(`${subject}`, keyOf(meaning), reader.used),
    texts: path.texts,
    header: path.area,
    isShared: false,
  });
  return null;
}

function subjectOf({ subjects, places }: Reader, name: string, make: () => SubjectDraft): number {
  const before = places.get(name);
  if (before !== undefined) return before;
  places.set(name, subjects.length);
  subjects.push(make());
  return subjects.length - 1;
}

function sheetSubject(reader: Reader): number {
  const { surroundings, sheet } = reader.layout;
  return subjectOf(reader, "sheet", () => sheetDraft(readSheetSubject(surroundings, sheet.name)));
}

/** 高新区 | 全市 under 总量 and again under 增速 are the same two; a 小计 is its group's. */
function placeOf(
  { words }: Layout,
  { texts, sources }: HeaderPath,
  level: number,
  group: number
): string {
  const name = texts[level] ?? "";
  return group < 0 && !words(name).isTotal ? name : `${name}@${sources[level] ?? 0}`;
}

/** Zones with targets of their own, and one zone alone, leave nothing to share. */
function shareOut(reader: Reader, shared: SharedColumn): void {
  const { subjects, columns, used } = reader;
  const isTaken = columns.some(({ meaning }) => meaning.word === shared.meaning.word);
  const owner = onlyOwner(subjects);
  const places =
    isTaken || owner !== undefined ? [owner ?? sheetSubject(reader)] : insideCity(subjects);
  for (const subject of places) {
    const key = uniqueKey(`${subject}`, keyOf(shared.meaning), used);
    columns.push({ ...shared, subject, key, isShared: places.length > 1 });
  }
}

/** The title speaks for numbers that neither the headers nor the names of the rows tell. */
function titleWordOf(
  { surroundings, region, names, words }: Layout,
  open: readonly HeaderPath[]
): MeasureWord | null {
  const rows = region.data.flatMap((row) => cellIn(row, names.column)?.text ?? []).slice(0, 50);
  const headers = open.map(({ texts }) => texts.filter((text) => !isSubjectText(words(text))));
  if (names.unitColumn !== null || names.measureColumn !== null) return null;
  return wordOfTitle(surroundings.title, [...headers, ...rows.map((text) => [text])], words);
}

function isSilent(meaning: Meaning): boolean {
  return (
    meaning.word === null &&
    meaning.period === null &&
    meaning.units.length === 0 &&
    !meaning.isContradictory
  );
}

function keyOf(meaning: Meaning): string {
  const { word, against, units, period, indicator, otherName } = meaning;
  const scope =
    against === null
      ? ""
      : against.kind === "reference"
        ? against.scope
        : against.kind === "indicator"
          ? against.indicator.id
          : "total";
  return [
    word === "level" || word === null ? "actual" : word,
    scope,
    units.map((unit) => unit.name).join("+"),
    JSON.stringify(period?.period ?? null),
    indicator?.id ?? otherName ?? "",
  ].join("|");
}

/** A second column of the same zone and measure is a field of its own. */
function uniqueKey(subject: string, key: string, used: Set<string>): string {
  let unique = key;
  for (let n = 2; used.has(`${subject}:${unique}`); n++) unique = `${key}#${n}`;
  used.add(`${subject}:${unique}`);
  return unique;
}

export function refuse(
  layout: Pick<Layout, "region">,
  path: HeaderPath,
  reason: Unrecognised["reason"]
): Unrecognised {
  const top = path.area.row;
  const bottom = layout.region.data.at(-1)?.row ?? top;
  return {
    area: { row: top, column: path.column, rows: bottom - top + 1, columns: 1 },
    reason,
    text: path.texts.join(" / "),
  };
}
