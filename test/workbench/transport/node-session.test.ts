import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createHost } from "../../../src/workbench/host/host.ts";
import type { Host } from "../../../src/workbench/host/host.ts";
import { openNodeSession } from "../../../src/workbench/transport/node-session.ts";
import { MemoryEngine } from "../../support/memory-engine.ts";

describe("the real client library in Node, on the emulated host", () => {
  let engine: MemoryEngine;
  let host: Host;
  let close: () => void;
  beforeEach(() => {
    engine = new MemoryEngine(["表一", "表二"]);
    host = createHost(engine);
    close = openNodeSession(host);
  });
  afterEach(() => {
    close();
    host.dispose();
  });

  test("values written in one batch are read in the same batch", async () => {
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表一").getRange("A1:B2");
      range.values = [
        [1, "x"],
        [true, 2.5],
      ];
      range.load("values,address,rowIndex,valueTypes");
      await context.sync();
      return { values: range.values, address: range.address, types: range.valueTypes };
    });
    expect(read).toEqual({
      values: [
        [1, "x"],
        [true, 2.5],
      ],
      address: "表一!A1:B2",
      types: [
        ["Double", "String"],
        ["Boolean", "Double"],
      ],
    });
  });
});
