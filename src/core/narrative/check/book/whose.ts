import { isDocumentName } from "../../../catalog/document-names.ts";
import { canonicalZoneName, isAllZonesLabel } from "../../../catalog/zones.ts";
import { leafMembers } from "../../../model/leaf-members.ts";
import type { ReferenceScope, Subject } from "../../../model/zone.ts";
import { scopeIn } from "../figures/against.ts";
import { leadingZones } from "../figures/known-names.ts";
import type { BookCell, BookCells } from "./book-cells.ts";

/** Whose numbers a text speaks of: named zones, a wider whole, or all the zones of the table. */
export type Whose =
  | { readonly kind: "zones"; readonly names: readonly string[] }
  | { readonly kind: "reference"; readonly scope: ReferenceScope }
  | { readonly kind: "all"; readonly zoneKind: Subject["kind"] };

const SCOPES: Readonly<Record<string, ReferenceScope>> = {
  全市: "city",
  全省: "province",
  全省开发区: "province-zones",
  全国: "nation",
  全国开发区: "nation-zones",
};

/** The zones that words name, in their order: 万荣、临猗农业示范区 → 万荣, 临猗; bare stems too. */
export function zonesIn(words: string, cells: BookCells): readonly string[] {
  const found: string[] = [];
  for (const part of words.split(/[、和与及,]/u)) {
    // 运城市开发区 means all zones of the city, and none called 运城.
    if (part === "" || isAllZonesLabel(part)) continue;
    const name = canonicalZoneName(part);
    const zone =
      cells.zones.find((each) => each.name === name || each.label === part) ??
      cells.zones.find((each) => each.name.length >= 2 && beginsWith(part, each.name));
    if (zone !== undefined) found.push(zone.name);
  }
  return found;
}

/** 运城开发区工业投资 begins with 运城; 运城市开发区工业投资 with the city. */
function beginsWith(words: string, zone: string): boolean {
  return words.startsWith(zone) && words.charAt(zone.length) !== "市";
}

/** 增速前三位的分别是河津开发区: the name of a list begins behind its verb. */
const LISTED = /(?:^|[,;:]|分别(?:是|为|有)|依次(?:是|为))([一-龥()、]{2,60}?)(?:增长|下降)?$/u;

export function whoseIs(subject: string, lead: string, cells: BookCells): Whose {
  // 甲开发区14.26亿元 in a list: the name stands right before the number, and so may all of 甲、乙开发区.
  const listed = LISTED.exec(lead)?.[1]?.replace(/^.*(?:分别|依次)(?:是|为|有)/u, "");
  const direct = listed === undefined ? [] : zonesIn(listed, cells);
  if (direct.length > 0) return { kind: "zones", names: direct };
  const last = /[一-龥()]{4,30}$/u.exec(lead)?.[0] ?? "";
  const behind = cells.zones.find(
    ({ name, label }) => name.length > 1 && (last.endsWith(label) || last.endsWith(name))
  );
  // 工业投资增速甲区14.6%: the name stands behind what is told of it.
  if (behind !== undefined) return { kind: "zones", names: [behind.name] };
  const spoken = namesBefore(lead, cells);
  if (spoken.length > 1) return { kind: "zones", names: spoken };
  const names = zonesIn(subject, cells);
  if (names.length > 0) return { kind: "zones", names };
  const scope = SCOPES[scopeIn(subject) ?? ""];
  if (scope !== undefined) return { kind: "reference", scope };
  return { kind: "all", zoneKind: kindIn(subject) };
}

/** 前三位的是甲、乙、丙,分别完成: the names are those of the clause before; 甲、乙、丙完成率超过序时进度,分别为: that begins with them. */
function namesBefore(lead: string, cells: BookCells): readonly string[] {
  const clause = /([^,;:。]*),(?:分别|依次)[一-龥]{0,6}$/u.exec(lead)?.[1];
  if (clause === undefined) return [];
  const named =
    /(?:是|为|有)([一-龥()、]+)$/u.exec(clause)?.[1] ?? leadingZones(clause, cells.names);
  const names = named.split("、");
  const found = zonesIn(named, cells);
  return found.length === names.length ? found : [];
}

const KINDS: readonly (readonly [RegExp, NonNullable<Subject["kind"]>])[] = [
  [/工业类/u, "industrial"],
  [/农业/u, "agricultural"],
  [/文旅/u, "cultural-tourism"],
  [/服务业类/u, "service"],
  [/综合类/u, "comprehensive"],
];

function kindIn(subject: string): Subject["kind"] {
  return KINDS.find(([words]) => words.test(subject))?.[1] ?? null;
}

/** Whether a zone is one of those spoken of. */
export function isMember({ role, name, kind }: Subject, whose: Whose): boolean {
  if (role !== "zone" || whose.kind === "reference") return false;
  if (whose.kind === "zones") return whose.names.includes(name);
  // Forms mark the agricultural and tourism zones; one whose kind nobody names is an industrial one.
  return whose.zoneKind === null || whose.zoneKind === (kind ?? "industrial");
}

/** A number of a row, with the names of the zones that row adds up. */
type OfRow = Pick<BookCell, "table" | "subject" | "members">;

/** The numbers of a list that belong to it, the likeliest first. */
export function cellsOfWhose<T extends OfRow>(list: readonly T[], whose: Whose): readonly T[] {
  switch (whose.kind) {
    case "zones": {
      const [only, ...more] = whose.names;
      if (more.length === 0) return list.filter(({ subject }) => subject.name === only);
      // The line of several zones is a sum that names them, or that adds up just them.
      return list.filter(
        ({ subject, members }) =>
          subject.role !== "zone" &&
          (whose.names.every((name) => subject.label.includes(name)) ||
            (members.length === whose.names.length &&
              whose.names.every((name) => members.includes(name))))
      );
    }
    case "reference": {
      const own = list.filter(({ subject }) => subject.reference === whose.scope);
      if (own.length > 0) return own;
      // 全市 may head the sum of the zones, 全省 that of the cities.
      return list.filter(
        ({ subject }) =>
          subject.role === "total" &&
          (whose.scope === "city" || WIDER[whose.scope]?.test(subject.label) === true)
      );
    }
    case "all": {
      const totals = list.filter(
        ({ subject }) => subject.role === "total" || subject.role === "subtotal"
      );
      const ofKind = totals.filter((row) => isOfKind(row, whose.zoneKind));
      if (ofKind.length === 0 && whose.zoneKind === null)
        return list.filter((row) => isOfNobody(row) || isOfOneZone(row));
      return [...ofKind].sort((a, b) => rankOf(a) - rankOf(b));
    }
  }
}

const WIDER: Partial<Record<ReferenceScope, RegExp>> = {
  province: /^全省/u,
  "province-zones": /^全省/u,
  nation: /^全国/u,
  "nation-zones": /^全国/u,
};

/** A sheet that names no zone (指标快报) speaks of whom the text speaks of. */
function isOfNobody({ subject }: OfRow): boolean {
  return subject.at.kind === "sheet" && subject.role === "zone" && isDocumentName(subject.label);
}

/** A list of one zone's indicators is of whom the text speaks: 全区. */
function isOfOneZone({ subject, table }: OfRow): boolean {
  return subject.at.kind === "sheet" && table.subjects.length === 1;
}

/** A total that names no kind is of the kinds it adds up. */
function isOfKind({ subject, table }: OfRow, kind: Subject["kind"]): boolean {
  if (kind === null || subject.kind !== null) return kind === null || subject.kind === kind;
  const zones = leafMembers(table, subject);
  return zones.length === 0 || zones.some((zone) => (zone.kind ?? "industrial") === kind);
}

function rankOf({ subject }: OfRow): number {
  return subject.role === "total" ? 0 : 1;
}
