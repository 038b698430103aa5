const NONE: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern in a text, in order: what `matchAll` gives, without the copy of the pattern that it makes
 * for each text. Reading a report tries some thirty patterns on each of its paragraphs, and most match nothing.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    // An empty match would be found at its place for ever.
    if (match[0] === "") pattern.lastIndex += 1;
  }
  return found;
}
