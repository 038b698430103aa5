import { describe, expect, test } from "@jest/globals";
import type {
  Address,
  Book,
  EvaluationRequest,
  Evaluator,
  Result,
  WorkbookPort,
  WritePlan,
} from "../../src/core/index.ts";
import { LEDGER_SHEET, failed, success } from "../../src/core/index.ts";
import { directNarrator } from "../../src/core/narrative/narrator/index.ts";
import type { ValidateRequest } from "../../src/taskpane/pane-services.ts";
import type { PaneHost } from "../../src/taskpane/services.ts";
import { createPaneServices } from "../../src/taskpane/services.ts";
import { area, evaluationOf, fullEvaluation } from "./support/evaluations.ts";

function bookOf(...names: readonly string[]): Book {
  return {
    name: "x.xlsx",
    sheets: names.map((name) => ({
      name,
      visibility: "visible",
      isProtected: false,
      origin: { row: 0, column: 0 },
      values: [[1, 2, 3]],
      formulas: [[null, null, null]],
      numberFormats: [["General", "General", "General"]],
      notCalculated: new Set(),
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
    })),
    calculation: "automatic",
    definedNames: [],
    part: null,
  };
}

interface World {
  readonly services: ReturnType<typeof createPaneServices>;
  readonly requests: EvaluationRequest[];
  readonly plans: WritePlan[];
  readonly phases: string[];
}

function world(
  book: Book,
  parts: { selection?: Result<Address>; evaluator?: Evaluator } = {}
): World {
  const requests: EvaluationRequest[] = [];
  const plans: WritePlan[] = [];
  const port: WorkbookPort = {
    read: () => Promise.resolve(success(book)),
    apply: (plan) => {
      plans.push(plan);
      return Promise.resolve(success({ done: plan, refused: [] }));
    },
  };
  const evaluator: Evaluator = parts.evaluator ?? {
    evaluate: (request) => {
      requests.push(request);
      return Promise.resolve(success(evaluationOf([])));
    },
    cancel: () => undefined,
  };
  const host: PaneHost = {
    port,
    evaluator,
    narrator: directNarrator(),
    readSelection: () =>
      Promise.resolve(parts.selection ?? success({ sheet: "乙", area: area("D1") })),
    openSelfTest: () => Promise.reject(new Error("not asked for")),
    onEdited: () => undefined,
    watchSelection: () => Promise.resolve(() => Promise.resolve()),
    customFunctions: () => "available",
    copy: () => Promise.resolve(true),
    saveFile: () => true,
    describeHost: () => [],
    rememberLocale: () => undefined,
    now: () => new Date(2023, 6, 5, 10, 32),
  };
  return { services: createPaneServices(host), requests, plans, phases: [] };
}

const request = (parts: Partial<ValidateRequest> = {}): ValidateRequest => ({
  marking: "mark",
  scope: "all",
  locale: "zh-CN",
  onPhase: () => undefined,
  ...parts,
});

const kinds = (plans: readonly WritePlan[]): readonly string[] =>
  plans.flatMap((plan) => plan.map(({ kind }) => kind));

describe("the pane's services on a workbook", () => {
  test("validate every sheet and mark them", async () => {
    const { services, requests, plans } = world(bookOf("甲", "乙"));
    expect((await services.validate(request())).ok).toBe(true);
    expect(requests[0]?.sheets).toBeNull();
    expect(kinds(plans)).toContain("remove-flags");
  });

  test("write nothing where only a check was asked for", async () => {
    const { services, plans } = world(bookOf("甲"));
    const result = await services.validate(request({ marking: "check-only" }));
    expect(result).toMatchObject({ ok: true, value: { applied: null } });
    expect(plans).toEqual([]);
  });

  test("validate the sheet of the selection alone, and then leave the ledger of the whole book as it is", async () => {
    const { services, requests, plans } = world(bookOf("甲", "乙", LEDGER_SHEET));
    await services.validate(request({ scope: "active" }));
    expect(requests[0]?.sheets).toEqual(["乙"]);
    expect(kinds(plans)).not.toContain("write-block");
  });

  test("rewrite a ledger that stands, and make none that does not", async () => {
    const with_ = world(bookOf("甲", LEDGER_SHEET));
    await with_.services.validate(request());
    expect(kinds(with_.plans)).toContain("write-block");
    const without = world(bookOf("甲"));
    await without.services.validate(request());
    expect(kinds(without.plans)).not.toContain("write-block");
  });

  test("fail with what the host says where the selection cannot be read", async () => {
    const selection = failed({ code: "cell-edit-mode" } as const);
    const { services, requests } = world(bookOf("甲"), { selection });
    expect(await services.validate(request({ scope: "active" }))).toEqual({
      ok: false,
      failure: { failure: { code: "cell-edit-mode" }, done: [], evaluation: null },
    });
    expect(await services.insertFunction("ZONE_GAP")).toEqual({
      ok: false,
      failure: { failure: { code: "cell-edit-mode" }, done: [] },
    });
    expect(requests).toEqual([]);
  });

  test("cancelling stops the evaluator, and nothing is written", async () => {
    let stop: (() => void) | undefined;
    const evaluator: Evaluator = {
      evaluate: () =>
        new Promise((resolve) => {
          stop = () => {
            resolve(failed({ code: "cancelled" }));
          };
        }),
      cancel: () => stop?.(),
    };
    const { services, plans } = world(bookOf("甲"), { evaluator });
    const phases: string[] = [];
    const running = services.validate(
      request({
        onPhase: ({ kind }) => {
          phases.push(kind);
          if (kind === "evaluating")
            setTimeout(() => {
              services.cancel();
            }, 5);
        },
      })
    );
    expect(await running).toMatchObject({
      ok: false,
      failure: { failure: { code: "cancelled" }, done: [] },
    });
    expect(phases).toEqual(["reading", "evaluating"]);
    expect(plans).toEqual([]);
  });

  test("a ledger is made and shown; a function goes to the selection; a cell is gone to", async () => {
    const { services, plans } = world(bookOf("经济指标", "乙"));
    await services.makeLedger(fullEvaluation(), "zh-CN");
    expect(kinds(plans)).toEqual(expect.arrayContaining(["ensure-sheet", "write-block", "select"]));
    plans.length = 0;
    await services.insertFunction("ZONE_GAP");
    expect(plans[0]?.[0]).toMatchObject({
      kind: "set-formulas",
      sheet: "乙",
      formulas: [["=IF(COUNT(B1,C1)<2,NA(),ZONE_GAP(B1,C1))"]],
    });
    plans.length = 0;
    await services.goTo({ sheet: "乙", area: area("B2") });
    expect(plans).toEqual([[{ kind: "select", sheet: "乙", area: area("B2") }]]);
    plans.length = 0;
    await services.clearFlags();
    expect(kinds(plans)).toEqual(["remove-flags"]);
  });
});
