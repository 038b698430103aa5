/** Adds to the list of a key; copying the list for each item would make a column's cost grow with its square. */
export function push<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
