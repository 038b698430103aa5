import type { NumberReading } from "../../../model/table-index.ts";
import type { ReferenceScope } from "../../../model/zone.ts";
import { areaOfCell, formatAddress } from "../../../workbook/address.ts";
import type { Address } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import type { Found, LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import { verdictSaid } from "../link/targets.ts";
import type { BookCells } from "./book-cells.ts";
import { factorFor } from "./book-number.ts";
import type { BookTarget } from "./book-targets.ts";
import { targetsFor } from "./find-targets.ts";
import { isMember, whoseIs } from "./whose.ts";

/** 未达到: the row's own number against every limit that counts for it; undefined where the workbook has none. */
export function ownVerdict(figure: Figure, target: BookTarget): Found | undefined {
  const said = verdictSaid(figure);
  const { own, verdict } = target;
  if (said === undefined || own === null) return undefined;
  const isOfSeveral = figure.after.length > 0 || verdict === null;
  return {
    kind: "verdict",
    verdict: verdict === null ? "unverifiable" : said === verdict ? "agrees" : "disagrees",
    ...cellsOfTargets([target]),
    notes: isOfSeveral ? [{ code: verdict === null ? "weights" : "robust" }] : [],
    arithmetic: comparisonOf(target, own),
  };
}

/** 均达到, 均未完成: every zone's number against its own limit. */
export function membersVerdict(
  context: LinkContext,
  cells: BookCells,
  figure: Figure
): Found | undefined {
  const said = verdictSaid(figure);
  if (said === undefined) return undefined;
  const isTrue = (group: readonly BookTarget[]): boolean =>
    group.every(({ verdict }) => verdict === said);
  const members = membersOf(context, cells, figure, isTrue);
  if (members.length === 0) return undefined;
  return {
    kind: "members",
    verdict: isTrue(members) ? "agrees" : "disagrees",
    ...cellsOfTargets(members),
    arithmetic: listOf(members),
  };
}

/** 4个达到、1个未达到: how many zones have met their limits. */
export function linkMemberCount(context: LinkContext, cells: BookCells, figure: Figure): void {
  const target = context.figures
    .slice(figure.index + 1, figure.index + 3)
    .find(({ role, sentence }) => role === "target" && sentence === figure.sentence);
  const wanted = /^[一-龥]{0,5}未/u.test(figure.tail) ? "unmet" : "met";
  const countIn = (group: readonly BookTarget[]): number =>
    group.filter(({ verdict }) => verdict === wanted).length;
  const members =
    target === undefined
      ? []
      : membersOf(context, cells, target, (group) => countIn(group) === figure.value);
  if (members.length === 0) return;
  const count = countIn(members);
  addClaim(context, figure, {
    kind: "count",
    verdict: count === figure.value ? "agrees" : "disagrees",
    computed: { low: count, high: count },
    ...cellsOfTargets(members),
    arithmetic: `${listOf(members)} → ${count}`,
  });
}

/**
 * The zones a sentence speaks of, of the table and measure whose targets the number is most often; all must have both. Of two
 * measures that the text has told alike, the one of which it is true.
 */
function membersOf(
  context: LinkContext,
  cells: BookCells,
  figure: Figure,
  isSaid: (group: readonly BookTarget[]) => boolean
): readonly BookTarget[] {
  const whose = whoseIs(figure.topic?.subject ?? "", "", cells);
  const groups = new Map<string, BookTarget[]>();
  for (const target of targetsFor(cells, figure)) {
    if (target.own === null || !isMember(target.subject, whose)) continue;
    if (factorFor(target.unit, figure.unit) === undefined) continue;
    const key = `${target.table.sheet}|${target.table.area.row}|${target.own.place.field.index}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  const times = (group: readonly BookTarget[]): number =>
    group.filter(({ value, unit }) => value * (factorFor(unit, figure.unit) ?? 1) === figure.value)
      .length;
  const told = toldBy(context, cells, figure);
  const isTold = (group: readonly BookTarget[]): number => Number(group.some(told));
  const [best] = [...groups.values()].sort(
    (a, b) =>
      isTold(b) - isTold(a) ||
      times(b) - times(a) ||
      b.length - a.length ||
      Number(isSaid(b)) - Number(isSaid(a))
  );
  const [first] = best ?? [];
  if (best === undefined || first === undefined) return [];
  const wanted = first.table.subjects.filter((subject) => isMember(subject, whose));
  return best.length === wanted.length ? best : [];
}

/**
 * Whether a target is held against a number that the text has told of the indicator by then: its cell, its column, or a share
 * of the same whole, which the text may have computed itself.
 */
export function toldBy(
  context: LinkContext,
  cells: BookCells,
  figure: Figure
): (target: BookTarget) => boolean {
  const told = (context.frameOf.get(figure)?.figures ?? []).filter(
    ({ index }) => index < figure.index
  );
  const places = new Set(
    told.flatMap((other) =>
      (context.cellsOf.get(other) ?? []).flatMap((cell) => [formatAddress(cell), columnOf(cell)])
    )
  );
  const wholes = new Set(told.flatMap((other) => wholeOf(other, cells) ?? []));
  return ({ own, subject }) => {
    if (own === null) return false;
    const { against } = own.place.field;
    const at = addressOf(own);
    if (places.has(subject.role === "zone" ? columnOf(at) : formatAddress(at))) return true;
    return against?.kind === "reference" && wholes.has(against.scope);
  };
}

/** 占全省开发区的10%: the whole a share is of. */
function wholeOf({ role, against }: Figure, cells: BookCells): ReferenceScope | undefined {
  if (role !== "share" || against?.kind !== "scope") return undefined;
  const whose = whoseIs(against.scope, "", cells);
  return whose.kind === "reference" ? whose.scope : undefined;
}

function columnOf({ sheet, area }: Address): string {
  return `${sheet}|${area.column}`;
}

function cellsOfTargets(targets: readonly BookTarget[]): Pick<Found, "cells" | "fromCells"> {
  const cells = targets.flatMap(({ own, at }) => [
    ...(own === null ? [] : [addressOf(own)]),
    ...(at === null ? [] : [at]),
  ]);
  return { cells, fromCells: cells.map(formatAddress) };
}

export function addressOf({ place, observation }: NumberReading): Address {
  return { sheet: place.index.table.sheet, area: areaOfCell(observation.at) };
}

function comparisonOf({ verdict, value }: BookTarget, { stated }: NumberReading): string {
  return `${stated.value} ${verdict === "met" ? "≥" : verdict === "unmet" ? "<" : "~"} ${value}`;
}

function listOf(members: readonly BookTarget[]): string {
  return members
    .flatMap((member) =>
      member.own === null ? [] : `${member.subject.name} ${comparisonOf(member, member.own)}`
    )
    .join(", ");
}
