import { formatAddress } from "../../../workbook/address.ts";
import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import { cellsOf, isOfPeriod } from "./book-cells.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { factorFor } from "./book-number.ts";
import type { BookTarget } from "./book-targets.ts";
import { cellsOfWhose, isMember, whoseIs, zonesIn } from "./whose.ts";

/** Every target that a number may speak of: those in force, and cells of target columns that no row is held against. */
export function targetsFor(cells: BookCells, figure: Figure): readonly BookTarget[] {
  const key = figure.topic?.key ?? "";
  const period = figure.topic?.period ?? null;
  const inForce = (cells.targets.get(key) ?? []).filter((target) => isOfPeriod(target, period));
  const known = new Set(inForce.flatMap(({ at }) => (at === null ? [] : [formatAddress(at)])));
  const ruled = new Set(
    inForce.filter(({ isRuled }) => isRuled).map(({ subject }) => subject.name)
  );
  const others = cellsOf(cells, key, ["target", "target-part"]).filter(
    (cell) =>
      isOfPeriod(cell, period) &&
      !known.has(formatAddress(cell.at)) &&
      !ruled.has(cell.subject.name)
  );
  return [...inForce, ...others.map(ofCell)];
}

function ofCell(cell: BookCell): BookTarget {
  const { table, subject, members, indicator, measure, period, stated, unit, at } = cell;
  const origin = formatAddress(at);
  const place = { table, subject, members, indicator, measure, period, unit, at, origin };
  return { ...place, value: stated.value, isRuled: false, own: null, verdict: null };
}

/** Those it says, the likeliest first: of the zone named before it, of all the others, of whom the sentence speaks. */
export function targetsSaid(
  context: LinkContext,
  cells: BookCells,
  figure: Figure
): readonly BookTarget[] {
  const list = targetsFor(cells, figure).filter(
    ({ unit }) => factorFor(unit, figure.unit) !== undefined
  );
  const whose = whoseIs(figure.topic?.subject ?? "", "", cells);
  const excluded = new Set(figure.after.flatMap((other) => zonesIn(nameBefore(other), cells)));
  const zones = list.filter(
    ({ subject }) => isMember(subject, whose) && !excluded.has(subject.name)
  );
  if (figure.head !== null) {
    const name = nameBefore(figure);
    const [named] = zonesIn(name, cells);
    if (named !== undefined) return list.filter(({ subject }) => subject.name === named);
    if (/^其[余他它]/u.test(name)) {
      const others = new Set(excepted(context, figure).flatMap((words) => zonesIn(words, cells)));
      return usual(zones.filter(({ subject }) => !others.has(subject.name)));
    }
  }
  const own = cellsOfWhose(list, whose);
  return own.length === 0 || isOfMembers(context, figure) ? usual(zones) : own;
}

/** 均达到17%, 4个达到、1个未达到17%: the words are of each zone, whatever their total must reach. */
export function isOfMembers(context: LinkContext, figure: Figure): boolean {
  return isOfEvery(figure) || isCounted(context, figure);
}

export function isOfEvery({ chunk }: Figure): boolean {
  return /(?:均|都|全部)[^,]{0,6}(?:完成|达到|超)/u.test(chunk);
}

export function isCounted(context: LinkContext, figure: Figure): boolean {
  const before = context.figures[figure.index - 1];
  return before?.role === "member-count" && before.sentence === figure.sentence;
}

/** 、其余开发区 → 其余开发区. */
function nameBefore(figure: Figure): string {
  return figure.lead.replace(/^[、,;(]+/u, "").replace(/(?:为|是|:)$/u, "");
}

/** The names before 其余 in its bracket: 河津开发区16%、绛县开发区15%、其余开发区17%. */
function excepted({ figures }: LinkContext, figure: Figure): readonly string[] {
  const names: string[] = [];
  for (let index = figure.index - 1; index >= 0; index -= 1) {
    const other = figures[index];
    if (other === undefined || other.sentence !== figure.sentence || other.head !== figure.head)
      break;
    names.push(nameBefore(other));
  }
  return names;
}

/** The target most zones have: what 其余 and the headline mean. */
function usual(zones: readonly BookTarget[]): readonly BookTarget[] {
  const counts = new Map<number, number>();
  for (const { value } of zones) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return zones.filter(({ value }) => counts.get(value) === most);
}
