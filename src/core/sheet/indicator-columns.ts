import type { Area } from "../workbook/address.ts";
import type { MeasureWord } from "../catalog/measure-words.ts";
import { zoneKindOf } from "../catalog/zones.ts";
import type { Unrecognised } from "../model/table.ts";
import type { ReferenceScope } from "../model/zone.ts";
import { cellIn } from "./grid.ts";
import { readMeaning, type Meaning } from "./header-meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { SubjectDraft } from "./members.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import { withTitleWord, wordOfTitle } from "./title-word.ts";
import { readSheetSubject } from "./sheet-subject.ts";
import { groupLevel, isSubjectText, namesZones, subjectLevel } from "./zones-across.ts";
import type { Layout } from "./layout.ts";

/** A column of values in a table whose rows are indicators: whose value it holds, and which measure. */
export interface ValueColumn {
  readonly column: number;
  readonly subject: number;
  readonly meaning: Meaning;
  /** Equal for the columns of different zones that hold the same measure. */
  readonly key: string;
  readonly texts: readonly string[];
  readonly header: Area;
}

export interface ValueColumns {
  readonly orientation: "indicators-in-rows" | "zones-in-columns";
  readonly columns: readonly ValueColumn[];
  readonly subjects: readonly SubjectDraft[];
}

const REFERENCE_NAMES: Readonly<Record<ReferenceScope, string>> = {
  city: "全市",
  province: "全省",
  "province-zones": "全省开发区",
  nation: "全国",
  "nation-zones": "全国经开区",
};

/** Reads the headers over the values. What holds no measure is left out, what cannot be read is told. */
export function readValueColumns(layout: Layout, unrecognised: Unrecognised[]): ValueColumns {
  const { paths, names, words, region, surroundings, sheet } = layout;
  const open = paths.filter(
    (path) => !names.all.has(path.column) && path.column !== names.measureColumn
  );
  const hasZones = namesZones(
    open.filter(({ column }) => region.data.some((row) => cellIn(row, column) !== undefined)),
    words
  );
  const titleWord = titleWordOf(layout, open);
  const subjects: SubjectDraft[] = [];
  const places = new Map<string, number>();
  const subjectOf = (name: string, make: () => SubjectDraft): number => {
    const before = places.get(name);
    if (before !== undefined) return before;
    places.set(name, subjects.length);
    subjects.push(make());
    return subjects.length - 1;
  };
  // 高新区 | 全市 under 总量 and again under 增速 are the same two; a 小计 is its group's.
  const placeOf = ({ texts, sources }: HeaderPath, level: number, group: number): string => {
    const name = texts[level] ?? "";
    return group < 0 && !words(name).isTotal ? name : `${name}@${sources[level] ?? 0}`;
  };
  const columns: ValueColumn[] = [];
  const used = new Set<string>();
  for (const path of open) {
    if (!region.data.some((row) => cellIn(row, path.column) !== undefined) && !path.isOwn) continue;
    if (!path.isOwn) {
      unrecognised.push(refuse(layout, path, "no-header"));
      continue;
    }
    const zoneLevel = hasZones ? subjectLevel(path, open, words) : -1;
    const zoneText = path.texts[zoneLevel];
    const group = zoneLevel < 0 ? -1 : groupLevel(path, words, open);
    const texts = path.texts.filter((_, level) => level !== zoneLevel && level !== group);
    const meaning = withTitleWord(readMeaning(texts, words), titleWord);
    if (meaning.isNotMeasure) continue;
    const scope = zoneText === undefined ? meaning.reference : null;
    // 河津 | 备用: nobody knows what of 河津 stands there, and 完成 it is not.
    const isUnknown = zoneText === undefined || (meaning.otherName ?? "") !== "";
    if (scope === null && isUnknown && isSilent(meaning)) {
      unrecognised.push(refuse(layout, path, "unknown-measure"));
      continue;
    }
    const subject =
      zoneText !== undefined
        ? subjectOf(placeOf(path, zoneLevel, group), () =>
            headerSubject(layout, path, zoneLevel, open)
          )
        : scope !== null
          ? subjectOf(`ref:${scope}`, () => referenceSubject(path, scope))
          : (loneZone(subjects) ??
            subjectOf("sheet", () => sheetDraft(readSheetSubject(surroundings, sheet.name))));
    const key = uniqueKey(`${subject}`, keyOf(meaning), used);
    columns.push({
      column: path.column,
      subject,
      meaning: { ...meaning, reference: null },
      key,
      texts: path.texts,
      header: path.area,
    });
  }
  return { orientation: hasZones ? "zones-in-columns" : "indicators-in-rows", columns, subjects };
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

export function headerSubject(
  layout: Layout,
  path: HeaderPath,
  level: number,
  all: readonly HeaderPath[]
): SubjectDraft {
  const text = path.texts[level] ?? "";
  const column = path.sources[level] ?? path.column;
  const row =
    layout.region.header.find((line) => {
      const own = cellIn(line, column)?.text;
      return own !== undefined && text.startsWith(own);
    })?.row ?? path.area.row;
  const label = readRowLabel(text, layout.surroundings.city);
  const group = path.texts[groupLevel(path, layout.words, all)] ?? null;
  const kind = label.kind ?? (group === null || label.role === "total" ? null : zoneKindOf(group));
  return { label, at: { kind: "cell", row, column }, group, kind };
}

/** 高新区 | 全市 | 占全市比重: what names no zone is of the only one before it. */
function loneZone(subjects: readonly SubjectDraft[]): number | undefined {
  const zones = subjects.flatMap(({ label, at }, i) =>
    label.role === "zone" && at.kind === "cell" ? [i] : []
  );
  return zones.length === 1 ? zones[0] : undefined;
}

/** 全市增速 beside the zone's own: the values of the whole, under a subject of its own. */
function referenceSubject(path: HeaderPath, scope: ReferenceScope): SubjectDraft {
  const name = REFERENCE_NAMES[scope];
  const label: RowLabel = {
    role: "reference",
    name,
    label: name,
    kind: null,
    reference: scope,
    isUndecided: false,
    isPart: false,
  };
  return {
    label,
    at: { kind: "cell", row: path.area.row, column: path.column },
    group: null,
    kind: null,
  };
}

function sheetDraft(label: RowLabel): SubjectDraft {
  return { label, at: { kind: "sheet" }, group: null, kind: label.kind };
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
