import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Book } from "../../src/core/index.ts";
import { failed, success } from "../../src/core/index.ts";
import { composeBook, directNarrator } from "../../src/core/narrative/narrator/index.ts";
import type { PaneServices } from "../../src/taskpane/pane-services.ts";
import { bookOf, sheetOf } from "../support/grid.ts";
import { fullEvaluation } from "./support/evaluations.ts";
import type { FakeServices } from "./support/fake-services.ts";
import { fakeServices } from "./support/fake-services.ts";
import { renderPane, settle } from "./support/render-pane.tsx";

/** The growth of 全市 is in C12, the share of 合计 in D11. */
function bookWith(growth: number): Book {
  return bookOf(
    sheetOf("经济指标", [
      ["运城市开发区2023年1-6月主要经济指标完成情况"],
      ["单位:亿元、%"],
      ["开发区", "工业投资", null, null],
      [null, "完成", "同比±%", "占全市%"],
      ["运城开发区", 21.35, 19.14, 12.03],
      ["河津开发区", 14.26, 16.41, 8.03],
      ["永济开发区", 8.86, -27.79, 4.99],
      ["闻喜开发区", 13.07, -29.88, 7.36],
      ["新绛开发区", 10.92, 18.95, 6.15],
      ["稷山开发区", 40.78, -30.91, 22.97],
      ["合计", 109.24, -17.92, 61.53],
      ["全市", 177.53, growth, "-"],
    ])
  );
}

const book = bookWith(-7.8);
const edited = bookWith(-9.1);
const SHARE = { sheet: "经济指标", area: { row: 10, column: 3 } };

/** jsdom lays nothing out; what is brought into sight is written down instead. */
const broughtIntoSight: (string | null)[] = [];

beforeEach(() => {
  broughtIntoSight.length = 0;
  Element.prototype.scrollIntoView = function (this: Element): void {
    broughtIntoSight.push(this.textContent);
  };
});

afterEach(cleanup);

interface Draft {
  readonly services: FakeServices;
  readonly container: HTMLElement;
  /** From now on the workbook is this one. */
  readonly change: (to: Book) => void;
}

async function openDraft(parts: Partial<PaneServices> = {}): Promise<Draft> {
  let current = book;
  const services = fakeServices(fullEvaluation(), {
    composeText: ({ style, earlier }) =>
      directNarrator().compose({ book: current, rulesFile: null, style, earlier }),
    checkText: ({ draft, against }) =>
      directNarrator().check({
        draft,
        book: against === "book" ? current : null,
        rulesFile: null,
      }),
    ...parts,
  });
  const { container } = renderPane(services);
  fireEvent.click(screen.getByRole("tab", { name: "文稿" }));
  await settle();
  await settle();
  return {
    services,
    container,
    change: (to) => {
      current = to;
      edit(services);
    },
  };
}

function edit(services: FakeServices): void {
  act(() => {
    services.edit("经济指标");
  });
}

async function press(name: string | RegExp, within_: HTMLElement = document.body): Promise<void> {
  const [button] = within(within_).getAllByRole("button", { name }).slice(-1);
  if (button === undefined) throw new Error("no button");
  fireEvent.click(button);
  await settle();
  await settle();
}

async function checkDraft(text: string): Promise<void> {
  await press("核稿");
  fireEvent.change(screen.getByRole("textbox", { name: "文稿" }), { target: { value: text } });
  await press("核稿", screen.getByRole("textbox", { name: "文稿" }).closest("form") ?? undefined);
}

function sampleText(): string {
  const composed = composeBook({ book, rulesFile: null, style: null, earlier: null });
  if (!composed.ok) throw new Error(composed.failure.code);
  return composed.value.composition.text;
}

describe("成文 in the 文稿 view", () => {
  test("tells what it is for before the first text, and is accessible", async () => {
    const { container } = await openDraft();
    expect(screen.getByText("从指标表写出报告段落")).toBeTruthy();
    expect((await axe(container)).violations.map(({ id }) => id)).toEqual([]);
  });

  test("shows the text whole, and a click on a number goes to its cell and shows where it comes from", async () => {
    const { services, container } = await openDraft();
    await press("成文");
    const text = screen.getByRole("group", { name: "成文的段落" });
    expect([...text.querySelectorAll("p")].map((p) => p.textContent).join("\n")).toBe(sampleText());
    await press(/^61\.53%/);
    expect(services.visited).toMatchObject([SHARE]);
    const details = screen.getByRole("region", { name: "出处" });
    expect(details.textContent).toContain("经济指标!D11");
    expect(details.textContent).toContain("占比");
    expect((await axe(container)).violations.map(({ id }) => id)).toEqual([]);
  });

  test("is one tab stop; arrow keys go from number to number and Enter to the cell", async () => {
    const { services } = await openDraft();
    await press("成文");
    const text = screen.getByRole("group", { name: "成文的段落" });
    const stops = [...text.querySelectorAll<HTMLElement>("[data-stop]")];
    expect(stops.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    stops[0]?.focus();
    fireEvent.keyDown(stops[0] ?? text, { key: "ArrowRight" });
    expect(document.activeElement).toBe(stops[1]);
    fireEvent.keyDown(stops[1] ?? text, { key: "Enter" });
    await settle();
    expect(services.visited).toHaveLength(1);
    fireEvent.keyDown(stops[1] ?? text, { key: "End" });
    expect(document.activeElement).toBe(stops.at(-1));
  });

  test("marks what an edit made out of date and changes nothing of the text itself", async () => {
    const { change } = await openDraft();
    await press("成文");
    change(edited);
    await settle();
    expect(screen.getByText(/文中的数可能已过时/)).toBeTruthy();
    await press("对照");
    const text = screen.getByRole("group", { name: "成文的段落" });
    const old = [...text.querySelectorAll(".zc-mark-outdated")].map((mark) => mark.textContent);
    expect(old).toContain("-7.8%");
    expect(old).not.toContain("61.53%");
    expect(text.textContent).toBe(sampleText().replaceAll("\n", ""));
    await press(/^-7\.8%/);
    expect(screen.getByRole("region", { name: "出处" }).textContent).toContain("表里现为 -9.1%");
    await press("重新成文");
    expect(document.querySelector(".zc-mark-outdated")).toBeNull();
    expect(screen.getByRole("group", { name: "成文的段落" }).textContent).toContain("-9.1%");
  });

  test("an edit made while the text is compared is not lost", async () => {
    const waiting: (() => void)[] = [];
    const { services } = await openDraft({
      composeText: async ({ style, earlier }) => {
        if (earlier !== null) await new Promise<void>((resolve) => waiting.push(resolve));
        return directNarrator().compose({ book, rulesFile: null, style, earlier });
      },
    });
    await press("成文");
    edit(services);
    await settle();
    await press("对照");
    expect(screen.getByText(/正在对照/)).toBeTruthy();
    edit(services);
    for (const go of waiting) go();
    await settle();
    expect(screen.getByText(/文中的数可能已过时/)).toBeTruthy();
  });

  test("copies the text, saves it, and copies it where the host saves no files", async () => {
    const saved: string[] = [];
    let saves = true;
    const { services } = await openDraft({
      saveFile: (name) => {
        if (saves) saved.push(name);
        return saves;
      },
    });
    await press("成文");
    await press("复制");
    expect(services.copied).toEqual([sampleText()]);
    await press("存为文本");
    expect(saved).toEqual(["开发区指标文稿.txt"]);
    saves = false;
    await press("存为文本");
    expect(services.copied).toHaveLength(2);
  });

  test("puts the text into a new sheet and tells which", async () => {
    const inserted: string[] = [];
    await openDraft({
      insertText: (text) => {
        inserted.push(text);
        return Promise.resolve(
          success({ sheet: "成文文稿 2", applied: { done: [], refused: [] } })
        );
      },
    });
    await press("成文");
    await press("写入新表");
    expect(inserted).toEqual([sampleText()]);
    expect(screen.getByText(/成文文稿 2/)).toBeTruthy();
  });

  test("a workbook without a table that can be told of is a failure with its way out", async () => {
    await openDraft({
      composeText: () => Promise.resolve(failed({ code: "nothing-to-compose", sheets: ["说明"] })),
    });
    await press("成文");
    expect(screen.getByText("没有成文")).toBeTruthy();
    expect(screen.getByRole("button", { name: "重试" })).toBeTruthy();
  });

  test("a style file with a mistake is told and not used", async () => {
    await openDraft();
    const input = screen.getByLabelText("文风文件");
    const file = new File(['{"schema":"zone-check/style@1","name":"x","nonsense":1}'], "本市.json");
    Object.defineProperty(file, "text", {
      value: () => Promise.resolve('{"schema":"zone-check/style@1","name":"x","nonsense":1}'),
    });
    fireEvent.change(input, { target: { files: [file] } });
    await settle();
    expect(screen.getByRole("alert").textContent).toContain("nonsense");
    expect(screen.getByRole("combobox", { name: "文风" })).toHaveProperty("value", "");
  });
});

describe("核稿 in the 文稿 view", () => {
  test("an empty draft is asked for, and a too long one is refused", async () => {
    await openDraft();
    await checkDraft(" ");
    expect(screen.getByRole("alert").textContent).toContain("还没有文稿");
    const field = screen.getByRole("textbox", { name: "文稿" });
    fireEvent.change(field, { target: { value: "增长5%。".repeat(50_000) } });
    await press("核稿", field.closest("form") ?? undefined);
    expect(screen.getByRole("alert").textContent).toContain("超过 10 万字");
  });

  test("always tells the coverage, and lists what disagrees with the words and the cell", async () => {
    const { services, container } = await openDraft();
    await checkDraft(sampleText().replace("61.53%", "61.73%"));
    expect(screen.getByText(/^共识别 \d+ 个数字,核对 \d+ 个,未核对 \d+ 个$/)).toBeTruthy();
    const draft = screen.getByRole("group", { name: "核对过的文稿" });
    const wrong = [...draft.querySelectorAll(".zc-mark-disagrees")].map((one) => one.textContent);
    expect(wrong).toEqual(["61.73%"]);
    expect((await axe(container)).violations.map(({ id }) => id)).toEqual([]);
    await press(/^61\.73%: 占比/);
    expect(services.visited).toMatchObject([SHARE]);
    expect(document.querySelector(".zc-text .zc-mark-chosen")?.textContent).toBe("61.73%");
    expect(broughtIntoSight).toEqual(["61.73%"]);
  });

  test("shows what a draft says as text, whatever it looks like", async () => {
    await openDraft();
    await checkDraft("<b>工业投资</b>增长5%<img src=x onerror=alert(1)>");
    const draft = screen.getByRole("group", { name: "核对过的文稿" });
    expect(draft.textContent).toBe("<b>工业投资</b>增长5%<img src=x onerror=alert(1)>");
    expect(draft.querySelector("b, img")).toBeNull();
  });

  test("after an edit of the workbook offers to check again", async () => {
    const { change } = await openDraft();
    await checkDraft(sampleText());
    expect(document.querySelector(".zc-mark-disagrees")).toBeNull();
    change(edited);
    await settle();
    await press("重新核稿");
    const wrong = [...document.querySelectorAll(".zc-text .zc-mark-disagrees")];
    expect(wrong.map((one) => one.textContent)).toContain("-7.8%");
  });

  test("going back to the editor keeps the draft, and a new check shows its own result", async () => {
    await openDraft();
    await checkDraft("工业投资增长5%。");
    await press("改稿");
    const field = screen.getByRole("textbox", { name: "文稿" });
    expect(field).toHaveProperty("value", "工业投资增长5%。");
    fireEvent.change(field, { target: { value: "没有数字。" } });
    await press("核稿", field.closest("form") ?? undefined);
    expect(screen.getByText("文稿里没有可核对的数字。")).toBeTruthy();
  });

  test("a fault of the workbook is told and the draft is kept", async () => {
    await openDraft({
      checkText: () => Promise.resolve(failed({ code: "host-error", detail: "boom" })),
    });
    await checkDraft("增长5%。");
    expect(screen.getByText("没有核稿")).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "文稿" })).toHaveProperty("value", "增长5%。");
  });
});
