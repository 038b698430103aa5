import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { parseNumber } from "office-addin-cli";
import { OfficeAddinManifest } from "office-addin-manifest";
import open from "open";
import { buildSite } from "./site/build.ts";
import { localCertificate } from "./site/certificate.ts";
import { serveSite } from "./site/serve.ts";

/**
 * `npm start`: builds the add-in and the workbench, serves both on one https origin, and prints where.
 * `PORT=…` chooses the port (3000, or the next free one); `BROWSER=none` opens no browser.
 */
const root = resolve(import.meta.dirname, "../..");
const pidFile = resolve(root, "build/start.pid");

async function start(): Promise<void> {
  const port = parseNumber(process.env["PORT"], "PORT 应为数字 · PORT must be a number") ?? 3000;
  const manifest = await OfficeAddinManifest.readManifestFile(resolve(root, "manifest.xml"));
  console.log(
    `${manifest.displayName ?? "ZoneCheck"} ${manifest.version ?? ""}: 正在构建 · building …`
  );
  const began = performance.now();
  const folders = await buildSite(root);
  const certificate = await localCertificate(resolve(root, "build/certificate"), new Date());
  const site = await serveSite(folders, certificate, port);
  const address = `${site.origin}/workbench/`;
  mkdirSync(resolve(root, "build"), { recursive: true });
  writeFileSync(pidFile, String(process.pid));
  console.log(`已就绪 · ready in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  console.log(`  工作台 Workbench   ${address}`);
  console.log(`  English            ${address}?locale=en-US`);
  console.log(`  清单 Manifest      ${site.origin}/manifest.xml\n`);
  if (!certificate.isTrusted) {
    console.log("  证书由本机生成,浏览器会询问一次,选择继续访问即可。");
    console.log(
      "  The certificate was made on this machine; the browser asks once whether to go on.\n"
    );
  }
  console.log("  按 Ctrl+C 或运行 npm stop 结束 · press Ctrl+C or run npm stop to end");
  if (hasDesktop()) await open(address).catch(() => undefined);

  const stop = (): void => {
    rmSync(pidFile, { force: true });
    void site.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function hasDesktop(): boolean {
  if (process.env["BROWSER"] === "none" || process.env["CI"] !== undefined) return false;
  if (process.platform !== "linux") return process.stdout.isTTY;
  return process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
