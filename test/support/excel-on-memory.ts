import { openExcelPort } from "../../src/excel/index.ts";
import type { ExcelRunner } from "../../src/excel/index.ts";
import type { WorkbookPort } from "../../src/core/index.ts";
import { createHost } from "../../src/workbench/host/host.ts";
import type { Host } from "../../src/workbench/host/host.ts";
import type { HostOptions, RequestRecord } from "../../src/workbench/host/host-options.ts";
import { openNodeSession } from "../../src/workbench/transport/node-session.ts";
import { MemoryEngine } from "./memory-engine.ts";

/** Excel.run of the client library, as the roots take it. */
export const runInExcel: ExcelRunner = (batch) => Excel.run(batch);

export interface ExcelOnMemory {
  readonly engine: MemoryEngine;
  readonly host: Host;
  readonly port: WorkbookPort;
  /** Requests so far that were not refused as a whole. */
  readonly requests: RequestRecord[];
  close(): void;
}

/** The adapter on the real client library, on the emulated host, on a spreadsheet that only remembers. */
export function openExcelOnMemory(
  sheets: readonly string[],
  options: HostOptions = {}
): ExcelOnMemory {
  const engine = new MemoryEngine(sheets);
  const requests: RequestRecord[] = [];
  const host = createHost(engine, {
    ...options,
    onRequest: (request) => {
      requests.push(request);
      options.onRequest?.(request);
    },
  });
  const closeSession = openNodeSession(host);
  return {
    engine,
    host,
    port: openExcelPort(runInExcel),
    requests,
    close: () => {
      closeSession();
      host.dispose();
    },
  };
}
