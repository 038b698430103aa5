import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface LoadedFile {
  readonly file: string;
  readonly gzipBytes: number;
}

const TAG = /<(?:script\b[^>]*\bsrc|link\b[^>]*\bhref)="([^"]+)"/g;

/** The scripts and styles a built page loads before it can be used, compressed; Office.js, which is the host's, left out. */
export function measureFirstLoad(folder: string, page: string): readonly LoadedFile[] {
  const html = readFileSync(join(folder, page), "utf8");
  const files = [...html.matchAll(TAG)].map((match) => match[1] ?? "").filter(isOurs);
  return [page, ...files].map((file) => ({
    file,
    gzipBytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  }));
}

function isOurs(file: string): boolean {
  return !file.startsWith("office-js/") && !file.includes("://");
}
