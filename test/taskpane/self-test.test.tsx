import { afterEach, describe, expect, jest, test } from "@jest/globals";
import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { axe } from "jest-axe";
import type { SelfTestReport, StepResult } from "../../src/actions/self-test/index.ts";
import { STEP_IDS, runSelfTest } from "../../src/actions/self-test/index.ts";
import { success } from "../../src/core/index.ts";
import { formatReport } from "../../src/taskpane/self-test/report.ts";
import { fakeSelfTestHost } from "../support/self-test-host.ts";
import type { FakeHostParts } from "../support/self-test-host.ts";
import { fullEvaluation } from "./support/evaluations.ts";
import { fakeServices } from "./support/fake-services.ts";
import { renderPane, settle } from "./support/render-pane.tsx";

// Roles and axe over a list of forty rows take jsdom a while.
jest.setTimeout(30_000);

afterEach(cleanup);

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

function reportOf(parts: FakeHostParts): Promise<SelfTestReport> {
  const options = { signal: { aborted: false }, onResult: () => undefined };
  return runSelfTest(fakeSelfTestHost(parts), options);
}

/** The view, opened from the menu, over a host; `started` counts the tests. */
async function openView(
  parts: FakeHostParts = {}
): Promise<{ started: () => number; container: HTMLElement; copied: readonly string[] }> {
  let started = 0;
  const services = fakeServices(fullEvaluation(), {
    selfTest: async (onResult) => {
      started += 1;
      const signal = { aborted: false };
      return success(await runSelfTest(fakeSelfTestHost(parts), { signal, onResult }));
    },
  });
  const { container } = renderPane(services);
  fireEvent.click(button("更多操作"));
  fireEvent.click(screen.getByRole("menuitem", { name: "自检" }));
  await settle();
  await settle();
  return { started: () => started, container, copied: services.copied };
}

async function begin(): Promise<void> {
  fireEvent.click(button(/^(?:开始|重新)自检$/));
  fireEvent.click(button("开始"));
  await act(async () => {
    await screen.findByText("复制报告", undefined, { timeout: 15_000 });
  });
}

describe("the self-test view", () => {
  test("starts nothing before it was asked twice, and tells that the undo list goes", async () => {
    const { started, container } = await openView();
    expect(container.textContent).toContain("清空 Excel 的撤销记录");
    fireEvent.click(button("开始自检"));
    const question = screen.getByRole("alertdialog");
    expect(question.textContent).toContain("不能再");
    fireEvent.click(button("先不做"));
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(started()).toBe(0);
  });

  test("shows every step, says that all works, and is accessible", async () => {
    const { container } = await openView();
    await begin();
    expect(container.querySelectorAll("[data-status=passed]")).toHaveLength(STEP_IDS.length);
    expect(screen.getByText("各项功能都可用。")).toBeTruthy();
    const { violations } = await axe(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test("says of what is missing what can still be done, once for many functions", async () => {
    const { container } = await openView({ functions: "unknown" });
    await begin();
    const text = container.textContent;
    expect(text.split("Excel 不认识这个函数").length).toBe(2);
    expect(text.split("计算列请用帮助页列出的等价内置公式。带 ZONE_").length).toBe(2);
    expect(container.querySelectorAll("[data-status=failed]")).toHaveLength(17);
  });

  test("the report is copied, and the tabs lead back", async () => {
    const { copied } = await openView();
    await begin();
    fireEvent.click(button("复制报告"));
    await settle();
    expect(copied[0]).toContain("[通过] ZONE_GAP");
    expect(copied[0]).toContain("version: test");
    expect(screen.getByRole("tab", { name: "审核" }).tabIndex).toBe(0);
    fireEvent.click(button("返回"));
    expect(button("一键审核")).toBeTruthy();
  });

  test("a test that breaks is told as a fault of ours, and can be started again", async () => {
    const services = fakeServices(fullEvaluation(), {
      selfTest: () => Promise.reject(new Error("broken")),
    });
    const { pane } = renderPane(services);
    await act(async () => {
      await pane.selfTest();
    });
    expect(pane.getState().notice).toMatchObject({ kind: "broken" });
    expect(pane.getState().busy).toBeNull();
  });
});

describe("the report", () => {
  test("says of each step its outcome, what is missing and the way out, and names no sheet", async () => {
    const report = await reportOf({
      functions: "unknown",
      sheets: [{ name: "经济指标", isProtected: true }],
    });
    const text = formatReport(report, ["version: 1"], "zh-CN");
    expect(text.split("\n").slice(0, 5)).toEqual([
      "开发区指标审核 自检报告",
      "时间: 2026-01-05T00:00:00.000Z",
      "version: 1",
      "",
      "通过 13 · 受限 1 · 未通过 17 · 未试 3",
    ]);
    expect(text).toContain("[受限] 保护 — 有 1 张工作表受保护。");
    expect(text).toContain(
      "[未通过] ZONE_SHARE — 单元格显示 #NAME?:Excel 不认识这个函数。\n    办法: "
    );
    expect(text).toContain("[未试] 结果溢出 — 函数不可用,没有试。");
    expect(text).not.toContain("经济指标");
  });

  test("a sheet that stays is named, with the reason and what to do", async () => {
    const report = await reportOf({
      fault: (_n, what) => (what === "remove-sheet" ? { code: "cell-edit-mode" } : undefined),
    });
    const text = formatReport(report, [], "zh-CN");
    expect(text).toMatch(
      /\[未通过\] 删除自检工作表 — “ZoneCheck自检”没有删掉。.+\n {4}办法: .*右键/u
    );
  });

  test.each(["zh-CN", "en-US"] as const)(
    "in %s every outcome of every step has words",
    async (locale) => {
      const reports = await Promise.all(
        [
          {},
          { structure: "protected" },
          { functions: "unknown" },
          { functions: "silent" },
          { spills: "no" },
          { events: "do-not-come" },
          { blank: 0 },
          { blank: "", arguments: "elsewhere" },
          { abilities: { excelApi: "1.7", runtime: "separate", undo: "one-step" } },
          { abilities: { customFunctions: "missing" } },
          { fault: () => ({ code: "api-missing", member: "Range.x" }) },
        ].map((parts) => reportOf(parts as FakeHostParts))
      );
      for (const report of reports) {
        const text = formatReport(report, [], locale);
        expect(text).not.toMatch(/undefined(?!\))|\[object|null(?!\))/);
        if (locale === "en-US")
          expect(
            text.replaceAll(/ZoneCheck自检|目标规则|“[^”]*”|=ZONE_\w+\([^\n]*/g, "")
          ).not.toMatch(/\p{Script=Han}/u);
        const isWayOut = (result: StepResult): boolean =>
          result.status === "failed" || result.status === "limited";
        const ways = text.split(locale === "zh-CN" ? "    办法: " : "    way out: ").length - 1;
        expect(ways).toBe(report.results.filter(isWayOut).length);
      }
    }
  );
});
