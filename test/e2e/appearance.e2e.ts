/** The page and the pane in English, in the dark, and narrow. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { pressRibbon, troubles, validated } from "./support/hands.ts";
import { openWorkbench, startBrowser, type Workbench } from "./support/workbench.ts";

const SAMPLE = "yuncheng-2023-h1-faults.xlsx";
const CHINESE = /\p{Script=Han}/u;

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
});

describe("in English and in the dark", () => {
  let workbench: Workbench;

  beforeAll(async () => {
    workbench = await openWorkbench(browser, {
      sample: SAMPLE,
      locale: "en-US",
      theme: "dark",
    });
  }, 120_000);

  afterAll(async () => {
    await workbench.context.close();
  });

  test("ribbon, top bar and menus have no Chinese in them", async () => {
    await workbench.page.locator(".file-action.has-menu").first().click();
    for (const part of [".top-bar", ".ribbon"]) {
      const { texts, tips } = await workbench.page.locator(part).evaluate((bar) => ({
        texts: bar.textContent,
        tips: [...bar.querySelectorAll("[title]")].map((each) => each.getAttribute("title") ?? ""),
      }));
      expect(texts).toContain(part === ".ribbon" ? "Validate" : "Save as .xlsx");
      expect([texts, ...tips].filter((text) => CHINESE.test(text))).toEqual([]);
    }
    await workbench.page.keyboard.press("Escape");
    expect(await workbench.page.evaluate(() => document.documentElement.lang)).toBe("en-US");
  });

  test("the pane starts in English; of Chinese it holds only what stands in the workbook", async () => {
    const text = await workbench.pane().locator("main").innerText();
    expect(text).toContain("This workbook has not been validated yet");
    expect(text.replaceAll("目标规则", "")).not.toMatch(CHINESE);
  });

  test("findings are worded in English, about the names of the sheet", async () => {
    await pressRibbon(workbench, "Validate");
    await validated(workbench);
    const text = await workbench.pane().locator("main").innerText();
    expect(text).toMatch(/\d+ checked, \d+ passed/);
    expect(text).toContain("The sheet says 8.13%; 14.26 ÷ 177.53 gives 8.03%");
  });

  test("page and pane are dark, the grid keeps the workbook's own colours", async () => {
    const page = await workbench.page
      .locator(".ribbon")
      .evaluate((ribbon) => getComputedStyle(ribbon).backgroundColor);
    const pane = await workbench
      .pane()
      .locator("main")
      .evaluate((main) => getComputedStyle(main).backgroundColor);
    const grid = await workbench.page
      .locator("main.grid")
      .evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(lightness(page)).toBeLessThan(0.25);
    expect(lightness(pane)).toBeLessThan(0.25);
    expect(lightness(grid)).toBe(1);
    expect(await workbench.pane().locator("main").getAttribute("data-theme")).toBe("dark");
  });

  test("nothing was asked of another origin and nothing broke", () => {
    expect(troubles(workbench)).toEqual([]);
  });
});

describe.each([
  ["light", "zh-CN"],
  ["dark", "zh-CN"],
  ["light", "en-US"],
  ["dark", "en-US"],
] as const)("at 320 px, %s, %s", (theme, locale) => {
  test("every text of page and pane stands out by 4.5 to 1, nothing is wider than the pane", async () => {
    const workbench = await openWorkbench(browser, { sample: SAMPLE, locale, theme });
    await workbench.page.locator(".splitter").focus();
    // Each press takes 20 pixels; the pane stops at its least width.
    for (let press = 0; press < 5; press++) await workbench.page.keyboard.press("ArrowRight");
    await pressRibbon(workbench, locale === "zh-CN" ? "一键审核" : "Validate");
    await validated(workbench);
    await workbench.pane().locator(".zc-title").first().click();
    const width = await workbench.pane().evaluate(() => document.documentElement.clientWidth);
    expect(width).toBe(320);
    const overflow = await workbench.pane().evaluate(() =>
      [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .filter((element) => getComputedStyle(element).position !== "absolute")
        .map((element) => element.outerHTML.slice(0, 120))
    );
    expect(overflow).toEqual([]);
    expect(await faintTexts(workbench, "page")).toEqual([]);
    expect(await faintTexts(workbench, "pane")).toEqual([]);
    expect(troubles(workbench)).toEqual([]);
    await workbench.context.close();
  });
});

function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/\d+/g) ?? []).map(Number);
  return (red + green + blue) / (3 * 255);
}

/** Texts that stand out by less than 4.5 to 1 from what is behind them (WCAG 2.1, 1.4.3), with how much they do. */
async function faintTexts(workbench: Workbench, where: "page" | "pane"): Promise<string[]> {
  const frame = where === "page" ? workbench.page.mainFrame() : workbench.pane();
  return frame.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (canvas === null) throw new Error("no canvas");
    const read = (color: string): [number, number, number, number] => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0, a = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return [r, g, b, a / 255];
    };
    const luminance = ([r, g, b]: readonly number[]): number => {
      const [x = 0, y = 0, z = 0] = [r ?? 0, g ?? 0, b ?? 0].map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = (element: Element): readonly number[] => {
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        const color = read(getComputedStyle(at).backgroundColor);
        if (color[3] > 0.99) return color;
      }
      return [255, 255, 255, 1];
    };
    const faint: string[] = [];
    for (const element of document.querySelectorAll("body *")) {
      const own = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? "")
        .join("");
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const isSeen = box.width > 1 && box.height > 1 && style.visibility === "visible";
      if (own === "" || !isSeen || element.closest(".grid-host, :disabled, option") !== null) {
        continue;
      }
      const [light = 0, dark = 0] = [luminance(read(style.color)), luminance(ground(element))].sort(
        (a, b) => b - a
      );
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) faint.push(`${own} ${ratio.toFixed(2)}`);
    }
    return faint;
  });
}
