import { judge, quantityOf, shareOf } from "../model/interval.ts";
import type { Against, Field, Observation } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";
import type { Words } from "./words.ts";

/** Fewer rows may follow by chance. */
const FEWEST = 3;
/** So many of the rows must follow; the others are faults for the checks to tell. */
const MOSTLY = 0.75;

/**
 * 转型项目投资 | 工业投资 | 占比: the share is of the first column in the second, and not of the one it stands beside, where
 * the numbers say so. A column that follows from neither keeps its neighbour.
 */
export function settleShares<F extends Field & FieldCore>(
  fields: readonly F[],
  cells: readonly (readonly (Observation | null)[])[],
  words: Words
): readonly F[] {
  return fields.map((field, place) => {
    const [part, whole] = [fields[place - 2], fields[place - 1]];
    if (part === undefined || whole === undefined || !isBare(field, words)) return field;
    const isBeside = whole.indicator.id === field.indicator.id && isAmount(whole);
    if (!isBeside || !isAmount(part) || part.indicator.id === whole.indicator.id) return field;
    if (part.unit?.name !== whole.unit?.name || !follows(field, part, whole, cells)) return field;
    const { indicator } = whole;
    const against: Against = { kind: "indicator", indicator, stated: null };
    return { ...field, indicator: part.indicator, against };
  });
}

/** 占比 or 比重 alone, which say neither of what nor in what. */
function isBare({ measure, against, path }: Field, words: Words): boolean {
  if (measure !== "share" || against !== null) return false;
  const { tokens } = words(path.at(-1) ?? "");
  return tokens.every(({ kind }) => kind === "measure" || kind === "unit");
}

function isAmount({ measure, against }: Field): boolean {
  return measure === "actual" && against === null;
}

function follows(
  share: Field,
  part: Field,
  whole: Field,
  cells: readonly (readonly (Observation | null)[])[]
): boolean {
  const fits = cells.flatMap((row) => {
    const [own, a, b] = [share, part, whole].map(({ index }) => row[index]?.content);
    if (own?.kind !== "number" || a?.kind !== "number" || b?.kind !== "number") return [];
    const computed = shareOf(quantityOf(a.stated), quantityOf(b.stated));
    return computed === undefined ? [] : [judge(own.stated, computed) !== "disagrees"];
  });
  const fitting = fits.filter((isFit) => isFit).length;
  return fitting >= FEWEST && fitting >= fits.length * MOSTLY;
}
