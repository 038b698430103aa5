import { afterEach, describe, expect, test } from "@jest/globals";
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Book, Evaluation, IndicatorTable } from "../../src/core/index.ts";
import { areaOfCell, failed, success } from "../../src/core/index.ts";
import { evaluationOf, fullEvaluation, shareMismatch } from "./support/evaluations.ts";
import { fakeServices } from "./support/fake-services.ts";
import { renderPane, settle } from "./support/render-pane.tsx";
import { evaluateSheets, typed } from "../support/typed-sheet.ts";

afterEach(cleanup);

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

async function expectAccessible(container: HTMLElement): Promise<void> {
  const { violations } = await axe(container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`)).toEqual(
    []
  );
}

async function validated(
  services = fakeServices(fullEvaluation()),
  locale: "zh-CN" | "en-US" = "zh-CN"
): Promise<ReturnType<typeof renderPane>> {
  const rendered = renderPane(services, locale);
  fireEvent.click(button(locale === "zh-CN" ? "一键审核" : "Validate"));
  await settle();
  return rendered;
}

function bookWithFormula(calculation: Book["calculation"]): Book {
  const sheet: Book["sheets"][number] = {
    name: "经济指标",
    visibility: "visible",
    isProtected: false,
    origin: { row: 0, column: 0 },
    values: [[3]],
    formulas: [["=1+2"]],
    numberFormats: [["General"]],
    notCalculated: new Set(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
  };
  return { name: "运城.xlsx", sheets: [sheet], calculation, definedNames: [], part: null };
}

describe("before anything was validated", () => {
  test("the pane says what to do on one's own sheet", async () => {
    const { container } = renderPane(fakeServices(fullEvaluation()));
    expect(screen.getByText("还没有审核过这个工作簿")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /项,只看这一类/ })).toBeNull();
    await expectAccessible(container);
  });

  test("without Office the pane says where it belongs, and nothing can be started", () => {
    const { pane } = renderPane(fakeServices(fullEvaluation()));
    act(() => {
      pane.dispatch({ kind: "host-known", host: "none" });
    });
    expect(screen.getByText("请在 Excel 或工作台中打开")).toBeTruthy();
    expect(button("一键审核").hasAttribute("disabled")).toBe(true);
  });
});

describe("findings", () => {
  test.each(["zh-CN", "en-US"] as const)(
    "are accessible and told to screen readers in %s",
    async (locale) => {
      const { container } = await validated(undefined, locale);
      expect(screen.getByRole("status").textContent).toMatch(
        locale === "zh-CN"
          ? /审核完成.*必须更正 1.*未达到目标 3/
          : /Validation done.*1 to correct.*3 off/
      );
      await expectAccessible(container);
    }
  );

  test("stand in the order: to be corrected, to be explained, unmet targets, not judged", async () => {
    await validated();
    const headings = screen.getAllByRole("heading", { level: 2 }).map((h) => h.textContent);
    expect(headings).toEqual([
      "必须更正 · 经济指标1",
      "需要说明 · 经济指标2",
      "未达到目标 · 经济指标3",
      "无法判断 · 经济指标2",
    ]);
  });

  test("the summary line names unit, period and how much passed", async () => {
    const { container } = await validated();
    expect(container.querySelector(".zc-summary")?.textContent).toContain(
      "运城 · 2023年1-6月 · 共审核 131 项,通过 125 项"
    );
  });

  test("a counter shows only its own and is pressed; pressed again it shows all", async () => {
    await validated();
    const counter = button("需要说明 2 项,只看这一类");
    fireEvent.click(counter);
    expect(counter.getAttribute("aria-pressed")).toBe("true");
    expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
    fireEvent.click(counter);
    expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(4);
  });

  test("the counter of what could not be judged opens the list with reasons", async () => {
    await validated();
    expect(screen.queryByText("缺少参与计算的数")).toBeNull();
    fireEvent.click(button("无法判断 2 项,只看这一类"));
    expect(screen.getByText("缺少参与计算的数")).toBeTruthy();
    expect(screen.getByText("按可比价或同口径计算,由统计部门提供,不作推算")).toBeTruthy();
  });

  test.each(["manual", "automatic"] as const)(
    "results of formulas in %s calculation: their age is told where it is in doubt",
    async (calculation) => {
      const evaluation = fullEvaluation();
      const book = bookWithFormula(calculation);
      const outcome = success({ evaluation, applied: null, unflagged: [], book });
      await validated(fakeServices(evaluation, { validate: () => Promise.resolve(outcome) }));
      expect(screen.queryAllByText(/按 F9 重算/)).toHaveLength(calculation === "manual" ? 1 : 0);
    }
  );

  test("text and zone narrow the list; where nothing is left there is a way back", async () => {
    await validated();
    const search = screen.getByRole("searchbox", { name: "按文字筛选" });
    fireEvent.change(search, { target: { value: "永济" } });
    expect(screen.getAllByRole("button", { name: /永济开发区/ })).toHaveLength(1);
    expect(screen.queryByRole("button", { name: /河津开发区/ })).toBeNull();
    fireEvent.change(screen.getByRole("combobox", { name: "按开发区筛选" }), {
      target: { value: "河津开发区" },
    });
    fireEvent.click(button("取消筛选"));
    expect(screen.getAllByRole("button", { name: /河津开发区/ })).toHaveLength(2);
  });

  test("a cell's address goes to the cell", async () => {
    const services = fakeServices(fullEvaluation());
    await validated(services);
    fireEvent.click(button("转到 经济指标!F6"));
    await settle();
    expect(services.visited).toEqual([
      { sheet: "经济指标", area: { row: 5, column: 5, rows: 1, columns: 1 } },
    ]);
  });

  test("an opened finding shows operands as cells, arithmetic, allowed range and what would pass", async () => {
    const services = fakeServices(fullEvaluation());
    const { container } = await validated(services);
    fireEvent.click(button(/河津开发区.*工业投资占全市比重/));
    const trace = container.querySelector<HTMLElement>(".zc-trace");
    if (trace === null) throw new Error("no trace");
    expect(trace.textContent).toContain("14.26 ÷ 177.53 × 100 = 8.0324");
    expect(trace.textContent).toContain("8.03");
    fireEvent.click(within(trace).getByRole("button", { name: "转到 经济指标!C17" }));
    await settle();
    expect(services.visited[0]?.area).toMatchObject({ row: 16, column: 2 });
    await expectAccessible(container);
  });

  test("a root cause lists what follows from it and which other cells would do, as cells to go to", async () => {
    const full = fullEvaluation();
    const consequences = [
      { code: "sum-mismatch", at: { sheet: "经济指标", area: areaOfCell({ row: 15, column: 2 }) } },
      { code: "share-mismatch", at: { sheet: "河津", area: areaOfCell({ row: 4, column: 5 }) } },
    ];
    const alternatives = [[{ sheet: "经济指标", area: areaOfCell({ row: 6, column: 2 }) }]];
    const findings = full.findings.map((finding) =>
      finding.code === "share-mismatch" ? { ...finding, consequences, alternatives } : finding
    );
    const services = fakeServices({ ...full, findings });
    const { container } = await validated(services);
    fireEvent.click(button(/河津开发区.*工业投资占全市比重/));
    const trace = container.querySelector<HTMLElement>(".zc-trace");
    if (trace === null) throw new Error("no trace");
    expect(trace.textContent).toContain("由此引起C16合计不符河津!F5占比不符");
    expect(trace.textContent).toContain("也可能有误C7");
    fireEvent.click(within(trace).getByRole("button", { name: "转到 河津!F5" }));
    await settle();
    expect(services.visited[0]).toMatchObject({ sheet: "河津", area: { row: 4, column: 5 } });
    await expectAccessible(container);
  });

  test("what else was found at the cell itself is told as such, not as a consequence", async () => {
    const full = fullEvaluation();
    const findings = full.findings.map((finding) =>
      finding.code === "share-mismatch"
        ? { ...finding, consequences: [{ code: "formula-deviates", at: finding.at }] }
        : finding
    );
    const { container } = await validated(fakeServices({ ...full, findings }));
    fireEvent.click(button(/河津开发区.*工业投资占全市比重/));
    const trace = container.querySelector(".zc-trace");
    expect(trace?.textContent).toContain("此格另有公式不一致");
    expect(trace?.textContent).not.toContain("由此引起");
  });

  test("an unmet target has a bullet bar that says its numbers", async () => {
    await validated();
    expect(screen.getByRole("img", { name: "实际 −21.37%,目标 17%" })).toBeTruthy();
    expect(screen.getAllByRole("img")).toHaveLength(3);
  });

  test("what was read and what was not can be opened", async () => {
    const { container } = await validated();
    fireEvent.click(button("表格识别 (2)"));
    await settle();
    const region = screen.getByRole("region", { name: "表格识别" });
    expect(region.textContent).toContain("备用");
    expect(region.textContent).toContain("此表中没有读出指标表");
    await expectAccessible(container);
  });

  test("a column under a name nobody knows says that its unit is not known", async () => {
    const { tables } = evaluateSheets([
      typed("备案", "开发区|备案项目|同比(%)\n河津开发区|86|14.7\n永济开发区|41|10.8"),
    ]);
    await validated(fakeServices({ ...fullEvaluation(), tables }));
    fireEvent.click(button(/^表格识别/));
    await settle();
    const region = screen.getByRole("region", { name: "表格识别" });
    expect(region.textContent).toContain("备案项目 · 完成值 · 单位未知");
  });

  test("an edit after the run makes the results old, and says so", async () => {
    const services = fakeServices(fullEvaluation());
    await validated(services);
    expect(screen.queryByText(/审核后表格有改动/)).toBeNull();
    act(() => {
      services.edit("经济指标");
    });
    expect(screen.getByText(/审核后表格有改动/)).toBeTruthy();
    fireEvent.click(button("重新审核"));
    await settle();
    expect(screen.queryByText(/审核后表格有改动/)).toBeNull();
  });

  test("outlive a closed pane, with their filters", async () => {
    const { pane, unmount } = await validated();
    fireEvent.click(button("需要说明 2 项,只看这一类"));
    unmount();
    expect(pane.getState().result?.evaluation.findings).toHaveLength(6);
    expect(pane.getState().filters.levels).toEqual(["warning"]);
  });
});

describe("a long list", () => {
  const many = evaluationOf(
    Array.from({ length: 2000 }, (_, row) => shareMismatch({ zone: "甲", cell: `F${row + 5}` }))
  );

  test("renders only a part of itself", async () => {
    const { container } = await validated(fakeServices(many));
    const shown = container.querySelectorAll("[data-row]").length;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(400);
  });
});

describe("the keyboard", () => {
  const focused = (): string | null => document.activeElement?.textContent ?? null;

  test("the list is one tab stop; arrows, Home and End go from row to row", async () => {
    const { container } = await validated();
    const stops = container.querySelectorAll('.zc-list [tabindex="0"]');
    expect(stops).toHaveLength(1);
    (stops[0] as HTMLElement).focus();
    expect(focused()).toContain("必须更正");
    fireEvent.keyDown(document.activeElement ?? document, { key: "ArrowDown" });
    expect(focused()).toContain("工业投资占全市比重");
    fireEvent.keyDown(document.activeElement ?? document, { key: "End" });
    expect(focused()).toContain("无法判断");
    fireEvent.keyDown(document.activeElement ?? document, { key: "Home" });
    expect(focused()).toContain("必须更正");
  });

  test("in the column of addresses arrows stay in it", async () => {
    await validated();
    button("转到 经济指标!H9").focus();
    fireEvent.keyDown(document.activeElement ?? document, { key: "ArrowDown" });
    expect(focused()).toBe("J9");
  });

  test("right opens and left closes a finding and a group", async () => {
    await validated();
    const title = button(/河津开发区.*工业投资占全市比重/);
    title.focus();
    fireEvent.keyDown(title, { key: "ArrowRight" });
    expect(button(/工业投资占全市比重/).getAttribute("aria-expanded")).toBe("true");
    fireEvent.keyDown(document.activeElement ?? document, { key: "ArrowLeft" });
    expect(button(/工业投资占全市比重/).getAttribute("aria-expanded")).toBe("false");
    const group = button(/必须更正 · 经济指标/);
    group.focus();
    fireEvent.keyDown(group, { key: "ArrowLeft" });
    expect(screen.queryByRole("button", { name: /工业投资占全市比重/ })).toBeNull();
  });
});

describe("nothing found", () => {
  test("is good news with the number of tests made", async () => {
    const { container } = await validated(fakeServices(evaluationOf([])));
    expect(screen.getByText("未发现问题")).toBeTruthy();
    expect(screen.getByText("共审核 125 项,全部通过。")).toBeTruthy();
    await expectAccessible(container);
  });

  test("is no good news where nothing could be checked", async () => {
    const empty = evaluationOf([]);
    const unchecked = { ...empty, summary: { ...empty.summary, checked: 0, passed: 0 } };
    await validated(fakeServices(unchecked));
    expect(screen.queryByText("未发现问题")).toBeNull();
    expect(screen.getByText("没有可审核的项目")).toBeTruthy();
  });
});

describe("a run that lasts", () => {
  const never = (): Promise<never> => new Promise(() => undefined);

  test("shows its progress and can be cancelled; the buttons wait", async () => {
    let cancelled = 0;
    const services = fakeServices(fullEvaluation(), {
      validate: ({ onPhase }) => {
        onPhase({ kind: "reading", done: 40, total: 100 });
        return never();
      },
      cancel: () => {
        cancelled += 1;
      },
    });
    const { container } = await validated(services);
    expect(screen.queryByText("正在读取表格 40%")).toBeNull();
    expect(await screen.findByText("正在读取表格 40%")).toBeTruthy();
    expect(button("一键审核").hasAttribute("disabled")).toBe(true);
    await expectAccessible(container);
    fireEvent.click(button("取消"));
    expect(cancelled).toBe(1);
  });

  test("cannot be cancelled while it writes", async () => {
    const services = fakeServices(fullEvaluation(), {
      validate: ({ onPhase }) => {
        onPhase({ kind: "writing" });
        return never();
      },
    });
    await validated(services);
    expect(await screen.findByText("正在标记单元格…")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "取消" })).toBeNull();
  });

  test("cancelled, it leaves the earlier results where they were", async () => {
    let run = 0;
    const services = fakeServices(fullEvaluation(), {
      validate: () => {
        run += 1;
        return Promise.resolve(
          run === 1
            ? success({ evaluation: fullEvaluation(), applied: null, unflagged: [] })
            : failed({ failure: { code: "cancelled" }, done: [], evaluation: null })
        );
      },
    });
    const { pane } = await validated(services);
    fireEvent.click(button("一键审核"));
    await settle();
    expect(pane.getState().notice).toBeNull();
    expect(pane.getState().result?.evaluation.findings).toHaveLength(6);
  });
});

describe("failures and refusals", () => {
  test("a failure says what did not happen, why, that nothing was changed, and offers to try again", async () => {
    let runs = 0;
    const services = fakeServices(fullEvaluation(), {
      validate: () => {
        runs += 1;
        return Promise.resolve(
          failed({ failure: { code: "cell-edit-mode" }, done: [], evaluation: null })
        );
      },
    });
    const { container } = await validated(services);
    expect(await screen.findByText("审核没有完成")).toBeTruthy();
    expect(screen.getByText("工作簿没有任何改动。")).toBeTruthy();
    await expectAccessible(container);
    fireEvent.click(button("重试"));
    await settle();
    expect(runs).toBe(2);
  });

  test("a write that stopped half-way says what was done, and the findings are shown all the same", async () => {
    const services = fakeServices(fullEvaluation(), {
      validate: () =>
        Promise.resolve(
          failed({
            failure: { code: "session-lost" },
            done: [
              { kind: "remove-flags", sheets: "all" },
              { kind: "put-flags", sheet: "经济指标", flags: [] },
            ],
            evaluation: fullEvaluation(),
          })
        ),
    });
    await validated(services);
    expect(await screen.findByText("中断前已完成:清除原有标记;写入标记 (经济指标)。")).toBeTruthy();
    expect(button(/工业投资占全市比重/)).toBeTruthy();
    expect(screen.getByText(/未标记/)).toBeTruthy();
  });

  test("protected sheets are named, and their findings are listed", async () => {
    const services = fakeServices(fullEvaluation(), {
      validate: () =>
        Promise.resolve(
          success({
            evaluation: fullEvaluation(),
            applied: { done: [], refused: [] },
            unflagged: ["经济指标", "三个一批"],
          })
        ),
    });
    const { container } = await validated(services);
    expect(await screen.findByText(/工作表“经济指标”、“三个一批”受保护,没有写入标记/)).toBeTruthy();
    expect(button(/工业投资占全市比重/)).toBeTruthy();
    await expectAccessible(container);
  });

  test("an action that throws is told and its diagnostics hold no text of a cell", async () => {
    const services = fakeServices(fullEvaluation(), {
      clearFlags: () => Promise.reject(new Error("boom")),
    });
    await validated(services);
    fireEvent.click(button("清除标记"));
    await settle();
    expect(await screen.findByText("本工具内部出错")).toBeTruthy();
    fireEvent.click(button("复制诊断信息"));
    await settle();
    expect(services.copied[0]).toContain("boom");
    for (const secret of ["经济指标", "河津", "1,234.50", "14.26"]) {
      expect(services.copied[0]).not.toContain(secret);
    }
  });

  test("a closed clipboard gives the text to be copied by hand", async () => {
    const services = fakeServices(fullEvaluation(), { copy: () => Promise.resolve(false) });
    renderPane(services);
    fireEvent.click(button("更多操作"));
    fireEvent.click(await screen.findByRole("menuitem", { name: "复制诊断信息" }));
    await settle();
    const text = await screen.findByRole("textbox", { name: /自行复制/ });
    expect((text as HTMLTextAreaElement).value).toContain("zone-check diagnostics");
  });

  test("a view that breaks says so and can be built anew", () => {
    const { pane } = renderPane(fakeServices(fullEvaluation()));
    const show = (evaluation: Evaluation): void => {
      const result = {
        evaluation,
        at: new Date(0),
        marking: "mark",
        isStale: false,
        calculation: "automatic",
      } as const;
      act(() => {
        pane.dispatch({ kind: "validated", result, notice: null });
      });
    };
    const { error } = console;
    console.error = () => undefined; // React tells every error it has caught.
    show({ ...fullEvaluation(), tables: [null as unknown as IndicatorTable] });
    console.error = error;
    expect(screen.getByRole("alert").textContent).toContain("本工具内部出错");
    show(fullEvaluation());
    fireEvent.click(button("重试"));
    expect(button(/工业投资占全市比重/)).toBeTruthy();
  });
});

describe("the menu", () => {
  test("checks without flagging", async () => {
    const services = fakeServices(fullEvaluation());
    const { pane } = renderPane(services);
    fireEvent.click(button("更多操作"));
    fireEvent.click(await screen.findByRole("menuitem", { name: "只检查,不标记" }));
    await settle();
    expect(pane.getState().result?.marking).toBe("check-only");
    expect(screen.getByText(/未标记/)).toBeTruthy();
  });

  test("changes the language of everything that stands there", async () => {
    await validated();
    fireEvent.click(button("更多操作"));
    fireEvent.click(await screen.findByRole("menuitem", { name: "English" }));
    expect(button("Validate")).toBeTruthy();
    expect(button("To correct: 1, show only these")).toBeTruthy();
    expect(document.documentElement.lang).toBe("en-US");
  });

  test("the ledger validates first where nothing was validated", async () => {
    let made = 0;
    const services = fakeServices(fullEvaluation(), {
      makeLedger: () => {
        made += 1;
        return Promise.resolve(success({ done: [], refused: [] }));
      },
    });
    const { pane } = renderPane(services);
    fireEvent.click(button("更多操作"));
    fireEvent.click(await screen.findByRole("menuitem", { name: "生成台账" }));
    await settle();
    expect(made).toBe(1);
    expect(pane.getState().result?.evaluation.findings).toHaveLength(6);
    expect(await screen.findByText(/“审核台账”已生成/)).toBeTruthy();
  });
});
