import { failed, success } from "../core/index.ts";
import type { WorkbookPort } from "../core/index.ts";
import { applyEdits } from "./apply-edits.ts";
import { openPackage } from "./open-package.ts";

/** A workbook file as a port. It lives in memory: whoever opened it writes `bytes()` where they belong. */
export interface FilePort extends WorkbookPort {
  /** The file with every plan applied so far. */
  bytes(): Uint8Array;
}

/** Opens a file as the workbook that plans are carried out on. `name` is what the user calls the file. */
export function openFilePort(bytes: Uint8Array, name: string): FilePort {
  let current = bytes;
  return {
    bytes: () => current,
    read: (options) => {
      if (options?.signal?.aborted === true)
        return Promise.resolve(failed({ code: "cancelled" as const }));
      const opened = openPackage(current, name);
      if (!opened.ok) return Promise.resolve(opened);
      const cells = opened.value.book.sheets.reduce(
        (sum, sheet) => sum + sheet.values.length * (sheet.values[0]?.length ?? 0),
        0
      );
      options?.onProgress?.(cells, cells);
      return Promise.resolve(success(opened.value.book));
    },
    apply: (plan) => {
      const edited = applyEdits(current, plan);
      if (!edited.ok) return Promise.resolve(edited);
      current = edited.value.bytes;
      return Promise.resolve(success(edited.value.applied));
    },
  };
}
