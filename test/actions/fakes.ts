import type {
  Book,
  Evaluation,
  EvaluationRequest,
  Evaluator,
  Failure,
  ReadOptions,
  WorkbookPort,
  WritePlan,
} from "../../src/core/index.ts";
import { failed, flagSheets, success } from "../../src/core/index.ts";

/** A workbook in memory that writes down what it was asked. */
export interface RecordedPort extends WorkbookPort {
  readonly plans: WritePlan[];
  reads: number;
}

export function portOf(
  book: Book,
  how: { readonly readFails?: Failure; readonly applyFails?: Failure } = {}
): RecordedPort {
  const port: RecordedPort = {
    plans: [],
    reads: 0,
    read: (options?: ReadOptions) => {
      port.reads += 1;
      options?.onProgress?.(50, 100);
      return Promise.resolve(how.readFails === undefined ? success(book) : failed(how.readFails));
    },
    apply: (plan) => {
      port.plans.push(plan);
      return Promise.resolve(
        how.applyFails === undefined
          ? success({ done: plan, refused: [] })
          : failed({ failure: how.applyFails, done: plan.slice(0, 1) })
      );
    },
  };
  return port;
}

/** An evaluator that always finds the same, and flags it on the workbook it is given; `cancelled` counts how often it was stopped. */
export function evaluatorOf(
  evaluation: Evaluation | Failure,
  during: (request: EvaluationRequest) => void = () => undefined
): Evaluator & { cancelled: number } {
  const evaluator = {
    cancelled: 0,
    evaluate: (request: EvaluationRequest) => {
      during(request);
      if ("code" in evaluation) return Promise.resolve(failed(evaluation));
      const flags = flagSheets({ ...evaluation, watched: [], failing: [] }, request.book);
      return Promise.resolve(success({ ...evaluation, flags }));
    },
    cancel: () => {
      evaluator.cancelled += 1;
    },
  };
  return evaluator;
}
