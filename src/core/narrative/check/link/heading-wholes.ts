import type { Figure } from "../figures/figure.ts";
import type { LinkContext } from "./link-context.ts";
import { compare } from "./share-candidates.ts";
import { isOfUnit } from "./share-names.ts";

/** How far above a line its heading may stand. */
const FAR = 60;

/**
 * “开工一批”项目602个,总投资4044.3亿元,具体如下: is the whole of the lines below it, in the unit of each part; undefined where no such line
 * stands above.
 */
export function headingWhole(context: LinkContext, part: Figure): Figure | undefined {
  const { figures, clean } = context;
  const { article, paragraph } = part.sentence;
  for (let i = part.index - 1; i >= 0 && i > part.index - FAR; i--) {
    const other = figures[i];
    if (other?.sentence.article !== article) return undefined;
    if (other.sentence.paragraph === paragraph) continue;
    const end = clean.text.indexOf("\n", other.end);
    if (!/如下:$/u.test(clean.text.slice(Math.max(0, end - 4), end))) continue;
    return wholeIn(figures, i, part);
  }
  return undefined;
}

/** Of the numbers of a heading the one in the unit of the part. */
function wholeIn(figures: readonly Figure[], last: number, part: Figure): Figure | undefined {
  const paragraph = figures[last]?.sentence.paragraph;
  for (let i = last; i >= 0 && figures[i]?.sentence.paragraph === paragraph; i--) {
    const whole = figures[i];
    if (whole?.role !== "level" || whole.head !== null || !isOfUnit(part, whole)) continue;
    return compare(whole, part) >= 0 ? whole : undefined;
  }
  return undefined;
}
