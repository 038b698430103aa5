import { describe, expect, test } from "@jest/globals";
import { noteArguments } from "../../src/functions/argument-watch.ts";
import { watchArguments } from "../../src/taskpane/argument-watch.ts";

/** Two bundles that share no module: this is what holds their ends together. */
describe("what the pane sees of a function's arguments", () => {
  test("is what was given, as long as it watches, and the function gets them as they are", () => {
    const args = [[[null]], [[17]], undefined] as const;
    const seen: unknown[] = [];
    expect(noteArguments(args)).toBe(args);
    const stop = watchArguments((given) => seen.push(given));
    expect(noteArguments(args)).toBe(args);
    stop();
    noteArguments(args);
    expect(seen).toEqual([args]);
  });
});
