import { describe, expect, test } from "@jest/globals";
import { toFailure } from "../../src/excel/failure.ts";
import { createExcelRunner, readCapabilities } from "../../src/excel/index.ts";
import { compareVersions } from "../../src/workbench/host/requirements.ts";

function officeError(code: string, errorLocation?: string): Error {
  return Object.assign(new Error("本地化的说明"), {
    name: "RichApi.Error",
    code,
    ...(errorLocation === undefined ? {} : { debugInfo: { errorLocation } }),
  });
}

describe("errors of Office.js", () => {
  test.each([
    ["InvalidOperationInCellEditMode", { code: "cell-edit-mode" }],
    ["RequestPayloadSizeLimitExceeded", { code: "payload-too-large" }],
    ["ResponsePayloadSizeLimitExceeded", { code: "payload-too-large" }],
    ["AccessDenied", { code: "access-denied" }],
    ["InvalidOrTimedOutSession", { code: "session-lost" }],
    ["WriteNotSupportedWhenModalDialogOpen", { code: "modal-open" }],
    ["ItemNotFound", { code: "host-error", detail: "ItemNotFound" }],
  ])("%s becomes a failure of its own, without the localised text", (code, failure) => {
    expect(toFailure(officeError(code))).toEqual(failure);
  });

  test("a missing member is named; another error names its place", () => {
    expect(toFailure(officeError("ApiNotFound", "Range.getSpillParent"))).toEqual({
      code: "api-missing",
      member: "Range.getSpillParent",
    });
    expect(toFailure(officeError("GeneralException", "Range.values"))).toEqual({
      code: "host-error",
      detail: "GeneralException at Range.values",
    });
  });

  test("anything else is a programmer's mistake and is thrown on", () => {
    const mistake = new TypeError("undefined is not a function");
    expect(() => toFailure(mistake)).toThrow(mistake);
  });
});

describe("what the host can do", () => {
  const hostOf =
    (sets: Readonly<Record<string, string>>) =>
    (set: string, version: string): boolean => {
      const announced = sets[set];
      return announced !== undefined && compareVersions(version, announced) <= 0;
    };

  test.each([
    [{ ExcelApi: "1.9" }, "1.9", "host-decides"],
    [{ ExcelApi: "1.10" }, "1.10", "host-decides"],
    [{ ExcelApi: "1.20" }, "1.20", "one-step"],
    [{}, "0", "host-decides"],
  ])("%j is ExcelApi %s, and undo is %s", (sets, excelApi, undo) => {
    expect(readCapabilities(hostOf(sets))).toMatchObject({ excelApi, undo });
  });

  test("a run is one step of the undo list only where the host promises it", async () => {
    const calls: unknown[][] = [];
    const original = Reflect.get(globalThis, "Excel") as unknown;
    Reflect.set(globalThis, "Excel", {
      run: (...args: unknown[]) => {
        calls.push(args);
        return Promise.resolve();
      },
    });
    try {
      const batch = (): Promise<void> => Promise.resolve();
      await createExcelRunner(readCapabilities(hostOf({ ExcelApi: "1.19" })))(batch);
      await createExcelRunner(readCapabilities(hostOf({ ExcelApi: "1.20" })))(batch);
      expect(calls).toEqual([[batch], [{ mergeUndoGroup: true }, batch]]);
    } finally {
      Reflect.set(globalThis, "Excel", original);
    }
  });
});
