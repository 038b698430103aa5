/** What an Excel cell holds. */
const MAX_TEXT = 32_767;

/** A text as a cell can hold it: cut where it is too long, with an ellipsis, never through the middle of a character. */
export function fitCell(text: string): string {
  return shorten(text, MAX_TEXT);
}

/** A text cut to so many places, the ellipsis included. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}
