import { afterEach, describe, expect, test } from "@jest/globals";
import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { RulesReading } from "../../src/actions/index.ts";
import type { ReadingCorrection, RulesEdit } from "../../src/core/index.ts";
import { RULES_SHEET, parseRulesSheet, readRulesRows, success } from "../../src/core/index.ts";
import type { RulesChange } from "../../src/taskpane/pane-services.ts";
import { sheetOf } from "../support/grid.ts";
import { fullEvaluation } from "./support/evaluations.ts";
import { fakeServices } from "./support/fake-services.ts";
import { renderPane, settle } from "./support/render-pane.tsx";

afterEach(cleanup);

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });

function readingOf(rows: Parameters<typeof sheetOf>[1]): RulesReading {
  const sheet = sheetOf(RULES_SHEET, rows);
  const parsed = parseRulesSheet(sheet);
  return {
    sheet: "there",
    rows: readRulesRows(sheet),
    rules: parsed.ok ? parsed.value : [],
    problems: parsed.ok ? [] : parsed.failure,
  };
}

const RULES = readingOf([
  ["指标", "口径", "适用", "目标值", "单位", "来源"],
  ["工业投资", "同比", "全部", 17, "%", "省定"],
  ["工业投资", "同比", "河津开发区", 16, "%", "省定"],
  ["固定资产投资", "同比", "农业类", 18, "%", "省初定"],
]);

async function targets(
  reading: RulesReading
): Promise<{ readonly changes: RulesChange[]; readonly container: HTMLElement }> {
  const changes: RulesChange[] = [];
  const services = fakeServices(fullEvaluation(), {
    readRules: () => Promise.resolve(success(reading)),
    changeRules: (change) => {
      changes.push(change);
      return Promise.resolve(success({ done: [], refused: [] }));
    },
  });
  const { container } = renderPane(services);
  fireEvent.click(screen.getByRole("tab", { name: "目标" }));
  await settle();
  await settle();
  return { changes, container };
}

function editOf(changes: readonly RulesChange[]): RulesEdit {
  const [change] = changes;
  if (change?.kind !== "save") throw new Error("nothing was saved");
  return change.edit;
}

describe("the 目标 view", () => {
  test("lists each rule once, with its exceptions, and is accessible", async () => {
    const { container } = await targets(RULES);
    const list = screen.getByRole("region", { name: "目标规则表 2" });
    expect(list.textContent).toContain("≥ 17% · 全部 · 河津 16%");
    expect(list.textContent).toContain("≥ 18% · 农业类");
    const { violations } = await axe(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test("offers a template or an empty sheet where there is none", async () => {
    const { changes } = await targets({ sheet: "absent", rows: [], rules: [], problems: [] });
    expect(button("新增规则").hasAttribute("disabled")).toBe(true);
    fireEvent.click(button("从模板新建"));
    await settle();
    expect(changes).toEqual([{ kind: "insert", content: "template" }]);
  });

  test("shows problems with their cells, and the rows that make no rule", async () => {
    await targets(
      readingOf([
        ["指标", "目标值"],
        ["工业投资", "约17"],
      ])
    );
    const problems = screen.getByRole("region", { name: "须改正后规则才生效" });
    expect(within(problems).getByRole("button", { name: "转到 目标规则!B2" })).toBeTruthy();
    expect(screen.getByText(/这一行没有成为规则/)).toBeTruthy();
  });

  test("saves what was changed, exceptions with their rule", async () => {
    const { changes, container } = await targets(RULES);
    fireEvent.click(button(/编辑 工业投资/));
    fireEvent.change(screen.getByLabelText("目标值"), { target: { value: "18" } });
    fireEvent.click(button("添加例外"));
    fireEvent.change(screen.getByLabelText("第 2 个例外的开发区"), { target: { value: "永济" } });
    fireEvent.change(screen.getByLabelText("第 2 个例外的目标值"), { target: { value: "15" } });
    const { violations } = await axe(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
    fireEvent.click(button("写入表格"));
    await settle();
    const edit = editOf(changes);
    expect(edit.changed.map(({ texts }) => `${texts["适用"]} ${texts["目标值"]}`)).toEqual([
      "全部 18",
      "河津开发区 16",
    ]);
    expect(edit.added).toMatchObject([
      { 指标: "工业投资", 口径: "同比", 适用: "永济", 目标值: "15" },
    ]);
    expect(screen.queryByRole("form")).toBeNull();
  });

  test("does not save a rule without a name or a number, and says which", async () => {
    const { changes } = await targets(RULES);
    fireEvent.click(button("新增规则"));
    fireEvent.click(button("写入表格"));
    await settle();
    expect(changes).toEqual([]);
    expect(screen.getByRole("form").textContent).toContain("请填指标名称");
    expect(screen.getByRole("form").textContent).toContain("请填一个数");
  });

  test("removes a rule together with its exceptions", async () => {
    const { changes } = await targets(RULES);
    fireEvent.click(button(/编辑 工业投资/));
    fireEvent.click(button("删除规则"));
    await settle();
    expect(editOf(changes).removed.map(({ row }) => row)).toEqual([1, 2]);
  });

  test("exports a rules file that can be copied", async () => {
    await targets(RULES);
    fireEvent.click(button("导出"));
    const text = screen.getByLabelText<HTMLTextAreaElement>("规则文件内容").value;
    expect(JSON.parse(text)).toMatchObject({
      schema: "zone-check/rules@1",
      rules: [{ value: 17 }, { value: 18 }],
    });
  });
});

describe("a correction in 表格识别", () => {
  test("is sent with the words it is tied to, and the workbook is validated again", async () => {
    const corrections: ReadingCorrection[] = [];
    let runs = 0;
    const evaluation = fullEvaluation();
    const services = fakeServices(evaluation, {
      validate: () => {
        runs += 1;
        return Promise.resolve(success({ evaluation, applied: null, unflagged: [] }));
      },
      correctReading: (correction) => {
        corrections.push(correction);
        return Promise.resolve(success({ done: [], refused: [] }));
      },
    });
    renderPane(services);
    fireEvent.click(button("一键审核"));
    await settle();
    fireEvent.click(button(/^表格识别/));
    await settle();
    await settle();
    fireEvent.click(button("更正 备用"));
    fireEvent.click(button("不是数据"));
    await settle();
    expect(corrections).toMatchObject([
      { kind: "line", path: ["备用"], nth: 0, change: { kind: "set-aside" } },
    ]);
    expect(runs).toBe(2);
  });
});
