/**
 * The middle of unordered numbers, of an even count the upper of the two (C. A. R. Hoare, Algorithm 65: FIND, 1961): only
 * the side that holds it is looked at again, where sorting would put all in order. The array is left in another order.
 */
export function middleOf(numbers: Float64Array): number {
  const middle = Math.floor(numbers.length / 2);
  let [left, right] = [0, numbers.length - 1];
  while (left < right) {
    const pivot = numbers[middle] ?? NaN;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((numbers[i] ?? NaN) < pivot) i += 1;
      while ((numbers[j] ?? NaN) > pivot) j -= 1;
      if (i > j) break;
      const kept = numbers[i] ?? NaN;
      numbers[i] = numbers[j] ?? NaN;
      numbers[j] = kept;
      i += 1;
      j -= 1;
    }
    if (j < middle) left = i;
    if (middle < i) right = j;
  }
  return numbers[middle] ?? NaN;
}
