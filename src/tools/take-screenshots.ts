import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import process from "node:process";
import type { Browser, Frame, Page } from "playwright-core";
import { findBrowser, launchBrowser } from "./browser/launch.ts";
import { buildSite } from "./site/build.ts";
import { localCertificate } from "./site/certificate.ts";
import { serveSite } from "./site/serve.ts";

/**
 * `npx tsx src/tools/take-screenshots.ts`: takes the pictures of the README anew, of the workbench as it is, on the
 * sample with faults, into docs/images.
 */
const root = resolve(import.meta.dirname, "../..");
const images = resolve(root, "docs/images");
const SAMPLE = "yuncheng-2023-h1-faults.xlsx";
const PATIENCE = { timeout: 60_000 };

interface Picture {
  readonly file: string;
  readonly locale: "zh-CN" | "en-US";
  readonly theme: "light" | "dark";
  readonly of: "workbench" | "pane";
  /** Of the pane, in pixels. */
  readonly paneWidth: number;
  /** How many findings show their trace, from the first on. */
  readonly traces: number;
}

const PICTURES: readonly Picture[] = [
  picture({ file: "workbench-zh.png" }),
  picture({ file: "workbench-en-dark.png", locale: "en-US", theme: "dark" }),
  picture({ file: "pane-findings-zh.png", of: "pane", paneWidth: 420, traces: 1 }),
  picture({
    file: "pane-findings-en-dark.png",
    locale: "en-US",
    theme: "dark",
    of: "pane",
    paneWidth: 420,
    traces: 1,
  }),
  picture({ file: "pane-320.png", of: "pane", paneWidth: 320 }),
];

function picture(parts: Partial<Picture> & Pick<Picture, "file">): Picture {
  return {
    locale: "zh-CN",
    theme: "light",
    of: "workbench",
    paneWidth: 380,
    traces: 0,
    ...parts,
  };
}

async function main(): Promise<void> {
  const folders = await buildSite(root);
  const certificate = await localCertificate(resolve(root, "build/certificate"), new Date());
  const site = await serveSite(folders, certificate, 3950);
  const program = await findBrowser();
  try {
    const browser = await launchBrowser(program);
    mkdirSync(images, { recursive: true });
    for (const each of PICTURES) await take(browser, site.origin, each);
    await browser.close();
  } finally {
    await site.close();
    if (
      program.kind === "path" &&
      /zone-check-browser-/.test(program.path) &&
      existsSync(program.path)
    ) {
      rmSync(dirname(program.path), { recursive: true, force: true });
    }
  }
}

async function take(browser: Browser, origin: string, wanted: Picture): Promise<void> {
  const { locale, theme } = wanted;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1440, height: 820 },
    colorScheme: theme,
    locale,
    timezoneId: "Asia/Shanghai",
  });
  const page = await context.newPage();
  const query = new URLSearchParams({ locale, theme, sample: SAMPLE });
  await page.goto(`${origin}/workbench/?${query.toString()}`);
  await page.waitForFunction(() => window.zoneCheckWorkbench !== undefined, undefined, PATIENCE);
  await page.evaluate(() => window.zoneCheckWorkbench?.idle());
  await resizePane(page, wanted.paneWidth);
  const pane = paneOf(page);
  await pane.waitForSelector("button.ms-Button--primary:not(.is-disabled)", PATIENCE);
  // The second of the tab, whatever it is called in this language: validate everything.
  await page.locator(".ribbon-button").nth(1).click();
  await pane.waitForSelector(".zc-summary", PATIENCE);
  await pane.waitForSelector("main[aria-busy=false]", PATIENCE);
  for (let trace = 0; trace < wanted.traces; trace++)
    await pane.locator(".zc-title").nth(trace).click();
  // Out of the way, so that no button is shown as pointed at.
  await page.mouse.move(2, 2);
  await page.evaluate(() => window.zoneCheckWorkbench?.idle());
  const path = resolve(images, wanted.file);
  if (wanted.of === "pane") await page.locator("aside.pane").screenshot({ path });
  else await page.screenshot({ path });
  await context.close();
  console.log(path);
}

/** Drags the pane's edge to where it makes the pane this wide. */
async function resizePane(page: Page, width: number): Promise<void> {
  const edge = await page.locator(".splitter").boundingBox();
  if (edge === null) throw new Error("the pane is closed");
  const y = edge.y + edge.height / 2;
  await page.mouse.move(edge.x + edge.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(1440 - width, y, { steps: 4 });
  await page.mouse.up();
}

function paneOf(page: Page): Frame {
  const found = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
  if (found === undefined) throw new Error("the add-in is not loaded");
  return found;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
