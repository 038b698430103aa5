import { canonicalZoneName } from "../catalog/index.ts";

const KEPT: readonly (readonly [RegExp, string])[] = [
  [/高新/u, "高新区"],
  [/综保|综合保税/u, "综保区"],
  [/文旅|旅游/u, "文旅示范区"],
];

/**
 * The name a rule knows a zone by: its own name, and what it is behind it where it is no 经开区 (高新区, 综保区,
 * 文旅示范区), since these stand beside the 经开区 of the same place: 昆山高新区, 昆山.
 */
export function ruledZoneName(label: string): string {
  const name = canonicalZoneName(label);
  const kept = KEPT.find(([words]) => words.test(label))?.[1];
  return kept === undefined || name.endsWith(kept) ? name : `${name}${kept}`;
}

const ownNames = new Map<string, string>();

/** 盐湖 for 盐湖高新区, looked up once per name. */
function ownName(ruled: string): string {
  const known = ownNames.get(ruled);
  if (known !== undefined) return known;
  const name = canonicalZoneName(ruled);
  if (ownNames.size >= 4096) ownNames.clear();
  ownNames.set(ruled, name);
  return name;
}

/**
 * Whether a rule's zone is one of a table. A table in which several zones of one place stand tells them apart by their
 * kind: there 昆山 in a rule is the 经开区, and 昆山高新区 only itself; elsewhere the own name is enough.
 */
export function isSameZone(ruled: string, zone: string): boolean {
  return zonesMeant(ruled).includes(zone);
}

/** All names by which a table may know a rule's zone. */
function zonesMeant(ruled: string): readonly string[] {
  return [ruled, ownName(ruled), `${ruled}经开区`, `${ruled}开发区`];
}

/** What a rule says of its zones, found by the name a table knows a zone by; of two for one zone the first. */
export function byZoneMeant<T>(
  items: readonly T[],
  ruledOf: (item: T) => string
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    for (const zone of zonesMeant(ruledOf(item))) if (!found.has(zone)) found.set(zone, item);
  }
  return found;
}
