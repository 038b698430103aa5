import { stripZoneLabel, zoneSuffixOf } from "../../catalog/zones.ts";
import type { Subject } from "../../model/zone.ts";

/** A zone's name as a sentence writes it: without numbering, status and office. 1.河津经济技术开发区管委会(筹) → 河津经济技术开发区. */
export function zoneLabel({ label }: Pick<Subject, "label">): string {
  const name = stripZoneLabel(label);
  return name === "" ? label : name;
}

/** 万荣、临猗农业示范区: what all names end with is written once. */
export function listZones(zones: readonly Pick<Subject, "label">[], mark: string): string {
  const names = zones.map(zoneLabel);
  const suffixes = new Set(names.map((name) => zoneSuffixOf(name) ?? ""));
  const [suffix = ""] = suffixes;
  if (suffixes.size !== 1 || suffix === "" || names.length < 2) return names.join(mark);
  return `${names.map((name) => name.slice(0, name.length - suffix.length)).join(mark)}${suffix}`;
}
