import { ABSURD, countSlips, isAbsurd, prefer, weightOf } from "./explanation.ts";
import { gainOf } from "./oddness.ts";
import { searchWithin } from "./search-within.ts";
import type { Component } from "./search-within.ts";
import type { Effort, Explanation } from "./search.ts";

/** One more typed cell at most is put down to a slip instead. */
const MORE = 2;

const ROUNDS = 3;

interface Choice {
  readonly chosen: Explanation;
  readonly sets: readonly Explanation[];
}

/**
 * Fewer cells are no better explanation where one of them would have to be absurd and one more, with a typing slip
 * among them, would not: last year's value of a zone is no hundred thousand because the total of a column is.
 */
export function withoutAbsurd(choice: Choice, component: Component, effort: Effort): Choice {
  const { failed, suspects } = component;
  if (failed.length < 2 || gainOf(choice.chosen) > ABSURD || countSlips(choice.chosen) > 0)
    return choice;
  const left = new Map(suspects);
  let { chosen } = choice;
  for (let round = 0; round < ROUNDS && gainOf(chosen) <= ABSURD; round += 1) {
    for (const { key } of chosen.suspects) if (isAbsurd(chosen, key)) left.delete(key);
    const result = searchWithin(effort, component, left);
    const next = result.kind === "cut" ? undefined : prefer(result.smallest, component);
    if (result.kind === "cut" || next === undefined) return choice;
    if (weightOf(next) > weightOf(choice.chosen) + MORE) return choice;
    if (gainOf(next) > ABSURD && countSlips(next) > 0)
      return { chosen: next, sets: result.smallest };
    chosen = next;
  }
  return choice;
}
