import type { Evaluation, EvaluationRequest, Evaluator, Result } from "../core/index.ts";
import { failed } from "../core/index.ts";
import type { AnswerPart, FromWorker, ToWorker } from "./evaluation-messages.ts";
import { joinAnswer, toMessages } from "./evaluation-messages.ts";
import { nextTask } from "./next-task.ts";

/** A running worker. */
export interface EvaluationWorker {
  send(message: ToWorker): void;
  stop(): void;
}

/** Starts a worker; `onError` hears of what the worker itself could not catch, such as a script that does not load. */
export type StartWorker = (
  onMessage: (message: FromWorker) => void,
  onError: (detail: string) => void
) => EvaluationWorker;

interface Run {
  readonly worker: EvaluationWorker;
  readonly end: (result: Result<Evaluation>) => void;
}

/**
 * Evaluates in a Web Worker: the engine is not in the pane's first load, the pane's thread stays free, and to cancel is
 * to terminate. A worker serves one evaluation; a new run ends an older one as cancelled.
 */
export function createWorkerEvaluator(startWorker: StartWorker): Evaluator {
  let current: Run | null = null;

  function finish(run: Run, result: Result<Evaluation>): void {
    run.worker.stop();
    if (current === run) current = null;
    run.end(result);
  }

  function cancel(): void {
    if (current !== null) finish(current, failed({ code: "cancelled" }));
  }

  return {
    cancel,
    evaluate(request) {
      cancel();
      return new Promise((resolve) => {
        const parts: AnswerPart[] = [];
        const worker = startWorker(
          (message) => {
            switch (message.kind) {
              case "part":
                parts.push(message.part);
                return;
              case "evaluated":
                finish(run, joinAnswer(message.result, parts));
                return;
              case "broken":
                finish(run, brokenWorker(message.detail));
            }
          },
          (detail) => {
            finish(run, brokenWorker(detail));
          }
        );
        const run: Run = { worker, end: resolve };
        current = run;
        void send(request, run);
      });
    },
  };

  async function send(request: EvaluationRequest, run: Run): Promise<void> {
    for (const message of toMessages(request)) {
      if (current !== run) return; // Cancelled on the way.
      run.worker.send(message);
      await nextTask();
    }
  }
}

function brokenWorker(detail: string): Result<Evaluation> {
  return failed({ code: "host-error", detail: `worker: ${detail}` });
}
