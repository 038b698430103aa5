import type { Result } from "../core/index.ts";
import { failed, success } from "../core/index.ts";
import type { FilePort } from "../xlsx/index.ts";
import { openFilePort } from "../xlsx/index.ts";
import type { CommandFiles } from "./environment.ts";

/** The workbook file at a path, ready to be read. */
export async function openBook(files: CommandFiles, path: string): Promise<Result<FilePort>> {
  if ((await files.kindOf(path)) === "folder") return failed({ code: "is-a-folder", file: path });
  const bytes = await files.read(path);
  if (!bytes.ok) return bytes;
  const name = path.slice(endOfFolder(path));
  return success(openFilePort(bytes.value, name));
}

/**
 * The files a path stands for. Shells expand * and ? themselves, but not every one does (cmd on Windows): a path
 * that is no file and holds one of them in its last part is matched against its folder.
 */
export async function expandPath(
  files: CommandFiles,
  path: string
): Promise<Result<readonly string[]>> {
  const cut = endOfFolder(path);
  const folder = path.slice(0, cut);
  const pattern = path.slice(cut);
  if (!/[*?]/.test(pattern) || (await files.kindOf(path)) !== "absent") {
    return success([path]);
  }
  const matcher = toMatcher(pattern);
  const names = (await files.list(folder === "" ? "." : folder)).filter((name) =>
    matcher.test(name)
  );
  if (names.length === 0) return failed({ code: "file-not-found", file: path });
  return success(names.map((name) => `${folder}${name}`));
}

/** Names that begin with a point, or with ~$ as Excel's lock files do, are matched by no pattern. */
function toMatcher(pattern: string): RegExp {
  const body = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^(?!\\.|~\\$)${body}$`, "su");
}

function endOfFolder(path: string): number {
  return Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1;
}
