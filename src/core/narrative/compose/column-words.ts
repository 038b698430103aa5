import { cleanLabel } from "../../catalog/index.ts";
import type { Field } from "../../model/table.ts";

/** Longer headers explain; they are no words for a sentence. */
const LONGEST = 12;

/** What a column of progress or of a rate is called in a sentence: the words of its header, else the trade's. 其中:已开工(个) → 已开工. */
export function columnWords({ path, measure }: Pick<Field, "path" | "measure">): string {
  const words = cleanLabel(path.at(-1) ?? "")
    .replace(/^(?:其中|内)[::]?/u, "")
    .replace(/[（(][^（()）]*[)）]/gu, "")
    .replace(/[%％±]+$/u, "");
  if (words !== "" && words.length <= LONGEST && /^\p{Script=Han}+$/u.test(words)) return words;
  return measure === "done" ? "已完成" : measure === "remaining" ? "剩余" : "完成率";
}
