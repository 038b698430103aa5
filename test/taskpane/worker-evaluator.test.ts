import { describe, expect, test } from "@jest/globals";
import type { EvaluationRequest, Observation, Sheet } from "../../src/core/index.ts";
import { success } from "../../src/core/index.ts";
import type { Band, FromWorker, ToWorker } from "../../src/taskpane/evaluation-messages.ts";
import { joinBands, toAnswers, toMessages } from "../../src/taskpane/evaluation-messages.ts";
import type { StartWorker } from "../../src/taskpane/worker-run.ts";
import { createWorkerEvaluator } from "../../src/taskpane/worker-evaluator.ts";
import { evaluationOf, fullEvaluation, table, unmet } from "./support/evaluations.ts";

function sheetOf(name: string, rows: number, columns: number): Sheet {
  const grid = <T>(cell: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) => cell(row, column))
    );
  return {
    name,
    visibility: "visible",
    isProtected: false,
    origin: { row: 2, column: 1 },
    values: grid((row, column) => row * 1000 + column),
    formulas: grid((row, column) => (column === 3 ? `=B${row + 3}` : null)),
    numberFormats: grid((_row, column) => (column === 0 ? "0.00" : "General")),
    notCalculated: new Set(["B9"]),
    hiddenRows: new Set([4]),
    hiddenColumns: new Set(),
  };
}

const request: EvaluationRequest = {
  book: {
    name: "大表.xlsx",
    sheets: [sheetOf("大", 3000, 20), sheetOf("空", 0, 0), sheetOf("小", 2, 4)],
    calculation: "automatic",
    definedNames: [],
    part: null,
  },
  rulesFile: null,
  sheets: null,
};

interface FakeWorker {
  readonly sent: ToWorker[];
  state: "running" | "stopped";
  answer(message: FromWorker): void;
  break(detail: string): void;
}

function fakeWorkers(): { readonly start: StartWorker; readonly workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const start: StartWorker = (answer, fail) => {
    const worker: FakeWorker = { sent: [], state: "running", answer, break: fail };
    workers.push(worker);
    return {
      send: (message) => worker.sent.push(structuredClone(message)),
      stop: () => {
        worker.state = "stopped";
      },
    };
  };
  return { start, workers };
}

function observation(subject: number, field: number): Observation {
  return {
    subject,
    field,
    content: { kind: "missing", reason: "blank" },
    at: { row: subject + 3, column: field + 1 },
    formula: null,
    numberFormat: "General",
    isHidden: false,
  };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Waits for a state, not for a time; the test's own limit ends it. */
async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe("a workbook's way to the worker", () => {
  test("bands put together again are the workbook that was sent, and no band is big", () => {
    const bands = new Map<number, Band[]>();
    let joined: EvaluationRequest | undefined;
    for (const message of toMessages(request)) {
      const received = structuredClone(message);
      if (received.kind === "evaluate") {
        joined = joinBands(received.request, bands);
      } else if (received.kind === "band") {
        const cells = received.band.values.reduce((count, row) => count + row.length, 0);
        expect(cells).toBeLessThanOrEqual(10_000);
        bands.set(received.sheet, [...(bands.get(received.sheet) ?? []), received.band]);
      }
    }
    expect(joined).toEqual(request);
  });
});

describe("the evaluator behind a worker", () => {
  test("puts an evaluation together again from the parts it came in", async () => {
    const { start, workers } = fakeWorkers();
    const cells = Array.from({ length: 700 }, (_, row) =>
      Array.from({ length: 9 }, (_unused, field) => observation(row, field))
    );
    const evaluation = evaluationOf(
      Array.from({ length: 250 }, (_, row) => unmet({ cell: `D${row + 6}`, zone: "甲" }, row, 300)),
      {
        tables: [
          { ...table("大"), cells },
          table("空"),
          { ...table("小"), cells: cells.slice(2, 4) },
        ],
        notEvaluable: fullEvaluation().notEvaluable,
      }
    );
    const promise = createWorkerEvaluator(start).evaluate(request);
    const answers = [...toAnswers(success(evaluation))];
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) workers[0]?.answer(structuredClone(answer));
    expect(await promise).toEqual({ ok: true, value: evaluation });
  });

  test("gives the worker's evaluation and stops the worker", async () => {
    const { start, workers } = fakeWorkers();
    const evaluation = evaluationOf([]);
    const promise = createWorkerEvaluator(start).evaluate(request);
    await until(() => workers[0]?.sent.at(-1)?.kind === "evaluate");
    for (const answer of toAnswers(success(evaluation))) workers[0]?.answer(answer);
    expect(await promise).toEqual({ ok: true, value: evaluation });
    expect(workers[0]?.state).toBe("stopped");
  });

  test("cancelled, terminates the worker, sends no more and fails as cancelled", async () => {
    const { start, workers } = fakeWorkers();
    const evaluator = createWorkerEvaluator(start);
    const promise = evaluator.evaluate(request);
    evaluator.cancel();
    expect(await promise).toEqual({ ok: false, failure: { code: "cancelled" } });
    expect(workers[0]?.state).toBe("stopped");
    const sent = workers[0]?.sent.length;
    await soon();
    expect(workers[0]?.sent.length).toBe(sent);
  });

  test("a second run ends the first as cancelled", async () => {
    const { start, workers } = fakeWorkers();
    const evaluator = createWorkerEvaluator(start);
    const first = evaluator.evaluate(request);
    const second = evaluator.evaluate(request);
    expect(await first).toEqual({ ok: false, failure: { code: "cancelled" } });
    workers[1]?.answer({ kind: "evaluated", result: success(evaluationOf([])) });
    expect((await second).ok).toBe(true);
  });

  test.each([
    [
      "throws",
      (worker: FakeWorker) => {
        worker.answer({ kind: "broken", detail: "boom" });
      },
    ],
    [
      "does not load",
      (worker: FakeWorker) => {
        worker.break("boom");
      },
    ],
  ])("a worker that %s is a failure with its detail", async (_how, fail) => {
    const { start, workers } = fakeWorkers();
    const promise = createWorkerEvaluator(start).evaluate(request);
    const [worker] = workers;
    if (worker === undefined) throw new Error("no worker was started");
    fail(worker);
    expect(await promise).toEqual({
      ok: false,
      failure: { code: "host-error", detail: "worker: boom" },
    });
  });
});
