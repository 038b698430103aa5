/** The name that differs from a text by the fewest letters, if it is near enough to be a slip of the pen. */
export function nearestName(text: string, names: Iterable<string>): string | null {
  const limit = text.length <= 3 ? 1 : Math.floor(text.length / 3);
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - text.length) > limit) continue;
    const distance = editDistance(text, name);
    if (distance > limit || distance >= name.length) continue;
    if (best === undefined || distance < best.distance) best = { name, distance };
  }
  return best?.name ?? null;
}

/** Levenshtein's: letters put in, left out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
