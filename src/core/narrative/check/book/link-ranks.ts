import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "../link/link-context.ts";
import { addClaim, addWordClaim } from "../link/link-context.ts";
import { RANKED_LIST, placesSaid, rankedList } from "../link/rankings.ts";
import type { BookCell, BookCells } from "./book-cells.ts";
import { WIDER, above, cellFinder, columnOf } from "./rank-columns.ts";
import type { CellOf } from "./rank-columns.ts";

/**
 * Places in an order against the column they are told of: 前三位的分别是甲、乙、丙 are the three highest of all zones of the table,
 * 居全市开发区第2位 has one above it, 倒数第2位 one below. Equal numbers share a place, and either way of counting behind them is right.
 */
export function linkRankCells(context: LinkContext, cells: BookCells): void {
  const cellOf = cellFinder(context, cells);
  for (const figure of context.figures) {
    if (figure.head !== null) continue;
    if (figure.role === "rank") linkRank(context, figure, cellOf, cells);
    else linkList(context, figure, cellOf, cells);
  }
}

function linkList(context: LinkContext, first: Figure, cellOf: CellOf, cells: BookCells): void {
  const match = RANKED_LIST.exec(first.lead);
  if (match === null || WIDER.test(first.lead)) return;
  const list = rankedList(context, first);
  const listed = list.flatMap((figure) => cellOf(figure) ?? []);
  const [cell] = listed;
  if (cell === undefined || listed.length < 2 || listed.length !== list.length) return;
  if (listed.some(({ table, field }) => table !== cell.table || field !== cell.field)) return;
  const column = columnOf(cell, cells);
  if (column === undefined || cell.field.indicator.direction === "lower-is-better") return;
  const isTop = match.groups?.["top"] !== undefined;
  const word = match.groups?.["top"] ?? match.groups?.["bottom"] ?? "";
  const isOf = (all: readonly BookCell[]): boolean =>
    listed.every((each) => above(each, all, isTop) < placesSaid(word));
  const ofKind = column.filter(({ subject }) => subject.kind === cell.subject.kind);
  const start = first.start - first.lead.length + match.index;
  const from = start + match[0].indexOf(word) - 1;
  addWordClaim(context, from, from + 1 + word.length, {
    kind: "order",
    verdict: isOf(column) || isOf(ofKind) ? "agrees" : "disagrees",
    cells: column.map(({ at }) => at),
    arithmetic: [...column]
      .sort((a, b) => (isTop ? -1 : 1) * (a.stated.value - b.stated.value))
      .slice(0, placesSaid(word))
      .map(({ subject, stated }) => `${subject.name} ${stated.value}`)
      .join(", "),
  });
}

function linkRank(context: LinkContext, figure: Figure, cellOf: CellOf, cells: BookCells): void {
  if (context.claimed.has(figure) || !/第$/u.test(figure.chunk) || WIDER.test(figure.chunk)) return;
  const told = [...(context.frameOf.get(figure)?.figures ?? [])]
    .filter(({ index, sentence }) => index < figure.index && sentence === figure.sentence)
    .reverse()
    .filter(({ role }) =>
      /增速|增幅/u.test(figure.chunk)
        ? role === "growth"
        : /总量|绝对量/u.test(figure.chunk)
          ? role === "level"
          : true
    );
  const cell = told[0] === undefined ? undefined : cellOf(told[0]);
  const column = cell === undefined ? undefined : columnOf(cell, cells);
  if (cell === undefined || column === undefined) return;
  const isLast = /倒数第$/u.test(figure.chunk);
  const isLower = cell.field.indicator.direction === "lower-is-better";
  const isTop = isLast === isLower;
  const before = new Set(
    column
      .filter(({ stated }) =>
        isTop ? stated.value > cell.stated.value : stated.value < cell.stated.value
      )
      .map(({ stated }) => stated.value)
  );
  const places = [above(cell, column, isTop) + 1, before.size + 1];
  const isTrue = places.includes(figure.value);
  // 居全市第5位 may be of districts, 排名第3位 of any set: only 开发区 says that it is of these.
  const isOfZones = /开发区|经开区|高新区|示范区|园区/u.test(figure.chunk);
  if (!isTrue && (!isOfZones || figure.value > column.length)) return;
  addClaim(context, figure, {
    kind: "rank",
    verdict: isTrue ? "agrees" : "disagrees",
    computed: { low: Math.min(...places), high: Math.max(...places) },
    cells: column.map(({ at }) => at),
    arithmetic: `${cell.subject.name} ${cell.stated.value}: ${places[0] ?? ""}/${column.length}`,
  });
}
