const NUMERALS = "零一二三四五六七八九十";

/** 二 in 二季度; above ten the figures. */
export function ordinalNumeral(number: number): string {
  return number <= 10 ? NUMERALS.charAt(number) : String(number);
}

/** 两 in 两项; above ten the figures. */
export function countNumeral(count: number): string {
  return count === 2 ? "两" : ordinalNumeral(count);
}
