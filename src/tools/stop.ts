import { readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";

/** `npm stop`: ends what `npm start` left running. */
const pidFile = resolve(import.meta.dirname, "../../build/start.pid");

function runningProcess(): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

const pid = runningProcess();
if (pid === undefined) {
  console.log("没有正在运行的服务 · nothing is running");
} else {
  try {
    process.kill(pid, "SIGTERM");
    console.log("已停止 · stopped");
  } catch {
    console.log("服务已经结束 · it had ended already");
  }
  rmSync(pidFile, { force: true });
}
