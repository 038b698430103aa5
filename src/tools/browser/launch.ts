import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type Browser, chromium as playwright } from "playwright-core";

/** A browser that can be started: a program of its own, or one of the machine's by channel. */
export type BrowserProgram =
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "channel"; readonly channel: string };

/**
 * Finds a Chromium without downloading one. On Linux the package @sparticuz/chromium carries it, together with the
 * libraries a bare system lacks; elsewhere Chrome or Edge of the machine serves. `ZONE_CHECK_BROWSER` names another program.
 */
export async function findBrowser(): Promise<BrowserProgram> {
  const named = process.env["ZONE_CHECK_BROWSER"];
  if (named !== undefined && named !== "") return { kind: "path", path: named };
  if (process.platform === "linux" && process.arch === "x64")
    return { kind: "path", path: await unpackChromium() };
  if (process.platform === "darwin" && existsSync("/Applications/Google Chrome.app")) {
    return { kind: "channel", channel: "chrome" };
  }
  return { kind: "channel", channel: process.platform === "win32" ? "msedge" : "chrome" };
}

async function unpackChromium(): Promise<string> {
  // Before the import: the package then unpacks its own libnss3 and sets LD_LIBRARY_PATH.
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs20.x";
  // A folder of this run's own: a chromium of another version left in the shared one would silently be used.
  const temporary = mkdtempSync(join(tmpdir(), "zone-check-browser-"));
  process.env["TMPDIR"] = temporary;
  const { default: packaged } = await import("@sparticuz/chromium");
  const program = await packaged.executablePath();
  nameFontFolder(temporary);
  return program;
}

/** The package's font configuration names /tmp/fonts only: elsewhere Chromium finds no font at all, and then loads none from a page either. */
function nameFontFolder(temporary: string): void {
  const folder = join(temporary, "fonts");
  if (!existsSync(folder)) return;
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${folder}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>\n`
  );
}

/** Starts it without the package's own arguments: --single-process dies with its first context, --disable-web-security hides what is tested. */
export function launchBrowser(program: BrowserProgram): Promise<Browser> {
  return playwright.launch({
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
    ...(program.kind === "path" ? { executablePath: program.path } : { channel: program.channel }),
  });
}
