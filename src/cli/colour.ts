import type { CommandEnvironment } from "./environment.ts";

/** Colour on a terminal only, and not where the user has said no (https://no-color.org). */
export function wantsColour({ isTerminal, variables }: CommandEnvironment): boolean {
  return isTerminal && (variables.NO_COLOR ?? "") === "" && variables.TERM !== "dumb";
}
