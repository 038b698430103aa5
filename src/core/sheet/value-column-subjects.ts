/** Whose values the columns of a table of indicators hold: the zone of their header, a reference, or whom the sheet is about. */

import { zoneKindOf } from "../catalog/zones.ts";
import type { ReferenceScope } from "../model/zone.ts";
import { cellIn } from "./grid.ts";
import type { Meaning } from "./meaning.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { SubjectDraft } from "./subject-draft.ts";
import { readRowLabel, type RowLabel } from "./row-labels.ts";
import { groupLevel } from "./zones-across.ts";
import type { Layout } from "./layout.ts";

const REFERENCE_NAMES: Readonly<Record<ReferenceScope, string>> = {
  city: "全市",
  province: "全省",
  "province-zones": "全省开发区",
  nation: "全国",
  "nation-zones": "全国经开区",
  benchmark: "先进水平",
};

/** A city that is compared with its province is a whole of no zone in the table, but what the table is about. */
export function asOwner(
  draft: SubjectDraft,
  place: number,
  all: readonly SubjectDraft[]
): SubjectDraft {
  const { label } = draft;
  const isOwner = label.reference === "city" && onlyOwner(all) === place;
  return isOwner
    ? { ...draft, label: { ...label, role: "zone", name: label.label, reference: null } }
    : draft;
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

/** 全市增速 beside the zone's own: the values of the whole, under a subject of its own. */
export function referenceSubject(path: HeaderPath, scope: ReferenceScope): SubjectDraft {
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

/** 运城市 | 全省开发区 | 占全省比重 | 位次: columns that name nobody tell of the one that is compared. */
export function onlyOwner(subjects: readonly SubjectDraft[]): number | undefined {
  const zones = placesOf(subjects, ({ label }) => label.role === "zone");
  const cities = placesOf(subjects, ({ label }) => label.reference === "city");
  const wider = placesOf(
    subjects,
    ({ label }) => label.reference !== null && label.reference !== "city"
  );
  if (zones.length === 1) return zones[0];
  return zones.length === 0 && cities.length === 1 && wider.length > 0 ? cities[0] : undefined;
}

function placesOf(
  subjects: readonly SubjectDraft[],
  isWanted: (subject: SubjectDraft) => boolean
): readonly number[] {
  return subjects.flatMap((subject, place) => (isWanted(subject) ? [place] : []));
}

/** The zones and totals of a table, and the city: whom its targets are set for. */
export function insideCity(subjects: readonly SubjectDraft[]): readonly number[] {
  return placesOf(
    subjects,
    ({ label: { reference } }) => reference === null || reference === "city"
  );
}

/** 占全省比重 beside 全省开发区, and no other 全省: the zones of the province are meant. */
export function inTable(
  against: Meaning["against"],
  subjects: readonly SubjectDraft[]
): Meaning["against"] {
  if (against?.kind !== "reference" || against.scope !== "province") return against;
  const has = (scope: ReferenceScope): boolean =>
    subjects.some(({ label }) => label.reference === scope);
  return has("province") || !has("province-zones")
    ? against
    : { ...against, scope: "province-zones" };
}

/** The one a whole sheet is about. */
export function sheetDraft(label: RowLabel): SubjectDraft {
  return { label, at: { kind: "sheet" }, group: null, kind: label.kind };
}
