import type { Book } from "../../src/core/index.ts";
import { openExcelPort } from "../../src/excel/index.ts";
import { createHost } from "../../src/workbench/host/host.ts";
import { openNodeSession } from "../../src/workbench/transport/node-session.ts";
import { openPackage } from "../../src/xlsx/index.ts";
import { loadEngine } from "./engine.ts";
import { runInExcel } from "./excel-on-memory.ts";

/** What the add-in reads of a file that is open in Excel: real client library, emulated host, real calculation. */
export async function readThroughExcel(bytes: Uint8Array, name: string): Promise<Book> {
  const opened = openPackage(bytes, name);
  if (!opened.ok) throw new Error(opened.failure.code);
  const engine = loadEngine().createNodeEngine(opened.value);
  const host = createHost(engine);
  const close = openNodeSession(host);
  try {
    const read = await openExcelPort(runInExcel).read();
    if (!read.ok) throw new Error(read.failure.code);
    return read.value;
  } finally {
    close();
    host.dispose();
    engine.dispose();
  }
}
