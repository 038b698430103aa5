import { evaluate } from "./evaluate.ts";
import type { Evaluator } from "./evaluation.ts";

/** Evaluates at once, in the caller's thread: for the command line and for tests. There is nothing to cancel. */
export function directEvaluator(): Evaluator {
  return {
    evaluate: (request) => Promise.resolve(evaluate(request)),
    cancel: () => undefined,
  };
}
