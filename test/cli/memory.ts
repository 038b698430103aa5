import type { CommandEnvironment, CommandFiles } from "../../src/cli/environment.ts";
import { run } from "../../src/cli/run.ts";
import { failed, success } from "../../src/core/index.ts";

/** Files and folders in memory; a folder ends in "/". Names in `links` lead to another file. */
export interface MemoryDisk {
  readonly content: Map<string, Uint8Array>;
  readonly folders: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  /** Paths that cannot be written. */
  readonly locked: readonly string[];
}

export function diskOf(
  files: Readonly<Record<string, Uint8Array | string>>,
  more: Partial<Omit<MemoryDisk, "content">> = {}
): MemoryDisk {
  const content = new Map(
    Object.entries(files).map(([path, data]) => [
      path,
      typeof data === "string" ? new TextEncoder().encode(data) : data,
    ])
  );
  return { content, folders: [], links: {}, locked: [], ...more };
}

function filesOn(disk: MemoryDisk): CommandFiles {
  const follow = (path: string): string => disk.links[path] ?? path;
  return {
    kindOf: (path) =>
      Promise.resolve(
        disk.folders.includes(path) ? "folder" : disk.content.has(follow(path)) ? "file" : "absent"
      ),
    read: (path) => {
      const bytes = disk.content.get(follow(path));
      return Promise.resolve(
        bytes === undefined ? failed({ code: "file-not-found", file: path }) : success(bytes)
      );
    },
    replace: (path, bytes) => {
      if (disk.locked.includes(path)) {
        const failure = { code: "file-unwritable", file: path, detail: "EBUSY" } as const;
        return Promise.resolve(failed(failure));
      }
      disk.content.set(follow(path), bytes);
      return Promise.resolve(success(null));
    },
    isSame: (a, b) => Promise.resolve(follow(a) === follow(b) && disk.content.has(follow(a))),
    list: (folder) => {
      const start = folder === "." ? "" : folder;
      const names = [...disk.content.keys()]
        .filter((path) => path.startsWith(start) && !path.slice(start.length).includes("/"))
        .map((path) => path.slice(start.length));
      return Promise.resolve(names.sort());
    },
  };
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line on a disk in memory, as on a Chinese machine without a terminal. */
export async function runOn(
  disk: MemoryDisk,
  argv: readonly string[],
  more: Partial<CommandEnvironment> = {}
): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await run(argv, {
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    isTerminal: false,
    columns: 100,
    variables: { LANG: "zh_CN.UTF-8" },
    version: "1.2.3",
    now: () => new Date(2023, 6, 5, 10, 0),
    files: filesOn(disk),
    ...more,
  });
  return { code, out, err };
}
