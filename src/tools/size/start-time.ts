import { build } from "esbuild";
import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { leastDisturbed, readDisturbance } from "./least-disturbed.ts";

export interface StartTimes {
  /** Milliseconds from the start of the frame's load to its primary button being there and enabled; one per run. */
  readonly pane: readonly number[];
  readonly peer: readonly number[];
  /** Pairs that were measured; those in which the machine was busy with other work are not among the times. */
  readonly made: number;
}

const PEER_PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<script src="fabric-config.js"></script><script src="office-js/office.js"></script><script defer src="peer.js"></script>
</head><body><div id="pane"></div></body></html>`;

/**
 * Starts the pane and its peer in turn in the same workbench and browser, so that both meet the same machine; which of the
 * two comes first changes from pair to pair.
 * The peer takes the pane's place by answering the request for its page.
 */
export async function measureStart(
  browser: Browser,
  origin: string,
  runs: number
): Promise<StartTimes> {
  const peerScript = await bundlePeer();
  const pairOf = async (attempt: number) => {
    const first = await startOnce(browser, origin, attempt % 2 === 0 ? null : peerScript);
    const second = await startOnce(browser, origin, attempt % 2 === 0 ? peerScript : null);
    return attempt % 2 === 0 ? { pane: first, peer: second } : { pane: second, peer: first };
  };
  // One of each first, unmeasured: the browser then has compiled what both share.
  await pairOf(0);
  let before = readDisturbance();
  const { results, made } = await leastDisturbed(runs, async (attempt) => {
    const result = await pairOf(attempt);
    const after = readDisturbance();
    const disturbance = Math.max(before, after);
    before = after;
    return { result, disturbance };
  });
  return {
    pane: results.map(({ pane }) => pane),
    peer: results.map(({ peer }) => peer),
    made,
  };
}

async function bundlePeer(): Promise<string> {
  const result = await build({
    entryPoints: [resolve(import.meta.dirname, "peer.tsx")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2020",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = result.outputFiles[0];
  if (script === undefined) throw new Error("esbuild gave no file");
  return script.text;
}

async function startOnce(
  browser: Browser,
  origin: string,
  peerScript: string | null
): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    if (peerScript !== null) {
      await context.route("**/taskpane.html*", (route) =>
        route.fulfill({ contentType: "text/html; charset=utf-8", body: PEER_PAGE })
      );
      await context.route("**/peer.js", (route) =>
        route.fulfill({ contentType: "text/javascript; charset=utf-8", body: peerScript })
      );
    }
    await context.addInitScript(() => {
      if (!location.pathname.endsWith("/taskpane.html")) return;
      // No function of its own name here: the compiler would refer to a helper the page does not have.
      const timer = setInterval(() => {
        const button = document.querySelector("button.ms-Button--primary:not(.is-disabled)");
        if (button === null) return;
        clearInterval(timer);
        (window as { interactiveAt?: number }).interactiveAt = performance.now();
      }, 2);
    });
    const page = await context.newPage();
    await page.goto(`${origin}/workbench/`);
    const frame = await page.waitForEvent("framenavigated", {
      predicate: (candidate) => candidate.url().includes("/taskpane.html"),
      timeout: 60_000,
    });
    const measured = await frame.waitForFunction(
      () => (window as { interactiveAt?: number }).interactiveAt,
      undefined,
      { timeout: 60_000 }
    );
    return Number(await measured.jsonValue());
  } finally {
    await context.close();
  }
}
