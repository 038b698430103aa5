import type { Evaluator } from "../core/index.ts";
import type { AnswerPart } from "./evaluation-messages.ts";
import { joinAnswer, toMessages } from "./evaluation-messages.ts";
import type { StartWorker } from "./worker-run.ts";
import { createWorkerRuns } from "./worker-run.ts";

/**
 * Evaluates in a Web Worker: the engine is not in the pane's first load, the pane's thread stays free, and to cancel is
 * to terminate. A worker serves one evaluation; a new run ends an older one as cancelled.
 */
export function createWorkerEvaluator(startWorker: StartWorker): Evaluator {
  const runs = createWorkerRuns(startWorker);
  return {
    cancel: runs.cancel,
    evaluate(request) {
      const parts: AnswerPart[] = [];
      return runs.run(toMessages(request), (message) => {
        if (message.kind === "part") parts.push(message.part);
        return message.kind === "evaluated" ? joinAnswer(message.result, parts) : undefined;
      });
    },
  };
}
