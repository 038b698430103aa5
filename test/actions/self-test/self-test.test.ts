import { describe, expect, test } from "@jest/globals";
import type { SelfTestReport, StepId, StepResult } from "../../../src/actions/self-test/index.ts";
import { STEP_IDS, runSelfTest } from "../../../src/actions/self-test/index.ts";
import { FUNCTION_RECORDS } from "../../../src/core/measures/index.ts";
import type { FakeHostParts, FakeSelfTestHost } from "../../support/self-test-host.ts";
import { fakeSelfTestHost } from "../../support/self-test-host.ts";

interface Run {
  readonly host: FakeSelfTestHost;
  readonly report: SelfTestReport;
  readonly told: readonly StepResult[];
  readonly of: (id: StepId) => StepResult | undefined;
}

async function run(parts: FakeHostParts = {}): Promise<Run> {
  const host = fakeSelfTestHost(parts);
  const told: StepResult[] = [];
  const report = await runSelfTest(host, {
    signal: { aborted: false },
    onResult: (result) => told.push(result),
  });
  return { host, report, told, of: (id) => report.results.find((result) => result.id === id) };
}

const notPassed = ({ results }: SelfTestReport): readonly StepId[] =>
  results.filter(({ status }) => status !== "passed").map(({ id }) => id);

describe("on a host that can do everything", () => {
  test("every step passes, each function among them, and each is told as it is done", async () => {
    const { report, told } = await run();
    expect(report.results.map(({ id }) => id)).toEqual(STEP_IDS);
    expect(report.results.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(told).toEqual(report.results);
    expect(report.end).toBe("complete");
    for (const { id } of FUNCTION_RECORDS) expect(STEP_IDS).toContain(id);
  });

  test("nothing stays: no sheet, no setting, no part, and the user is back where they were", async () => {
    const { host } = await run();
    expect(host.sheetNames()).toEqual(["经济指标"]);
    expect([...host.kept]).toEqual([]);
    expect(host.selected.at(-1)).toBe("经济指标");
  });
});

/** Where the test only looks around, puts the selection back, or tries again. */
const FORGIVEN = /^(?:outline|readSelection|remove-sheet|select)$/;

describe("whatever request fails", () => {
  test("with a failure of the host: the sheet is removed, and a step says so", async () => {
    const { host: complete } = await run();
    for (let n = 1; n <= complete.requests(); n++) {
      let failing = "";
      const { host, report } = await run({
        fault: (request, what) => {
          if (request !== n) return undefined;
          failing = what;
          return { code: "host-error", detail: `request ${n}` };
        },
      });
      expect([...host.kept]).toEqual(/remove$/.test(failing) ? [expect.anything()] : []);
      if (!FORGIVEN.test(failing)) expect([failing, ...notPassed(report)]).not.toEqual([failing]);
      expect([n, host.sheetNames()]).toEqual([n, ["经济指标"]]);
      expect([n, report.end]).toEqual([n, "complete"]);
    }
  });

  test("with an error of ours: the sheet is removed all the same", async () => {
    const { host: complete } = await run();
    let broken = 0;
    for (let n = 1; n <= complete.requests(); n++) {
      const fault = (request: number): "throw" | undefined => (request === n ? "throw" : undefined);
      const host = fakeSelfTestHost({ fault });
      const report = await runSelfTest(host, {
        signal: { aborted: false },
        onResult: () => undefined,
      }).catch(() => null);
      expect([n, host.sheetNames()]).toEqual([n, ["经济指标"]]);
      if (report?.results.some(({ remark }) => remark?.code === "broken") === true) broken += 1;
    }
    expect(broken).toBeGreaterThan(10);
  });

  test.each([
    ["write-block", "write"],
    ["put-flags", "flags"],
    ["readFlags", "flags"],
    ["watchEdits", "edit-event"],
    ["watchSelection", "selection-event"],
    ["settings.put", "settings"],
    ["settings.read", "settings"],
    ["parts.put", "part"],
    ["parts.remove", "part"],
    ["ensure-sheet", "sheet"],
    ["set-formulas+set-formulas", "undo"],
  ] as const)("%s: the step %s is the one that says what is missing", async (request, id) => {
    const { of } = await run({
      fault: (_n, what) =>
        what === request ? { code: "api-missing", member: "Range.x" } : undefined,
    });
    expect(of(id)).toMatchObject({
      status: "failed",
      remark: { code: "failure", failure: { code: "api-missing", member: "Range.x" } },
    });
  });

  test("a reader of settings that fails leaves no setting behind", async () => {
    const { host } = await run({
      fault: (_n, what) => (what === "settings.read" ? { code: "access-denied" } : undefined),
    });
    expect([...host.kept]).toEqual([]);
  });

  test("a sheet that cannot be removed is named, after three tries", async () => {
    let tries = 0;
    const { of } = await run({
      fault: (_n, what) => {
        if (what !== "remove-sheet") return undefined;
        tries += 1;
        return { code: "cell-edit-mode" };
      },
    });
    expect(tries).toBe(3);
    expect(of("removal")).toMatchObject({
      status: "failed",
      remark: { code: "not-removed", sheet: "ZoneCheck自检" },
    });
  });

  test("a cell being edited when the sheet is to go is waited for", async () => {
    let tries = 0;
    const { host, of } = await run({
      fault: (_n, what) => {
        if (what !== "remove-sheet") return undefined;
        tries += 1;
        return tries === 1 ? { code: "cell-edit-mode" } : undefined;
      },
    });
    expect(of("removal")?.status).toBe("passed");
    expect(host.sheetNames()).toEqual(["经济指标"]);
  });
});

describe("where something is missing", () => {
  test("a locked structure: what needs a sheet is not tried, the rest is, and nothing is to be removed", async () => {
    const { host, report, of } = await run({ structure: "protected" });
    expect(of("protection")).toMatchObject({
      status: "limited",
      remark: { code: "structure-protected" },
    });
    expect(of("sheet")).toMatchObject({
      status: "failed",
      remark: { code: "refused", reason: "workbook-protected" },
    });
    expect(of("settings")?.status).toBe("passed");
    expect(of("ZONE_GAP")).toMatchObject({ status: "skipped" });
    expect(of("removal")?.status).toBe("skipped");
    expect(host.sheetNames()).toEqual(["经济指标"]);
    expect(report.end).toBe("complete");
  });

  test("protected sheets are named", async () => {
    const sheets = [
      { name: "经济指标", isProtected: true },
      { name: "附表", isProtected: false },
    ];
    const { report, of } = await run({ sheets });
    expect(of("protection")?.remark).toEqual({ code: "sheets-protected", sheets: ["经济指标"] });
    expect(notPassed(report)).toEqual(["protection"]);
  });

  test("an Excel below the needed set", async () => {
    const { of } = await run({ abilities: { excelApi: "1.7" } });
    expect(of("version")).toMatchObject({
      status: "failed",
      remark: { code: "excel-too-old", announced: "1.7", needed: "1.9" },
    });
  });

  test.each(["1.9", "1.10", "1.20", "2.0"])("ExcelApi %s is enough", async (excelApi) => {
    const { of } = await run({ abilities: { excelApi } });
    expect(of("version")?.status).toBe("passed");
  });

  test("no shared runtime", async () => {
    const { of } = await run({ abilities: { runtime: "separate", customFunctions: "missing" } });
    expect(of("runtime")?.remark).toEqual({ code: "runtime-separate" });
  });

  test("functions that Excel does not know: each says so, what stands on them is not tried", async () => {
    const { report } = await run({ functions: "unknown" });
    const ids = FUNCTION_RECORDS.map(({ id }) => id);
    expect(notPassed(report)).toEqual([...ids, "spill", "function-recalculation", "blank"]);
    const of = (id: StepId): StepResult | undefined =>
      report.results.find((result) => result.id === id);
    for (const id of ids) expect(of(id)?.remark).toEqual({ code: "function-unknown" });
    expect(of("spill")).toEqual({
      id: "spill",
      status: "skipped",
      remark: { code: "function-unknown" },
    });
  });

  test("functions that never answer: the waiting ends", async () => {
    const { of } = await run({ functions: "silent" });
    expect(of("ZONE_SHARE")?.remark).toEqual({ code: "function-unanswered" });
    expect(of("undo")?.status).toBe("passed");
  });

  test("no dynamic arrays, no events, no recalculation", async () => {
    expect((await run({ spills: "no" })).of("spill")?.remark).toEqual({ code: "no-spill" });
    const silent = await run({ events: "do-not-come" });
    expect(silent.of("edit-event")?.remark).toEqual({ code: "no-event" });
    expect(silent.of("selection-event")?.remark).toEqual({ code: "no-event" });
    const manual = await run({ recalculates: "no" });
    expect(manual.of("recalculation")).toMatchObject({
      status: "failed",
      remark: { code: "differs", expected: "100", found: "218.48" },
    });
  });

  test("a scratch sheet that an earlier test has left is not touched, and told", async () => {
    const sheets = [
      { name: "经济指标", isProtected: false },
      { name: "ZoneCheck自检", isProtected: false },
    ];
    const { host, of } = await run({ sheets });
    expect(of("sheet")).toMatchObject({
      status: "limited",
      remark: { code: "left-before", sheets: ["ZoneCheck自检"] },
    });
    expect(host.sheetNames()).toEqual(["经济指标", "ZoneCheck自检"]);
  });
});

describe("which kind of empty cell arrives", () => {
  test.each([
    [null, "null", "passed"],
    ["", "text", "passed"],
    [0, "zero", "limited"],
    [undefined, "undefined", "passed"],
  ] as const)("%p is called %s, and the step is %s", async (blank, kind, status) => {
    const { of } = await run({ blank });
    expect(of("blank")).toEqual({
      id: "blank",
      status,
      remark: {
        code: status === "passed" ? "blank" : "blank-is-zero",
        kinds: { cell: kind, inRange: kind, omitted: "null" },
      },
    });
  });

  test.each([
    [null, "empty", "blank"],
    [0, "zero", "blank-is-zero"],
  ] as const)(
    "where functions run elsewhere, %p is told by the result",
    async (blank, kind, code) => {
      const { of } = await run({ blank, arguments: "elsewhere" });
      expect(of("blank")?.remark).toEqual({
        code,
        kinds: { cell: kind, inRange: kind, omitted: "empty" },
      });
    }
  );
});

describe("a test that is stopped", () => {
  test.each([1, 4, 6, 12, 20])(
    "after %d steps tries nothing more and removes its sheet",
    async (steps) => {
      let count = 0;
      const host = fakeSelfTestHost();
      const signal = { aborted: false };
      const report = await runSelfTest(host, {
        signal,
        onResult: () => {
          count += 1;
          if (count === steps) signal.aborted = true;
        },
      });
      expect(report.end).toBe("cancelled");
      expect(report.results.length).toBeLessThanOrEqual(steps + 1);
      expect(host.sheetNames()).toEqual(["经济指标"]);
    }
  );
});
