/** The place of the first of a list in rising order whose key is at or behind `from`; its length where none is. */
export function firstFrom<Item>(
  list: readonly Item[],
  from: number,
  keyOf: (item: Item) => number
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && keyOf(item) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
