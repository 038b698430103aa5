import { afterEach, describe, expect, test } from "@jest/globals";
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { CallRequest, InsertedCall, OccupiedChoice } from "../../src/actions/index.ts";
import { lookAtFunctions } from "../../src/actions/index.ts";
import type { Address, Book, Locale } from "../../src/core/index.ts";
import { failed, parseArea, success } from "../../src/core/index.ts";
import type { PaneServices } from "../../src/taskpane/pane-services.ts";
import type { GridCell } from "../support/grid.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { fullEvaluation } from "./support/evaluations.ts";
import { fakeServices } from "./support/fake-services.ts";
import { renderPane, settle } from "./support/render-pane.tsx";

afterEach(cleanup);

const S = "经济指标";

function bookWith(gap: GridCell): Book {
  return bookOf(
    sheetOf(S, [
      ["运城市开发区2023年1-6月主要经济指标"],
      ["开发区", "税收收入", null, null, null],
      [null, "完成(亿元)", "同比增长(%)", "省定目标(%)", "与目标差距(百分点)"],
      ["运城开发区", 120, { v: 0.2, nf: "0.0%" }, 17, gap],
      ["河津开发区", 116, { v: 0.16, nf: "0.0%" }, 16, null],
    ])
  );
}

function address(a1: string): Address {
  const area = parseArea(a1);
  if (area === undefined) throw new Error(`not an area: ${a1}`);
  return { sheet: S, area };
}

interface Opened {
  readonly container: HTMLElement;
  readonly asked: { readonly request: CallRequest; readonly occupied: OccupiedChoice }[];
  /** Selects in the sheet. */
  readonly select: (a1: string) => void;
  readonly watchers: number;
  readonly edit: () => void;
}

async function open(
  parts: {
    readonly book?: () => Book;
    readonly at?: string;
    readonly locale?: Locale;
    readonly outcome?: InsertedCall;
    readonly services?: Partial<PaneServices>;
  } = {}
): Promise<Opened> {
  const { book = () => bookWith(null), at = "E4", locale = "zh-CN", outcome } = parts;
  const asked: { request: CallRequest; occupied: OccupiedChoice }[] = [];
  const watching = new Set<(selection: Address) => void>();
  const services = fakeServices(fullEvaluation(), {
    lookAtFunctions: () => Promise.resolve(success(lookAtFunctions(book()))),
    readSelection: () => Promise.resolve(success(address(at))),
    watchSelection: (listener) => {
      watching.add(listener);
      return Promise.resolve(() => {
        watching.delete(listener);
        return Promise.resolve();
      });
    },
    insertCall: (request, occupied) => {
      asked.push({ request, occupied });
      const done: InsertedCall = {
        kind: "inserted",
        becomes: "function",
        cells: request.span === "table" ? 2 : 1,
        skipped: 0,
        header: null,
        applied: { done: [], refused: [] },
      };
      return Promise.resolve(success(occupied === "ask" ? (outcome ?? done) : done));
    },
    ...parts.services,
  });
  const { container } = renderPane(services, locale);
  fireEvent.click(screen.getByRole("tab", { name: locale === "zh-CN" ? "函数" : "Functions" }));
  await settle();
  await settle();
  return {
    container,
    asked,
    get watchers() {
      return watching.size;
    },
    select: (a1) => {
      act(() => {
        for (const listener of watching) listener(address(a1));
      });
    },
    edit: () => {
      services.edit(S);
    },
  };
}

async function choose(name: string): Promise<void> {
  fireEvent.change(screen.getByRole("combobox", { name: "函数" }), { target: { value: name } });
  await settle();
}

const button = (name: string | RegExp): HTMLElement => screen.getByRole("button", { name });
const box = (name: string | RegExp): HTMLInputElement => screen.getByRole("textbox", { name });
const live = (): string => screen.getByRole("status", { name: "结果" }).textContent;

describe("the 函数 view", () => {
  test("offers the columns the table lacks, and a click fills the form", async () => {
    const { container, asked } = await open();
    const offers = screen.getByRole("region", { name: "可以补的列和行" });
    expect(offers.textContent).toContain("差距列税收收入C4, D4 · 填在 E 列");
    fireEvent.click(within(offers).getByRole("button", { name: /差距列/ }));
    expect(box("完成值").value).toBe("C4");
    expect(box("插入到").value).toBe("经济指标!E4");
    expect(live()).toContain("20 − 17 = 3");
    expect(live()).toContain("=IF(COUNT(C4,D4)<2,NA(),ZONE_GAP(C4*100,D4))");
    expect(live()).toContain("带空值保护");
    expect(screen.getByRole("form").textContent).toContain("C4 是百分比格式,公式里写作 C4*100");
    expect(screen.getByRole("form").textContent).toContain("运城开发区 · 税收收入 目标值 17");
    const { violations } = await axe(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
    fireEvent.click(button("填充 2 格"));
    await settle();
    expect(asked).toMatchObject([
      {
        request: { name: "ZONE_GAP", args: ["C4", "D4"], span: "table", at: address("E4") },
        occupied: "ask",
      },
    ]);
    expect(screen.getByText("已写入 2 个单元格的函数公式。")).toBeTruthy();
  });

  test("the selection flows into the box that is chosen, and into no other", async () => {
    const { select } = await open({ at: "H9" });
    await choose("ZONE_SHARE");
    fireEvent.focus(box("部分"));
    select("B4");
    select("B5");
    fireEvent.focus(box("总体"));
    select("B4:B5");
    expect([box("部分").value, box("总体").value]).toEqual(["B5", "B4:B5"]);
    fireEvent.focus(box("插入到"));
    select("G5:G8");
    expect(box("插入到").value).toBe("经济指标!G5");
    expect([box("部分").value, box("总体").value]).toEqual(["B5", "B4:B5"]);
    fireEvent.keyDown(box("插入到"), { key: "Escape" });
    select("A1");
    expect(box("插入到").value).toBe("经济指标!G5");
  });

  test("a draft outlives a look at another tab; nothing is watched meanwhile", async () => {
    const opened = await open();
    fireEvent.click(button(/差距列/));
    expect(opened.watchers).toBe(1);
    fireEvent.click(screen.getByRole("tab", { name: "审核" }));
    await settle();
    expect(opened.watchers).toBe(0);
    fireEvent.click(screen.getByRole("tab", { name: "函数" }));
    await settle();
    await settle();
    expect(opened.watchers).toBe(1);
    expect(box("完成值").value).toBe("C4");
  });

  test("says under the box what is wrong with what was typed, and inserts nothing", async () => {
    await open();
    fireEvent.click(button(/差距列/));
    fireEvent.change(box("目标值"), { target: { value: "约 17" } });
    await settle();
    expect(screen.getByRole("form").textContent).toContain("看不懂这个参数");
    expect(button("插入").hasAttribute("disabled")).toBe(true);
    fireEvent.change(box("目标值"), { target: { value: "E4" } });
    await settle();
    expect(screen.getByRole("form").textContent).toContain("会循环引用");
  });

  test("asks about cells that hold something: skip, replace or leave", async () => {
    const { asked } = await open({ outcome: { kind: "occupied", cells: ["E5"] } });
    fireEvent.click(button(/差距列/));
    fireEvent.click(button("填充 2 格"));
    await settle();
    const question = screen.getByRole("alertdialog");
    expect(question.textContent).toContain("E5 已有内容,还没有写入");
    fireEvent.click(within(question).getByRole("button", { name: "跳过它们" }));
    await settle();
    expect(asked.map(({ occupied }) => occupied)).toEqual(["ask", "skip"]);
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  test("the result follows an edit in the sheet", async () => {
    let book = bookWith(null);
    const { edit } = await open({ book: () => book });
    fireEvent.click(button(/差距列/));
    const sheet = book.sheets[0];
    if (sheet === undefined) throw new Error("no sheet");
    const values = sheet.values.map((row, r) =>
      row.map((one, c) => (r === 3 && c === 3 ? 15 : one))
    );
    book = { ...book, sheets: [{ ...sheet, values }] };
    edit();
    await act(async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    expect(live()).toContain("20 − 15 = 5");
  });

  test("a workbook that could not be read says so, with the way out", async () => {
    let reads = 0;
    await open({
      services: {
        lookAtFunctions: () => {
          reads += 1;
          return Promise.resolve(
            reads === 1
              ? failed({ code: "cell-edit-mode" })
              : success(lookAtFunctions(bookWith(null)))
          );
        },
      },
    });
    expect(screen.getByRole("alert").textContent).toContain("正在编辑单元格");
    fireEvent.click(button("再读一次"));
    await settle();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("region", { name: "可以补的列和行" })).toBeTruthy();
  });

  test("an older Excel is told of, and gets the native formula", async () => {
    const { asked } = await open({ services: { customFunctions: () => "missing" } });
    expect(screen.getByRole("note").textContent).toContain("没有自定义函数");
    fireEvent.click(button(/差距列/));
    expect(live()).toContain("=IF(COUNT(C4,D4)<2,NA(),(C4*100)-D4)");
    expect(live()).toContain("插入等价的内置公式");
    fireEvent.click(button("插入"));
    await settle();
    expect(asked).toMatchObject([{ request: { customFunctions: "missing" } }]);
  });

  test("what ZONE_CONSISTENT takes has boxes of its own, and a second operand only where there is one", async () => {
    const { asked } = await open({ at: "H9" });
    await choose("ZONE_CONSISTENT");
    fireEvent.change(box("表内数"), { target: { value: "236" } });
    fireEvent.change(box(/操作数1/), { target: { value: "B4:B5" } });
    const kind = screen.getByRole("combobox", { name: "算法" });
    fireEvent.focus(kind);
    fireEvent.input(kind, { target: { value: "合计" } });
    fireEvent.keyDown(kind, { key: "Enter", which: 13, keyCode: 13 });
    await settle();
    expect(live()).toContain("吻合");
    fireEvent.click(button("插入"));
    await settle();
    expect(asked[0]?.request.args).toEqual(["236", "B4:B5", "合计"]);
  });
});

describe("a selected formula of ours", () => {
  const formula = { f: "=IF(COUNT(C4,D4)<2,NA(),ZONE_GAP(C4*100,D4))", v: 3 };

  test("is explained: rule, operands with cells and values, calculation, guard", async () => {
    const { container } = await open({ book: () => bookWith(formula) });
    const card = screen.getByRole("region", { name: "所选单元格的公式" });
    expect(card.textContent).toContain("运城开发区 · 税收收入 与目标差距");
    expect(card.textContent).toContain("规则与目标差距 完成值 − 目标值");
    expect(card.textContent).toContain("C4完成值 运城开发区 · 税收收入 同比增速 ×10020");
    expect(card.textContent).toContain("20 − 17 = 3");
    expect(card.textContent).toContain("带空值保护");
    const { violations } = await axe(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  test("stays while its operands are looked at, and goes with another cell", async () => {
    const { select } = await open({ book: () => bookWith(formula) });
    select("D4");
    expect(screen.getByRole("region", { name: "所选单元格的公式" })).toBeTruthy();
    select("A1");
    expect(screen.queryByRole("region", { name: "所选单元格的公式" })).toBeNull();
  });

  test("says why it shows an error", async () => {
    await open({ book: () => bookWith({ f: "=ZONE_GAP(C4,F4)", v: { error: "#N/A" } }) });
    const card = screen.getByRole("region", { name: "所选单元格的公式" });
    expect(card.textContent).toContain("“目标值”为空或未填列");
    cleanup();
    await open({ book: () => bookWith({ f: "=ZONE_GAP(C4,D4)", v: { error: "#NAME?" } }) });
    expect(screen.getByRole("region", { name: "所选单元格的公式" }).textContent).toContain(
      "可用“可移植副本”改成内置公式"
    );
  });

  test("is explained in English", async () => {
    await open({ book: () => bookWith(formula), locale: "en-US" });
    const card = screen.getByRole("region", { name: "Formula of the selected cell" });
    expect(card.textContent).toContain("Gap to target actual − target");
    expect(card.textContent).toContain("20 − 17 = 3");
  });
});

describe("the portable copy", () => {
  test("tells what became of every cell, and what was left with why", async () => {
    await open({
      services: {
        makePortable: () =>
          Promise.resolve(
            success({
              cells: [
                { sheet: S, cell: "E4", became: { kind: "formula" } },
                { sheet: S, cell: "E5", became: { kind: "value", reason: "value-only" } },
                { sheet: "附表", cell: "B2", became: { kind: "left", reason: "sheet-protected" } },
                { sheet: "附表", cell: "B3", became: { kind: "left", reason: "array-formula" } },
              ],
              outer: [
                { place: { kind: "name", name: "差距", sheet: null }, became: { kind: "formula" } },
                {
                  place: { kind: "name", name: "个数", sheet: "附表" },
                  became: { kind: "left", reason: "value-only" },
                },
                {
                  place: { kind: "table-column", sheet: "附表", table: "表1", column: "个数" },
                  became: { kind: "removed", reason: "value-only" },
                },
              ],
              settings: [],
              applied: { done: [], refused: [] },
            })
          ),
      },
    });
    const section = screen.getByRole("region", { name: "可移植副本" });
    expect(
      within(section).getByRole("button", { name: "恢复原公式" }).hasAttribute("disabled")
    ).toBe(true);
    fireEvent.click(within(section).getByRole("button", { name: "可移植副本" }));
    await settle();
    expect(section.textContent).toContain("改成内置公式 2 个");
    expect(section.textContent).toContain("经济指标!E5没有等价公式");
    expect(section.textContent).toContain("附表!B2工作表受保护");
    expect(section.textContent).toContain("附表!B3多格数组公式");
    expect(section.textContent).toContain(
      "名称“个数”(工作表“附表”)没有等价公式;没有加载项时用到它的公式会显示 #NAME?,请改写这个名称"
    );
    expect(section.textContent).toContain("表格“表1”的“个数”列没有等价公式,列公式已取下");
  });

  test("a name that hides a function is told before anything can be done", async () => {
    await open({ book: () => ({ ...bookWith(null), definedNames: ["ZONE_GAP"] }) });
    const section = screen.getByRole("region", { name: "可移植副本" });
    expect(within(section).getByRole("alert").textContent).toContain("ZONE_GAP");
    expect(
      within(section).getByRole("button", { name: "可移植副本" }).hasAttribute("disabled")
    ).toBe(true);
  });

  test("a failure is told with the way out, and can be tried again", async () => {
    let tries = 0;
    await open({
      services: {
        makePortable: () => {
          tries += 1;
          return Promise.resolve(
            failed({ failure: { code: "name-taken", name: "ZONE_GAP" }, done: [] })
          );
        },
      },
    });
    const section = screen.getByRole("region", { name: "可移植副本" });
    fireEvent.click(within(section).getByRole("button", { name: "可移植副本" }));
    await settle();
    expect(screen.getByText("可移植副本没有完成")).toBeTruthy();
    fireEvent.click(button("重试"));
    await settle();
    expect(tries).toBe(2);
  });
});
