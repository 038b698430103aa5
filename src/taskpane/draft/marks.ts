import type { Address } from "../../core/index.ts";

/** How a marked place looks: each has an underline of its own, so that nothing depends on colour. */
export type MarkLook =
  /** A number of a composed text that stands as the workbook says. */
  | "sourced"
  | "outdated"
  | "agrees"
  | "within-rounding"
  | "disagrees"
  | "unverifiable"
  | "lint"
  | "unclaimed";

/** Groups of findings, the worst first; what agrees is told by its mark alone. */
export const FINDING_GROUPS = [
  "disagrees",
  "within-rounding",
  "unverifiable",
  "lint",
  "unclaimed",
] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

/** A place in a text that something is known of. Offsets in UTF-16 units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly look: MarkLook;
  /** The lint has something to say of these very words, whatever the look tells. */
  readonly isLinted: boolean;
  /** Read out after the words themselves. */
  readonly label: string;
  /** Shown where the pointer rests. */
  readonly hint: string;
  /** Where it comes from; a click goes to the first. */
  readonly cells: readonly Address[];
}

/** A run of text under the same marks. */
export interface Piece {
  readonly text: string;
  /** The mark it belongs to: of several, the shortest; null where it has none. */
  readonly mark: number | null;
  /** The first piece of its mark: the one keys go to. */
  readonly isStop: boolean;
  /** It lies in words that the lint has something to say of. */
  readonly isLinted: boolean;
}

export interface Paragraph {
  readonly pieces: readonly Piece[];
  /** Its marks are among these. */
  readonly firstMark: number;
  readonly lastMark: number;
}

/** A line with more pieces is shown as several, so that none takes long to render. */
const MOST_PIECES = 300;

/** Cuts a text into paragraphs (at its line breaks) of pieces. Marks in the order of their starts; they may overlap. */
export function toParagraphs(text: string, marks: readonly Mark[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const started = new Set<number>();
  let pieces: Piece[] = [];
  let open: number[] = [];
  let next = 0;

  const endParagraph = (): void => {
    const own = pieces.flatMap(({ mark }) => mark ?? []);
    const [firstMark, lastMark] = [Math.min(...own), Math.max(...own)];
    paragraphs.push({ pieces, firstMark, lastMark });
    pieces = [];
  };
  const addPiece = (from: number, to: number): void => {
    if (from >= to) return;
    const mark = shortest(open, marks);
    pieces.push({
      text: text.slice(from, to),
      mark,
      isStop: mark !== null && !started.has(mark),
      isLinted: open.some((index) => marks[index]?.isLinted),
    });
    if (mark !== null) started.add(mark);
    if (pieces.length >= MOST_PIECES) endParagraph();
  };

  let at = 0;
  for (const line of text.split("\n")) {
    const lineEnd = at + line.length;
    while (at < lineEnd) {
      open = open.filter((index) => (marks[index]?.end ?? 0) > at);
      while ((marks[next]?.start ?? Infinity) <= at) {
        if ((marks[next]?.end ?? 0) > at) open.push(next);
        next += 1;
      }
      const ends = open.map((index) => marks[index]?.end ?? lineEnd);
      const cut = Math.min(lineEnd, marks[next]?.start ?? lineEnd, ...ends);
      addPiece(at, cut);
      at = cut;
    }
    endParagraph();
    at = lineEnd + 1;
  }
  return paragraphs;
}

function shortest(open: readonly number[], marks: readonly Mark[]): number | null {
  let best: number | null = null;
  let length = Infinity;
  for (const index of open) {
    const mark = marks[index];
    if (mark === undefined || mark.end - mark.start >= length) continue;
    best = index;
    length = mark.end - mark.start;
  }
  return best;
}
