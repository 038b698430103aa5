import { findTerm } from "../catalog/vocabulary.ts";
import { stripLeadIn } from "../catalog/phrase.ts";
import { normaliseText } from "../catalog/normalise.ts";
import type { HeaderPath } from "./header-paths.ts";
import type { Region } from "./region.ts";
import type { Words } from "./words.ts";

const LONGEST_PIECE = 4;

/**
 * 企 业 over 单 位 数 over (个): a name broken over the rows of a printed yearbook, joined to one. Two levels of a column of
 * its own are one name where the catalogue has it, or where letters set apart show that the lines were filled by eye and
 * neither half says what is measured.
 */
export function joinBrokenHeads(
  paths: readonly HeaderPath[],
  region: Region,
  words: Words
): readonly HeaderPath[] {
  const spaced = new Set(
    region.header.flatMap((row) =>
      row.cells
        .filter(({ value }) => typeof value === "string" && isSetApart(value))
        .map(({ text, column }) => `${column}|${text}`)
    )
  );
  if (spaced.size === 0) return paths;
  return paths.map((path) => {
    const isSpaced = (level: number): boolean =>
      spaced.has(`${path.column}|${bare(path.texts[level] ?? "")}`);
    for (let level = path.texts.length - 2; level >= 0; level--) {
      const [upper, lower] = [path.texts[level] ?? "", path.texts[level + 1] ?? ""];
      const isOwn = path.sources[level] === path.column && path.sources[level + 1] === path.column;
      if (!isOwn || lends(paths, path, level) || !(isSpaced(level) || isSpaced(level + 1)))
        continue;
      if (!isBroken(upper, lower, words)) continue;
      return {
        ...path,
        texts: [...path.texts.slice(0, level), upper + lower, ...path.texts.slice(level + 2)],
        sources: [...path.sources.slice(0, level), ...path.sources.slice(level + 1)],
      };
    }
    return path;
  });
}

/** 工 业, 单　位　数: single letters with blanks between them. */
function isSetApart(text: string): boolean {
  return /^[\s#]*\p{Script=Han}{1,2}[ \u3000]+\p{Script=Han}/u.test(text);
}

function bare(text: string): string {
  return text.replace(/^其中:/u, "");
}

/** Whether columns to the right stand under the same cell: then it is a head of several. */
function lends(paths: readonly HeaderPath[], path: HeaderPath, level: number): boolean {
  return paths.some(
    (other) =>
      other.column !== path.column &&
      other.texts.some(
        (text, at) => text === path.texts[level] && other.sources[at] === path.column
      )
  );
}

function isBroken(upper: string, lower: string, words: Words): boolean {
  const [above, below] = [words(upper), words(lower)];
  if (above.hasIndicator) return false;
  const whole = findTerm(stripLeadIn(normaliseText(upper + lower)).replace(/\([^()]*\)$/u, ""));
  if (whole?.kind === "indicator") return true;
  const isPiece =
    stripLeadIn(above.key).length <= LONGEST_PIECE &&
    above.tokens.every(({ kind }) => kind === "unknown" || kind === "ignored");
  return isPiece && !below.hasMeasure && !below.isUnit && !below.hasPeriod && !below.isReference;
}
