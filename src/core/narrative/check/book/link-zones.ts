import { formatAddress, formatArea } from "../../../workbook/address.ts";
import type { IndicatorTable } from "../../../model/table.ts";
import type { Address } from "../../../workbook/address.ts";
import type { ZoneKind } from "../../../model/zone.ts";
import type { Figure } from "../figures/figure.ts";
import { readTopicWords, topicOf } from "../figures/topic.ts";
import { kindOf } from "../link/counts.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim } from "../link/link-context.ts";
import type { BookCells } from "./book-cells.ts";
import { isOwn, measuredNumbers } from "./computed-numbers.ts";
import { whoseIs } from "./whose.ts";

/** 10个工业类开发区 against the zones of the tables. A number of zones of any kind may be of a wider scope than one table. */
export function linkZoneCells(context: LinkContext, cells: BookCells): void {
  const counts = cells.tables.map((table) => ({ table, count: countOf(table) }));
  for (const figure of context.figures) {
    const kind = figure.head === null && figure.unit?.name === "个" ? kindOf(figure) : undefined;
    if (kind === undefined || context.claimed.has(figure)) continue;
    linkCount(context, figure, kind, {
      counts,
      spoken: spokenLevel(cells, figure) ?? spokenOf(context, figure),
    });
  }
}

interface Counted {
  readonly table: IndicatorTable;
  readonly count: ReadonlyMap<string, number>;
}

const KINDS: Readonly<Record<ZoneKind, string>> = {
  industrial: "工业",
  agricultural: "农业",
  "cultural-tourism": "文旅",
  service: "服务业",
  comprehensive: "综合",
};

function countOf(table: IndicatorTable): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { role, kind } of table.subjects) {
    if (role !== "zone") continue;
    const word = KINDS[kind ?? "industrial"];
    for (const key of [word, "all"]) count.set(key, (count.get(key) ?? 0) + 1);
  }
  return count;
}

interface Spoken {
  readonly zones: readonly number[];
  readonly cells: readonly Address[];
}

/** 5个开发区工业投资同比持平: the growth is told in words alone, and is of as many zones. */
function spokenLevel(cells: BookCells, figure: Figure): Spoken | undefined {
  const clause = /^[^,;:。]*持平(?=[,;。]|$)/u.exec(figure.tail)?.[0];
  if (clause === undefined) return undefined;
  const { subject, phrase } = readTopicWords(clause, cells.names);
  if (phrase === null) return undefined;
  const { period } = readTopicWords(figure.lead, cells.names);
  const topic = topicOf(phrase, subject ?? "", period, cells.names);
  const whose = whoseIs(topic.subject, "", cells);
  if (whose.kind !== "all") return undefined;
  const numbers = measuredNumbers(
    cells,
    { ...figure, topic },
    topic.key,
    ["growth"],
    whose,
    (cell) => isOwn(cell, whose)
  );
  const zones = numbers.map((each) => each.zones).filter((each) => each > 1);
  return zones.length === 0
    ? undefined
    : { zones: [...new Set(zones)], cells: numbers.flatMap((each) => each.cells) };
}

/** 7个开发区工业投资完成109.24亿元: as many as the number that follows is of. */
function spokenOf({ figures, zonesOf, cellsOf }: LinkContext, figure: Figure): Spoken | undefined {
  const next = figures
    .slice(figure.index + 1, figure.index + 4)
    .find(({ head, sentence }) => head === null && sentence === figure.sentence);
  if (next === undefined || next.segment !== figure.segment) return undefined;
  const zones = [...(zonesOf.get(next) ?? [])].filter((each) => each > 1);
  return zones.length === 0 ? undefined : { zones, cells: cellsOf.get(next) ?? [] };
}

function linkCount(
  context: LinkContext,
  figure: Figure,
  kind: string,
  { counts, spoken }: { readonly counts: readonly Counted[]; readonly spoken: Spoken | undefined }
): void {
  if (spoken !== undefined) {
    const { cells } = spoken;
    const places = cells.map(formatAddress);
    addClaim(context, figure, {
      kind: "count",
      verdict: spoken.zones.includes(figure.value) ? "agrees" : "disagrees",
      computed: { low: Math.min(...spoken.zones), high: Math.max(...spoken.zones) },
      cells,
      fromCells: places,
      arithmetic: `${places.join(", ")}: ${spoken.zones.join(", ")}`,
    });
    return;
  }
  const own = counts.filter(({ count }) => (count.get(kind) ?? 0) > 1);
  const fitting = own.find(({ count }) => count.get(kind) === figure.value);
  const table = fitting ?? own[0];
  if (table === undefined || (fitting === undefined && kind === "all")) return;
  const found = table.count.get(kind) ?? 0;
  const place = `${table.table.sheet}!${formatArea(table.table.area)}`;
  addClaim(context, figure, {
    kind: "count",
    verdict: fitting === undefined ? "disagrees" : "agrees",
    computed: { low: found, high: found },
    cells: [{ sheet: table.table.sheet, area: table.table.area }],
    fromCells: [place],
    arithmetic: `${place}: ${found}`,
  });
}
