import { describe, expect, test } from "@jest/globals";
import { clearFlags, goTo, validate } from "../../src/actions/index.ts";
import type { ValidationPhase } from "../../src/actions/index.ts";
import type { EvaluationRequest } from "../../src/core/index.ts";
import { LEDGER_SHEET } from "../../src/core/index.ts";
import { evaluationOf, unmet } from "../core/flags/evaluations.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { evaluatorOf, portOf } from "./fakes.ts";

const S = "指标";
const book = bookOf(sheetOf(S, [[16]]));
const evaluation = evaluationOf(unmet(S, "A1", 16, 17));

describe("a validation", () => {
  test("reads once, evaluates, and writes one plan: old flags off, new ones on", async () => {
    const port = portOf(book);
    const outcome = await validate(port, evaluatorOf(evaluation), { flags: "put" });
    expect(outcome).toMatchObject({
      ok: true,
      value: { evaluation: { findings: evaluation.findings }, unflagged: [] },
    });
    expect(port.reads).toBe(1);
    expect(port.plans).toHaveLength(1);
    expect(port.plans[0]?.map((intent) => intent.kind)).toEqual(["remove-flags", "put-flags"]);
  });

  test("takes the old flags off where nothing is found any more", async () => {
    const port = portOf(book);
    await validate(port, evaluatorOf(evaluationOf()), { flags: "put" });
    expect(port.plans).toEqual([[{ kind: "remove-flags", sheets: "all" }]]);
  });

  test("without writing leaves the workbook alone", async () => {
    const port = portOf(book);
    const outcome = await validate(port, evaluatorOf(evaluation), { flags: "leave" });
    expect(outcome).toMatchObject({
      ok: true,
      value: { evaluation: { findings: evaluation.findings }, applied: null },
    });
    expect(port.plans).toEqual([]);
  });

  test("hands the rules file and the chosen sheets to the evaluator", async () => {
    let request: EvaluationRequest | undefined;
    const evaluator = evaluatorOf(evaluation, (given) => {
      request = given;
    });
    const rulesFile = { name: "r.json", text: "{}" };
    await validate(portOf(book), evaluator, { flags: "leave", rulesFile, sheets: [S] });
    expect(request).toEqual({ book, rulesFile, sheets: [S] });
  });

  test("of one sheet leaves the other sheets' flags alone", async () => {
    const port = portOf(book);
    await validate(port, evaluatorOf(evaluation), { flags: "put", sheets: [S] });
    expect(port.plans[0]?.[0]).toEqual({ kind: "remove-flags", sheets: [S] });
  });

  test("names the protected sheets that show no flags", async () => {
    const locked = bookOf(sheetOf(S, [[16]], { isProtected: true }));
    const outcome = await validate(portOf(locked), evaluatorOf(evaluation), { flags: "put" });
    expect(outcome).toMatchObject({ ok: true, value: { unflagged: [S] } });
  });

  test("tells what it is doing", async () => {
    const phases: ValidationPhase[] = [];
    await validate(portOf(book), evaluatorOf(evaluation), {
      flags: "put",
      onPhase: (phase) => phases.push(phase),
    });
    expect(phases).toEqual([
      { kind: "reading", done: 0, total: 0 },
      { kind: "reading", done: 50, total: 100 },
      { kind: "evaluating" },
      { kind: "writing" },
    ]);
  });

  test("leaves a ledger alone unless told to keep it, and makes none where none stands", async () => {
    const port = portOf(book);
    await validate(port, evaluatorOf(evaluation), {
      flags: "put",
      ledger: { when: "keep", locale: "zh-CN", madeAt: null },
    });
    expect(port.plans[0]?.map((intent) => intent.kind)).toEqual(["remove-flags", "put-flags"]);
  });

  test("rewrites a ledger that stands, in the same plan as the flags", async () => {
    const port = portOf(bookOf(sheetOf(S, [[16]]), sheetOf(LEDGER_SHEET, [["审核台账"]])));
    await validate(port, evaluatorOf(evaluation), {
      flags: "put",
      ledger: { when: "keep", locale: "zh-CN", madeAt: null },
    });
    expect(port.plans[0]?.map((intent) => intent.kind)).toEqual([
      "remove-flags",
      "put-flags",
      "ensure-sheet",
      "write-block",
    ]);
  });
});

describe("a validation that fails", () => {
  test("while reading has done nothing", async () => {
    const port = portOf(book, { readFails: { code: "cell-edit-mode" } });
    expect(await validate(port, evaluatorOf(evaluation), { flags: "put" })).toEqual({
      ok: false,
      failure: { failure: { code: "cell-edit-mode" }, done: [], evaluation: null },
    });
    expect(port.plans).toEqual([]);
  });

  test("while evaluating has done nothing", async () => {
    const failure = { code: "rules-invalid", file: "r.json", problems: [] } as const;
    const port = portOf(book);
    expect(await validate(port, evaluatorOf(failure), { flags: "put" })).toEqual({
      ok: false,
      failure: { failure, done: [], evaluation: null },
    });
    expect(port.plans).toEqual([]);
  });

  test("half-way through writing says exactly what was done, and still gives the evaluation", async () => {
    const port = portOf(book, { applyFails: { code: "session-lost" } });
    expect(await validate(port, evaluatorOf(evaluation), { flags: "put" })).toMatchObject({
      ok: false,
      failure: {
        failure: { code: "session-lost" },
        done: [{ kind: "remove-flags", sheets: "all" }],
        evaluation: { findings: evaluation.findings },
      },
    });
  });
});

describe("cancelling a validation", () => {
  const cancelled = {
    ok: false,
    failure: { failure: { code: "cancelled" }, done: [], evaluation: null },
  };

  test("before it began reads nothing", async () => {
    const port = portOf(book);
    const signal = AbortSignal.abort();
    expect(await validate(port, evaluatorOf(evaluation), { flags: "put", signal })).toEqual(
      cancelled
    );
    expect(port.reads).toBe(0);
  });

  test("while it evaluates stops the evaluator and writes nothing", async () => {
    const port = portOf(book);
    const controller = new AbortController();
    const evaluator = evaluatorOf(evaluation, () => {
      controller.abort();
    });
    const { signal } = controller;
    expect(await validate(port, evaluator, { flags: "put", signal })).toEqual(cancelled);
    expect(evaluator.cancelled).toBe(1);
    expect(port.plans).toEqual([]);
  });

  test("afterwards no longer reaches the evaluator", async () => {
    const controller = new AbortController();
    const evaluator = evaluatorOf(evaluation);
    await validate(portOf(book), evaluator, { flags: "put", signal: controller.signal });
    controller.abort();
    expect(evaluator.cancelled).toBe(0);
  });
});

test("clearing takes every flag off and touches nothing else", async () => {
  const port = portOf(book);
  expect(await clearFlags(port)).toMatchObject({ ok: true });
  expect(port.plans).toEqual([[{ kind: "remove-flags", sheets: "all" }]]);
});

test("going to a place selects it", async () => {
  const port = portOf(book);
  const area = { row: 4, column: 3, rows: 1, columns: 1 };
  await goTo(port, { sheet: S, area });
  expect(port.plans).toEqual([[{ kind: "select", sheet: S, area }]]);
});
