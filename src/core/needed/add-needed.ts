import type { CheckContext } from "../checks/check.ts";
import { leafMembers } from "../model/leaf-members.ts";
import { inUnitOf, targetAt } from "../checks/target-at.ts";
import type { Finding } from "../findings/finding.ts";
import { readPlace } from "../model/table-index.ts";
import type { Place, TableIndex } from "../model/table-index.ts";
import type { Observation } from "../model/table.ts";
import type { Shortfall, StillNeeded } from "./still-needed.ts";
import { amountsAt } from "./needed-amounts.ts";

type Judged = Omit<CheckContext, "index">;

/** The findings, with what is still needed on every target of a growth, a share or a level that is not reached. */
export function addNeeded(findings: readonly Finding[], judged: Judged): readonly Finding[] {
  if (!findings.some(isOfTarget)) return findings;
  const places = new Map(judged.book.map((index) => [index.table.sheet, [] as TableIndex[]]));
  for (const index of judged.book) places.get(index.table.sheet)?.push(index);
  const cells: CellsOf = new Map();
  return findings.map((finding) => {
    if (!isOfTarget(finding)) return finding;
    const place = placeOf(places.get(finding.at.sheet) ?? [], finding, cells);
    const needed =
      place === undefined
        ? null
        : neededAt({ ...judged, index: place.index }, place, finding.params.target);
    return needed === null ? finding : withNeeded(finding, needed);
  });
}

type OfTarget = Extract<Finding, { code: "target-unmet" | "target-behind-pace" }>;

function isOfTarget(finding: Finding): finding is OfTarget {
  return finding.code === "target-unmet" || finding.code === "target-behind-pace";
}

function withNeeded(finding: OfTarget, needed: StillNeeded): Finding {
  return finding.code === "target-unmet"
    ? { ...finding, params: { ...finding.params, needed } }
    : { ...finding, params: { ...finding.params, needed } };
}

/** The observations of tables by row and column of the sheet; a long table is gone through once. */
type CellsOf = Map<TableIndex, ReadonlyMap<string, Observation>>;

function cellsOf(index: TableIndex, known: CellsOf): ReadonlyMap<string, Observation> {
  const cells =
    known.get(index) ??
    new Map(
      index.table.cells
        .flat()
        .flatMap((cell): readonly (readonly [string, Observation])[] =>
          cell === null ? [] : [[`${cell.at.row},${cell.at.column}`, cell]]
        )
    );
  known.set(index, cells);
  return cells;
}

function placeOf(
  tables: readonly TableIndex[],
  { at }: Finding,
  cells: CellsOf
): Place | undefined {
  for (const index of tables) {
    const { area } = index.table;
    const isInside =
      at.area.row >= area.row &&
      at.area.row < area.row + area.rows &&
      at.area.column >= area.column &&
      at.area.column < area.column + area.columns;
    if (!isInside) continue;
    const found = cellsOf(index, cells).get(`${at.area.row},${at.area.column}`);
    const subject = found === undefined ? undefined : index.table.subjects[found.subject];
    const field = found === undefined ? undefined : index.table.fields[found.field];
    if (subject !== undefined && field !== undefined) return { index, subject, field };
  }
  return undefined;
}

/** What is needed at a growth, a share or a level below `target` (in the unit of the field); null where nothing can be said. */
function neededAt(context: CheckContext, place: Place, target: number): StillNeeded | null {
  const own = amountsAt(context, place, target);
  if (own === null) return null;
  const { subject, index } = place;
  const isSum = subject.role === "total" || subject.role === "subtotal";
  const members = isSum ? leafMembers(index.table, subject) : [];
  const shortfalls = members
    .flatMap((member): Shortfall[] => {
      const there = { ...place, subject: member };
      const reading = readPlace(index, member, place.field);
      const required = targetAt(context, there);
      const value = required === undefined ? undefined : inUnitOf(required, place.field.unit);
      if (value === undefined || reading.kind === "none" || reading.stated.value >= value)
        return [];
      const amounts = amountsAt(context, there, value);
      const amount = amounts?.now ?? amounts?.rest ?? null;
      if (amounts === null || amount === null) return [];
      return [{ zone: member.label, amount, at: amounts.at }];
    })
    .sort((a, b) => b.amount.value - a.amount.value);
  return { ...own.needed, shortfalls };
}
