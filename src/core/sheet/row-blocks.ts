import { cleanLabel, normaliseText } from "../catalog/normalise.ts";
import { recogniseIndicator, uncataloguedIndicator } from "../catalog/recognise.ts";
import { getUnit } from "../catalog/units.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Meaning } from "./meaning.ts";

type BlockKind = "level" | "index" | "share" | "growth";

/** Rows under a head of their own (总产出指数(上年=100)), which says what the names below it are the numbers of. */
export interface RowBlock {
  readonly kind: BlockKind;
  /** What all the blocks of the table are about: 总产出. */
  readonly base: string;
  readonly isHead: boolean;
}

const KINDS: readonly (readonly [BlockKind, RegExp])[] = [
  ["index", /(?:增长|发展|价格)?指数$/u],
  ["share", /(?:构成|比重|结构|占比)$/u],
  ["growth", /(?:同比)?(?:增长速度|增长率|增速|增幅|增长)$/u],
];

/**
 * The block each row belongs to; null where the rows are no blocks. They are where two heads speak of the same thing in
 * different ways, and the names between them come again.
 */
export function findRowBlocks(labels: readonly (string | null)[]): readonly (RowBlock | null)[] {
  const keys = labels.map((label) => (label === null ? "" : normaliseText(label)));
  const heads = keys.map(readHead);
  const bases = new Map<string, Set<BlockKind>>();
  for (const head of heads) {
    if (head === null) continue;
    bases.set(head.base, (bases.get(head.base) ?? new Set()).add(head.kind));
  }
  const isTold = (base: string): boolean => (bases.get(base)?.size ?? 0) >= 2;
  const repeated = new Set(keys.filter((key, i) => key !== "" && keys.indexOf(key) !== i));
  if (repeated.size === 0) return labels.map(() => null);
  let block: RowBlock | null = null;
  return heads.map((head) => {
    if (head !== null && isTold(head.base)) {
      block = { ...head, isHead: false };
      return { ...head, isHead: true };
    }
    return block;
  });
}

function readHead(key: string): { readonly kind: BlockKind; readonly base: string } | null {
  const name = key.replace(/\([^()]*\)$/u, "");
  for (const [kind, words] of KINDS) {
    const base = name.replace(words, "");
    if (base !== name) return base.length >= 2 ? { kind, base } : null;
  }
  return name.length >= 2 ? { kind: "level", base: name } : null;
}

/** What a row of a block says, under the name it has there: 第一产业 of 总产出 is not that of 地区生产总值. */
export function readInBlock(
  block: RowBlock,
  label: string,
  read: { readonly indicator: Indicator; readonly meaning: Meaning }
): { readonly indicator: Indicator; readonly meaning: Meaning } {
  const whole = wholeOf(block, read.indicator);
  const own = block.isHead ? whole : partOf(block, label, whole, read.indicator);
  const { meaning } = read;
  const plain = { ...meaning, otherName: null, indicator: own, isContradictory: false };
  switch (block.kind) {
    case "level":
      return { indicator: own, meaning: { ...plain, word: null } };
    case "index": {
      const name = block.isHead ? `${block.base}指数` : `${cleanLabel(label)}指数`;
      const indicator = {
        ...uncataloguedIndicator(name, null, "rate"),
        id: `other:${block.base}指数/${name}`,
      };
      const percent = [getUnit("%")];
      return {
        indicator,
        meaning: {
          ...plain,
          indicator,
          word: null,
          units: percent,
          wordUnits: percent,
          period: null,
        },
      };
    }
    case "share":
      return {
        indicator: own,
        meaning: {
          ...plain,
          word: "share",
          units: [getUnit("%")],
          isOfRate: true,
          against: block.isHead
            ? { kind: "total" }
            : { kind: "indicator", indicator: whole, stated: null },
        },
      };
    case "growth":
      return {
        indicator: own,
        meaning: { ...plain, word: "growth", units: [getUnit("%")], isOfRate: true },
      };
  }
}

function wholeOf({ base, isHead }: RowBlock, read: Indicator): Indicator {
  if (isHead && read.isCatalogued) return read;
  // The parts of 地区生产总值 keep the names that the catalogue has for them.
  const known = recogniseIndicator(base);
  return known ?? uncataloguedIndicator(base, null, "level");
}

function partOf(block: RowBlock, label: string, whole: Indicator, read: Indicator): Indicator {
  if (read.partOf === whole.id) return read;
  const name = cleanLabel(label).replace(/^(?:其中|#)[::]?/u, "");
  return {
    ...uncataloguedIndicator(name, null, "level"),
    id: `other:${block.base}/${name}`,
    partOf: whole.id,
  };
}
