import { canonicalZoneName } from "../catalog/zones.ts";
import type { IndicatorTable } from "../model/table.ts";
import type { Subject } from "../model/zone.ts";
import type { SheetReading } from "./sheet-reading.ts";

/** What tells zones of one place apart, as short as offices write it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/高新/u, "高新区"],
  [/综保|综合保税/u, "综保区"],
  [/农业|农产品/u, "农业示范区"],
  [/文旅|旅游/u, "文旅示范区"],
  [/经开区|经济(?:技术)?开发区/u, "经开区"],
];

function kindWordOf({ role, label }: Subject): string | undefined {
  return role === "zone" ? KINDS.find(([words]) => words.test(label))?.[1] : undefined;
}

/**
 * 宣城高新区 on one sheet and 宣城经开区 on another are two zones of one place: where a workbook names both, each takes
 * the word that tells it apart, as it does where both stand in one table.
 */
export function separateZonesOfOnePlace(
  readings: readonly SheetReading[]
): readonly SheetReading[] {
  const kinds = new Map<string, Set<string>>();
  for (const subject of readings.flatMap(({ tables }) => tables.flatMap((one) => one.subjects))) {
    const word = kindWordOf(subject);
    if (word === undefined) continue;
    const name = canonicalZoneName(subject.label);
    kinds.set(name, (kinds.get(name) ?? new Set<string>()).add(word));
  }
  const isShared = ({ name }: Subject): boolean => (kinds.get(name)?.size ?? 0) > 1;
  const rename = (subject: Subject): Subject => {
    const word = isShared(subject) ? kindWordOf(subject) : undefined;
    return word === undefined ? subject : { ...subject, name: `${subject.name}${word}` };
  };
  const inTable = (table: IndicatorTable): IndicatorTable =>
    table.subjects.some(isShared) ? { ...table, subjects: table.subjects.map(rename) } : table;
  return readings.map((reading) => ({ ...reading, tables: reading.tables.map(inTable) }));
}
