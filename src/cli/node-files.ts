import { randomUUID } from "node:crypto";
import { open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Failure } from "../core/index.ts";
import { failed, success } from "../core/index.ts";
import type { CommandFiles } from "./environment.ts";

/** The real file system. */
export const nodeFiles: CommandFiles = {
  kindOf: async (path) => {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return "absent";
    return found.isDirectory() ? "folder" : "file";
  },

  read: async (path) => {
    try {
      return success(new Uint8Array(await readFile(path)));
    } catch (error) {
      return failed(readFailure(path, error));
    }
  },

  replace: async (path, bytes) => {
    // A link stays a link: what it leads to is replaced.
    const target = await realpath(path).catch(() => path);
    // Beside the target: a rename is one step within a file system only.
    const temporary = join(dirname(target), `.zone-check-${randomUUID()}.tmp`);
    try {
      const file = await open(temporary, "wx");
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
      return success(null);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      return failed({ code: "file-unwritable", file: path, detail: detailOf(error) });
    }
  },

  isSame: async (a, b) => {
    const [first, second] = await Promise.all([identityOf(a), identityOf(b)]);
    return first !== undefined && first === second;
  },

  list: async (folder) => {
    const names = await readdir(folder).catch(() => []);
    return names.sort((a, b) => a.localeCompare(b, "zh-CN"));
  },
};

/** The file behind a path; hard links share a device and a number. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const found = await stat(await realpath(path), { bigint: true });
    return found.ino === 0n ? await realpath(path) : `${found.dev}:${found.ino}`;
  } catch {
    return undefined;
  }
}

function readFailure(file: string, error: unknown): Failure {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return { code: "file-not-found", file };
  return { code: "file-unreadable", file, detail: detailOf(error) };
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function detailOf(error: unknown): string {
  return typeof error === "object" && error !== null && "message" in error
    ? String(error.message)
    : String(error);
}
