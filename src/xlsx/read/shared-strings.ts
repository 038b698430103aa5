import { decodeCellText } from "../xml/text.ts";
import { walkXml } from "../xml/tree.ts";

/** The texts cells point to, by their index. Runs are joined; phonetic guides (rPh) are no part of a text. */
export function readSharedStrings(part: string, text: string): readonly string[] {
  const strings: string[] = [];
  let current: string[] | null = null;
  let inText = false;
  let inGuide = 0;
  walkXml(part, text, {
    open: (tag) => {
      if (tag.local === "si") current = [];
      else if (tag.local === "rPh") inGuide += 1;
      else if (tag.local === "t") inText = inGuide === 0;
    },
    text: (piece) => {
      if (inText) current?.push(piece);
    },
    close: (tag) => {
      if (tag.local === "rPh") inGuide -= 1;
      else if (tag.local === "t") inText = false;
      else if (tag.local === "si" && current !== null) {
        strings.push(decodeCellText(current.join("")));
        current = null;
      }
    },
  });
  return strings;
}
