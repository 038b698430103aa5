import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { type BrowserProgram, launchBrowser } from "../../../src/tools/browser/launch.ts";
import type { TestDoor } from "../../../src/workbench/page/test-door.ts";

/** Where the run's server is; src/tools/test-e2e.ts starts it. */
export const site = process.env["ZONE_CHECK_SITE"] ?? "";

const output = resolve(import.meta.dirname, "../output");

export function startBrowser(): Promise<Browser> {
  const program = JSON.parse(
    process.env["ZONE_CHECK_BROWSER_PROGRAM"] ?? "null"
  ) as BrowserProgram | null;
  if (program === null) throw new Error("run the browser tests with: npm run test:e2e");
  return launchBrowser(program);
}

export interface Appearance {
  readonly locale?: "zh-CN" | "en-US";
  readonly theme?: "light" | "dark";
  readonly sample?: string;
  readonly width?: number;
  readonly height?: number;
  /** What the emulated Excel is to lack or do otherwise: parameters of the page (src/workbench/page/simulation.ts). */
  readonly simulated?: Readonly<Record<string, string>>;
}

export interface Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every request the page and the add-in made, by URL. */
  readonly requests: readonly string[];
  /** Errors of scripts and violations of the content security policy, on the page and in the add-in. */
  readonly problems: readonly string[];
  /** The add-in's frame. */
  pane(): Frame;
  /** Calls the workbench's test door in the page. */
  door<K extends keyof TestDoor>(
    method: K,
    ...args: Parameters<TestDoor[K]>
  ): Promise<Awaited<ReturnType<TestDoor[K]>>>;
  /** The workbench's file as it would be saved, or as it was opened. */
  bytes(which: "saved" | "original"): Promise<Uint8Array>;
  screenshot(name: string): Promise<string>;
}

export async function openWorkbench(
  browser: Browser,
  appearance: Appearance = {}
): Promise<Workbench> {
  const { locale = "zh-CN", theme = "light", sample, width = 1280, height = 800 } = appearance;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    colorScheme: theme,
    locale,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => {
    requests.push(request.url());
  });
  page.on("pageerror", (error) => {
    problems.push(error.stack ?? String(error));
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  const query = new URLSearchParams({
    locale,
    theme,
    ...(sample === undefined ? {} : { sample }),
    ...appearance.simulated,
  });
  await page.goto(`${site}/workbench/?${query.toString()}`);
  await page.waitForFunction(() => window.zoneCheckWorkbench !== undefined, undefined, {
    timeout: 60_000,
  });
  await page.evaluate(() => window.zoneCheckWorkbench?.idle());
  const frame = (): Frame => {
    const found = page.frames().find((candidate) => candidate.url().includes("/taskpane.html"));
    if (found === undefined) throw new Error("the add-in is not loaded");
    return found;
  };
  await frame().waitForSelector("button", { timeout: 60_000 });
  return {
    page,
    context,
    requests,
    problems,
    pane: frame,
    door: (method, ...args) =>
      page.evaluate(
        ([name, given]) => {
          const door = window.zoneCheckWorkbench as unknown as Record<
            string,
            (...values: unknown[]) => unknown
          >;
          const call = door[name];
          if (call === undefined) throw new Error(`no ${name}`);
          return call(...given);
        },
        [method, args] as const
      ) as Promise<never>,
    bytes: async (which) => {
      const numbers = await page.evaluate(async (wanted) => {
        const door = window.zoneCheckWorkbench;
        if (door === undefined) throw new Error("no workbench");
        if (wanted === "original") return [...door.original()];
        const saved = await door.save();
        if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
        return [...saved.bytes];
      }, which);
      return Uint8Array.from(numbers);
    },
    screenshot: async (name) => {
      mkdirSync(output, { recursive: true });
      const path = resolve(output, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}
