import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { CLEAN, bookOfRows } from "./books.ts";
import type { Ran } from "./memory.ts";

jest.setTimeout(60_000);

/** The real command in a process of its own, on the real file system. */
const ROOT = resolve(__dirname, "../..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zone-check-cli-"));
  await writeFile(join(folder, "上半年.xlsx"), await bookOfRows(CLEAN, { total: 700 }));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function zoneCheck(...argv: readonly string[]): Promise<Ran> {
  const command = ["--import", "tsx", join(ROOT, "src/cli/main.ts"), ...argv];
  return new Promise((done) => {
    const options = { cwd: ROOT, env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "" } };
    execFile(process.execPath, command, options, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

describe("the command in its own process", () => {
  test("reports on stdout and returns 2 for what must be corrected", async () => {
    const ran = await zoneCheck("validate", join(folder, "上半年.xlsx"));
    expect(ran).toMatchObject({ code: 2, err: "" });
    expect(ran.out).toContain("合计不符");
    expect(ran.out).not.toContain("\u001b[");
  });

  test("returns 1 for a folder, and says the way out", async () => {
    const ran = await zoneCheck("validate", folder);
    expect(ran).toMatchObject({ code: 1, out: "" });
    expect(ran.err).toContain(`${folder}/*.xlsx`);
  });

  test("writes the copy whole, leaves nothing else behind, and clears it again", async () => {
    const input = join(folder, "上半年.xlsx");
    const original = await readFile(input);
    const flagged = join(folder, "标记.xlsx");
    const cleared = join(folder, "清除.xlsx");
    expect(await zoneCheck("flag", input, flagged)).toMatchObject({ code: 0, err: "" });
    expect(await zoneCheck("clear", flagged, cleared)).toMatchObject({ code: 0, err: "" });
    expect(await readFile(input)).toEqual(original);
    expect((await readdir(folder)).sort()).toEqual(
      ["上半年.xlsx", "标记.xlsx", "清除.xlsx"].sort()
    );
    await rm(flagged);
    await rm(cleared);
  });

  test("gives the package's version", async () => {
    const text = await readFile(join(ROOT, "package.json"), "utf8");
    const { version } = JSON.parse(text) as { readonly version: string };
    expect((await zoneCheck("--version")).out).toBe(`${version}\n`);
  });
});
