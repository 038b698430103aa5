import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import {
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeFiles } from "../../src/cli/node-files.ts";

let folder: string;
const at = (name: string): string => join(folder, name);
const bytes = new Uint8Array([1, 2, 3]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zone-check-files-"));
  await writeFile(at("表.xlsx"), "old");
  await writeFile(at("other.xlsx"), "old");
  await mkdir(at("folder"));
  await symlink(at("表.xlsx"), at("soft.xlsx"));
  await link(at("表.xlsx"), at("hard.xlsx"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("the file system", () => {
  test.each([
    ["soft.xlsx", true],
    ["hard.xlsx", true],
    ["folder/../表.xlsx", true],
    ["other.xlsx", false],
    ["absent.xlsx", false],
  ])("knows whether 表.xlsx and %s are one file: %s", async (other, isSame) => {
    expect(await nodeFiles.isSame(at("表.xlsx"), `${folder}/${other}`)).toBe(isSame);
  });

  test("two paths that lead nowhere are not one file", async () => {
    expect(await nodeFiles.isSame(at("absent.xlsx"), at("absent.xlsx"))).toBe(false);
  });

  test.each([
    ["表.xlsx", "file"],
    ["soft.xlsx", "file"],
    ["folder", "folder"],
    ["absent.xlsx", "absent"],
  ])("%s is a %s", async (name, kind) => {
    expect(await nodeFiles.kindOf(at(name))).toBe(kind);
  });

  test.each([
    ["absent.xlsx", "file-not-found"],
    ["表.xlsx/below.xlsx", "file-not-found"],
    ["folder", "file-unreadable"],
  ])("reading %s fails as %s", async (name, code) => {
    expect(await nodeFiles.read(at(name))).toMatchObject({ ok: false, failure: { code } });
  });

  test("replaces a file whole, through a link, and leaves nothing beside it", async () => {
    const before = await readdir(folder);
    expect(await nodeFiles.replace(at("soft.xlsx"), bytes)).toMatchObject({ ok: true });
    expect(new Uint8Array(await readFile(at("表.xlsx")))).toEqual(bytes);
    expect((await lstat(at("soft.xlsx"))).isSymbolicLink()).toBe(true);
    expect(await readdir(folder)).toEqual(before);
  });

  test.each(["folder", "no/such/folder.xlsx"])(
    "cannot write onto %s, says so, and leaves nothing beside it",
    async (name) => {
      const before = await readdir(folder);
      expect(await nodeFiles.replace(at(name), bytes)).toMatchObject({
        ok: false,
        failure: { code: "file-unwritable", file: at(name) },
      });
      expect(await readdir(folder)).toEqual(before);
    }
  );

  test("lists a folder, and nothing for one that is not there", async () => {
    expect(await nodeFiles.list(folder)).toContain("表.xlsx");
    expect(await nodeFiles.list(at("absent"))).toEqual([]);
  });
});
