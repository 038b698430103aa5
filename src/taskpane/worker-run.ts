import type { Result } from "../core/index.ts";
import { failed } from "../core/index.ts";
import type { FromWorker, ToWorker } from "./evaluation-messages.ts";
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

/** Is told every message but breakdowns, and gives the result once it has come. */
type ReadAnswer<T> = (
  message: Exclude<FromWorker, { readonly kind: "broken" }>
) => Result<T> | undefined;

/** One kind of run at a time, each in a worker of its own; a new run ends an older one as cancelled. */
export interface WorkerRuns {
  run<T>(messages: Iterable<ToWorker>, read: ReadAnswer<T>): Promise<Result<T>>;
  readonly cancel: () => void;
}

export function createWorkerRuns(startWorker: StartWorker): WorkerRuns {
  let cancelCurrent: (() => void) | null = null;

  function cancel(): void {
    cancelCurrent?.();
  }

  return {
    cancel,
    run<T>(messages: Iterable<ToWorker>, read: ReadAnswer<T>): Promise<Result<T>> {
      cancel();
      return new Promise((resolve) => {
        let isOver = false;
        const finish = (result: Result<T>): void => {
          if (isOver) return;
          isOver = true;
          worker.stop();
          if (cancelCurrent === cancelThis) cancelCurrent = null;
          resolve(result);
        };
        const cancelThis = (): void => {
          finish(failed({ code: "cancelled" }));
        };
        const worker = startWorker(
          (message) => {
            const result = message.kind === "broken" ? broken(message.detail) : read(message);
            if (result !== undefined) finish(result);
          },
          (detail) => {
            finish(broken(detail));
          }
        );
        cancelCurrent = cancelThis;
        void send();

        async function send(): Promise<void> {
          for (const message of messages) {
            if (isOver) return; // Cancelled on the way.
            worker.send(message);
            await nextTask();
          }
        }
      });
    },
  };
}

function broken(detail: string): Result<never> {
  return failed({ code: "host-error", detail: `worker: ${detail}` });
}
