import { afterEach, beforeAll } from "@jest/globals";
import { openExcelPort } from "../../src/excel/index.ts";
import { createHost } from "../../src/workbench/host/host.ts";
import { openNodeSession } from "../../src/workbench/transport/node-session.ts";
import { applyEdits, openPackage } from "../../src/xlsx/index.ts";
import { loadEngine } from "../support/engine.ts";
import { workbookPortContract } from "./workbook-port.contract.ts";

/** Sessions of a test that are still open, in the order they were opened. */
const open: (() => void)[] = [];

beforeAll(() => {
  // The first to ask may have to bundle the spreadsheet.
  loadEngine();
}, 60_000);

afterEach(() => {
  for (const close of open.splice(0)) close();
});

workbookPortContract("Excel through Office.js, on the emulated host", (bytes) => {
  const opened = openPackage(bytes, "合同.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const engine = loadEngine().createNodeEngine(opened.value);
  const { part } = opened.value.book;
  const host = createHost(engine, part === null ? {} : { xmlParts: [part] });
  const close = openNodeSession(host);
  open.push(() => {
    close();
    host.dispose();
    engine.dispose();
  });
  return Promise.resolve({
    port: openExcelPort((batch) => Excel.run(batch)),
    save: async () => {
      await engine.settled();
      const plan = engine.planSave(host.xmlParts()[0] ?? null);
      if (plan.kind === "impossible") throw new Error(JSON.stringify(plan.because));
      const saved = applyEdits(bytes, plan.edits);
      if (!saved.ok) throw new Error(JSON.stringify(saved.failure));
      return saved.value.bytes;
    },
  });
});
