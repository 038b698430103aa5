import { spawnSync } from "node:child_process";
import process from "node:process";
import { getPackageJsonScript } from "office-addin-cli";

/**
 * `npm run start:excel [-- web --document URL]`: sideloads the add-in into Excel on Windows or a Mac.
 * office-addin-debugging is fetched by npx when it is needed: it installs on those systems only.
 */
async function main(): Promise<number> {
  if (process.platform !== "win32" && process.platform !== "darwin") {
    console.error("只有 Windows 和 Mac 上的 Excel 可以旁加载;这台机器请用 npm start 打开工作台。");
    console.error(
      "Excel can be sideloaded on Windows and Mac only; here, npm start opens the workbench."
    );
    return 1;
  }
  const devServer = await getPackageJsonScript("dev-server");
  if (devServer === undefined) throw new Error("package.json has no dev-server script");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const passed = process.argv.slice(2);
  const result = spawnSync(
    npx,
    [
      "--yes",
      "office-addin-debugging",
      "start",
      "manifest.xml",
      ...(passed.length > 0 ? passed : ["desktop"]),
    ],
    { stdio: "inherit", shell: process.platform === "win32" }
  );
  return result.status ?? 1;
}

process.exitCode = await main();
