import { roundTo } from "../model/decimal.ts";

/** Where a change or difference points, told by its unrounded value; nearly: its printed places hold nothing of it. */
export type Direction = "up" | "down" | "level" | "nearly";

export function findDirection(value: number, places: number): Direction {
  if (value === 0) return "level";
  const rounded = roundTo(value, places);
  if (rounded === 0) return "nearly";
  return rounded > 0 ? "up" : "down";
}
