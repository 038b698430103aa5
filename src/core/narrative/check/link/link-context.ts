import type { Claim, ClaimKind, ClaimVerdict } from "../draft-check.ts";
import type { Figure, Role } from "../figures/figure.ts";
import { signedValue } from "../figures/figure.ts";
import type { Frame } from "../figures/frames.ts";
import type { CleanText } from "../text/clean-text.ts";
import { placeOf } from "../text/clean-text.ts";
import { firstFrom } from "../text/first-from.ts";
import { FigureMap, FigureSet } from "./by-figure.ts";
import type { Missing, Note } from "../working.ts";
import type { Interval } from "../../../model/stated-number.ts";
import type { Address } from "../../../workbook/address.ts";

/** A draft that is being linked: its numbers, what was found so far, and what took part. */
export interface LinkContext {
  readonly clean: CleanText;
  readonly figures: readonly Figure[];
  readonly frames: readonly Frame[];
  readonly claims: Claim[];
  /** Numbers that a claim is about. */
  readonly claimed: FigureSet;
  /** Numbers that are an operand of one. */
  readonly used: FigureSet;
  /** The cells a number was held against first. */
  readonly cellsOf: FigureMap<readonly Address[]>;
  /** Of how many zones the workbook's numbers are that a number may be held against. */
  readonly zonesOf: FigureMap<ReadonlySet<number>>;
  /** Digits of the column a number was found in: −3 among −37.85 and 2.51 is −3.00. */
  readonly placesOf: FigureMap<number>;
  /** The whole a share was held against: the next of its list goes on with it. */
  readonly wholeOf: FigureMap<Figure>;
  /** The frame of a number, for those outside brackets. */
  readonly frameOf: Pick<FigureMap<Frame>, "get">;
  /** What `beforeInSentence` found, by the index of the number. */
  readonly earlier: (readonly Figure[] | undefined)[];
  /** Numbers outside brackets by text and topic, in reading order. */
  readonly byTopic: ReadonlyMap<string, readonly Figure[]>;
}

export function createContext(
  clean: CleanText,
  figures: readonly Figure[],
  frames: readonly Frame[]
): LinkContext {
  const frameOf = new FigureMap<Frame>();
  for (const frame of frames) for (const figure of frame.figures) frameOf.set(figure, frame);
  const byTopic = new Map<string, Figure[]>();
  for (const figure of figures) {
    if (figure.topic === null || figure.head !== null) continue;
    const key = topicKey(figure, figure.topic.key);
    const list = byTopic.get(key);
    if (list === undefined) byTopic.set(key, [figure]);
    else list.push(figure);
  }
  return {
    clean,
    figures,
    frames,
    claims: [],
    claimed: new FigureSet(figures.length),
    used: new FigureSet(figures.length),
    cellsOf: new FigureMap(),
    zonesOf: new FigureMap(),
    placesOf: new FigureMap(),
    wholeOf: new FigureMap(),
    frameOf,
    earlier: [],
    byTopic,
  };
}

/** A number as it is printed in the draft, blanks and line breaks gone. */
export function printedOf(context: LinkContext, figure: Figure): string {
  return context.clean.text.slice(figure.start, figure.end);
}

export interface Found {
  readonly kind: ClaimKind;
  readonly verdict: ClaimVerdict;
  readonly computed?: Interval | null;
  readonly from?: readonly Figure[];
  readonly arithmetic?: string | null;
  readonly notes?: readonly Note[];
  readonly cells?: readonly Address[];
  readonly fromCells?: readonly string[];
}

/** Records what is said of a number. */
export function addClaim(context: LinkContext, figure: Figure, found: Found): void {
  const [start, end] = placeOf(context.clean, figure.start, figure.end);
  const from = found.from ?? [];
  context.claims.push({
    text: context.clean.original.slice(start, end),
    start,
    end,
    kind: found.kind,
    verdict: found.verdict,
    stated: signedValue(figure),
    computed: found.computed ?? null,
    from: [...from.map((operand) => printedOf(context, operand)), ...(found.fromCells ?? [])],
    cells: found.cells ?? [],
    working: { arithmetic: found.arithmetic ?? null, notes: found.notes ?? [] },
  });
  context.claimed.add(figure);
  if (!context.cellsOf.has(figure)) context.cellsOf.set(figure, found.cells ?? []);
  for (const operand of from) context.used.add(operand);
}

/** Records what is said of a word: 均, 一正一负. */
export function addWordClaim(context: LinkContext, start: number, end: number, found: Found): void {
  const [from, to] = placeOf(context.clean, start, end);
  context.claims.push({
    text: context.clean.original.slice(from, to),
    start: from,
    end: to,
    kind: found.kind,
    verdict: found.verdict,
    stated: null,
    computed: found.computed ?? null,
    from: (found.from ?? []).map((operand) => printedOf(context, operand)),
    cells: found.cells ?? [],
    working: { arithmetic: found.arithmetic ?? null, notes: found.notes ?? [] },
  });
  for (const operand of found.from ?? []) context.used.add(operand);
}

/** A number that is understood and cannot be recomputed. */
export function addUnverifiable(
  context: LinkContext,
  figure: Figure,
  kind: ClaimKind,
  what: Missing,
  more: { readonly notes?: readonly Note[]; readonly from?: readonly Figure[] } = {}
): void {
  addClaim(context, figure, {
    kind,
    verdict: "unverifiable",
    from: more.from ?? [],
    notes: [{ code: "missing", what }, ...(more.notes ?? [])],
  });
}

/** Numbers of a frame before another one, the nearest first. */
export function before(
  context: LinkContext,
  figure: Figure,
  roles: readonly Role[]
): readonly Figure[] {
  const frame = context.frameOf.get(figure);
  return (frame?.figures ?? [])
    .filter((other) => other.index < figure.index && roles.includes(other.role))
    .reverse();
}

/** Numbers of the same sentence before another one, outside brackets, the nearest first. */
export function beforeInSentence(context: LinkContext, figure: Figure): readonly Figure[] {
  const known = context.earlier[figure.index];
  if (known !== undefined) return known;
  const found: Figure[] = [];
  for (let i = figure.index - 1; i >= 0 && found.length < 40; i--) {
    const other = context.figures[i];
    if (other?.sentence !== figure.sentence) break;
    if (other.head === null) found.push(other);
  }
  context.earlier[figure.index] = found;
  return found;
}

function topicKey(figure: Figure, key: string): string {
  return `${figure.sentence.article}|${key}`;
}

/** No report speaks of one thing farther apart than this many numbers of it. */
const FARTHEST = 24;

/** Numbers of a topic and role in the same text, the nearest to a number first; the number itself left out. */
export function sameTopic(
  context: LinkContext,
  figure: Figure,
  key: string,
  roles: readonly Role[]
): readonly Figure[] {
  const list = context.byTopic.get(topicKey(figure, key)) ?? [];
  let up = firstFrom(list, figure.index, ({ index }) => index);
  let down = up - 1;
  const found: Figure[] = [];
  for (let step = 0; step < 2 * FARTHEST; step++) {
    const [below, above] = [list[down], list[up]];
    if (below === undefined && above === undefined) break;
    const isBelow =
      above === undefined ||
      (below !== undefined && figure.index - below.index <= above.index - figure.index);
    const next = isBelow ? below : above;
    if (isBelow) down -= 1;
    else up += 1;
    if (next !== undefined && next !== figure && roles.includes(next.role)) found.push(next);
  }
  return found;
}
