import { afterEach, describe, expect, test } from "@jest/globals";
import type { HostOptions } from "../../../src/workbench/host/host-options.ts";
import { openExcelOnMemory } from "../../support/excel-on-memory.ts";
import type { ExcelOnMemory } from "../../support/excel-on-memory.ts";

let excel: ExcelOnMemory | undefined;
afterEach(() => {
  excel?.close();
  excel = undefined;
});

type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => void;

/** The code of the error a batch ends in, or null. The host's sheets: 指标, 附表 (protected), 藏 (hidden). */
async function errorOf(batch: Batch, options: HostOptions = {}): Promise<string | null> {
  const opened = openExcelOnMemory(["指标", "附表", "藏"], options);
  excel = opened;
  opened.engine.sheet("附表").isProtected = true;
  opened.engine.sheet("藏").visibility = "hidden";
  try {
    await Excel.run(async (context) => {
      batch(context, context.workbook.worksheets.getItem("指标"));
      await context.sync();
    });
    return null;
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
}

const onProtected = (write: (sheet: Excel.Worksheet) => void): Batch => {
  return (context) => {
    write(context.workbook.worksheets.getItem("附表"));
  };
};

const big = (rows: number): string[][] =>
  Array.from({ length: rows }, (_, r) => [`第${r}行的说明`, "开发区".repeat(20)]);

describe("the host refuses what Excel refuses", () => {
  test.each<[string, string, Batch]>([
    [
      "a sheet that is not there",
      "ItemNotFound",
      (c) => c.workbook.worksheets.getItem("没有").load("name"),
    ],
    [
      "an address that is none",
      "InvalidArgument",
      (_, sheet) => sheet.getRange("第3行").load("address"),
    ],
    [
      "an address of another sheet",
      "InvalidArgument",
      (_, sheet) => sheet.getRange("附表!A1").load("address"),
    ],
    [
      "a range beyond the sheet",
      "InvalidArgument",
      (_, s) => s.getRangeByIndexes(1_048_576, 0, 1, 1).load("address"),
    ],
    [
      "a grid of another size than its range",
      "InvalidArgument",
      (_, s) => {
        s.getRange("A1:B2").values = [[1, 2, 3]];
      },
    ],
    [
      "reading all cells of a sheet",
      "InvalidArgument",
      (_, sheet) => sheet.getRange().load("values"),
    ],
    [
      "a second sheet of a name, in either case",
      "ItemAlreadyExists",
      (c) => {
        c.workbook.worksheets.add("sheet2");
        c.workbook.worksheets.add("Sheet2");
      },
    ],
    ["a sheet name with a colon", "InvalidArgument", (c) => c.workbook.worksheets.add("一:二")],
    [
      "a sheet name of 32 characters",
      "InvalidArgument",
      (c) => c.workbook.worksheets.add("一".repeat(32)),
    ],
    [
      "a sheet name that ends in an apostrophe",
      "InvalidArgument",
      (c) => c.workbook.worksheets.add("一'"),
    ],
    [
      "showing a hidden sheet",
      "InvalidOperation",
      (c) => {
        c.workbook.worksheets.getItem("藏").activate();
      },
    ],
    [
      "an address of more than 8,192 characters",
      "InvalidArgument",
      (_, s) =>
        s.getRanges(Array.from({ length: 2000 }, (__, i) => `A${i + 1}`).join(",")).load("address"),
    ],
    [
      "a conditional format's formula without =",
      "InvalidArgument",
      (_, s) => {
        s.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "A1>1";
      },
    ],
    [
      "a text of 256 characters in a conditional format",
      "InvalidArgument",
      (_, s) => {
        s.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula =
          `=A1="${"长".repeat(256)}"`;
      },
    ],
    ["XML that is none", "InvalidArgument", (c) => c.workbook.customXmlParts.add("无")],
  ])("%s: %s", async (_, code, batch) => {
    expect(await errorOf(batch)).toBe(code);
  });

  test.each<[string, Batch]>([
    [
      "values",
      onProtected((s) => {
        s.getRange("A1").values = [[1]];
      }),
    ],
    [
      "formulas",
      onProtected((s) => {
        s.getRange("A1").formulas = [["=1"]];
      }),
    ],
    [
      "number formats",
      onProtected((s) => {
        s.getRange("A1").numberFormat = [["0"]];
      }),
    ],
    [
      "fills",
      onProtected((s) => {
        s.getRange("A1").format.fill.color = "#FF0000";
      }),
    ],
    [
      "fonts",
      onProtected((s) => {
        s.getRange("A1").format.font.bold = true;
      }),
    ],
    [
      "column widths",
      onProtected((s) => {
        s.getRange("A1").format.columnWidth = 50;
      }),
    ],
    [
      "clearing",
      onProtected((s) => {
        s.getRange("A1").clear();
      }),
    ],
    [
      "conditional formats",
      onProtected((s) => {
        s.getRange("A1").conditionalFormats.add("Custom");
      }),
    ],
  ])("on a protected sheet: %s", async (_, batch) => {
    expect(await errorOf(batch)).toBe("AccessDenied");
  });

  test("a protected sheet can be read", async () => {
    expect(await errorOf(onProtected((sheet) => sheet.getRange("A1").load("values")))).toBeNull();
  });

  test("a custom function inside a conditional format, but not its name inside a text", async () => {
    const functions = [{ id: "ZONE_GAP", name: "ZONE_GAP", parameters: [] }];
    const withFormula =
      (formula: string): Batch =>
      (_, sheet) => {
        sheet.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = formula;
      };
    expect(await errorOf(withFormula("=ZONE_GAP(A1,17)<0"), { functions })).toBe("InvalidArgument");
    excel?.close();
    expect(await errorOf(withFormula('=A1="ZONE_GAP("'), { functions })).toBeNull();
  });

  test("a request above the payload limit, of which nothing is done", async () => {
    const write: Batch = (_, sheet) => {
      sheet.getRange("A1:B40000").values = big(40_000);
    };
    expect(await errorOf(write)).toBe("RequestPayloadSizeLimitExceeded");
    expect(excel?.engine.usedArea(excel.engine.sheet("指标").id)).toBeNull();
  });

  test("an answer above the payload limit, after its writes were done", async () => {
    const batch: Batch = (_, sheet) => {
      const range = sheet.getRange("A1:B100");
      range.values = big(100);
      range.load("values,formulas,text");
    };
    expect(await errorOf(batch, { payloadLimit: 30_000 })).toBe("ResponsePayloadSizeLimitExceeded");
    expect(excel?.engine.cell("指标", 99, 0).value).toBe("第99行的说明");
  });

  test("a member newer than the announced set, on a host that is older", async () => {
    const batch: Batch = (_, sheet) => sheet.getRanges("A1,C1").load("address");
    expect(await errorOf(batch, { requirementSets: { ExcelApi: "1.8" } })).toBe("ApiNotFound");
    excel?.close();
    expect(await errorOf(batch, { requirementSets: { ExcelApi: "1.10" } })).toBeNull();
  });

  test("a member that is withheld although the set promises it", async () => {
    const batch: Batch = (_, sheet) => sheet.getRange("A1").load("valueTypes");
    expect(await errorOf(batch, { withheld: ["Range.ValueTypes"] })).toBe("ApiNotFound");
  });

  test("a property that was not loaded is refused by the library itself", async () => {
    excel = openExcelOnMemory(["指标"]);
    const read = Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("指标").getRange("A1");
      await context.sync();
      return range.values;
    });
    await expect(read).rejects.toMatchObject({ code: "PropertyNotLoaded" });
  });
});

describe("what is written is read as Excel reads typing", () => {
  test.each<[string, unknown, string]>([
    ["12", 12, "General"],
    ["1,234.5", 1234.5, "#,##0"],
    ["16.5%", 0.165, "0%"],
    ["true", true, "General"],
    ["#n/a", { error: "#N/A" }, "General"],
    ["1-6", 44_932, "yyyy/m/d"],
    ["2023/6/30", 45_107, "yyyy/m/d"],
    ["2023-13", "2023-13", "General"],
    ["'=1", "=1", "General"],
    ["109.24亿", "109.24亿", "General"],
    ["", null, "General"],
  ])("%j becomes %j with the format %s", async (typed, value, numberFormat) => {
    excel = openExcelOnMemory(["指标"], { today: () => new Date(2023, 5, 30) });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("指标").getRange("A1").values = [[typed]];
      await context.sync();
    });
    const cell = excel.engine.cell("指标", 0, 0);
    expect([cell.value, cell.numberFormat]).toEqual([value, numberFormat]);
  });

  test("in a text cell everything stays text", async () => {
    excel = openExcelOnMemory(["指标"]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("指标").getRange("A1:C1");
      range.numberFormat = [["@", "@", "@"]];
      range.values = [["=1+1", "1-6", "007"]];
      await context.sync();
    });
    const { engine } = excel;
    expect([0, 1, 2].map((column) => engine.cell("指标", 0, column).value)).toEqual([
      "=1+1",
      "1-6",
      "007",
    ]);
  });

  test("null leaves a cell alone, one value fills a range", async () => {
    excel = openExcelOnMemory(["指标"]);
    excel.engine.put("指标", { row: 0, column: 0 }, [[1, 2]]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("指标");
      sheet.getRange("A1:B1").values = [[null, 5]];
      sheet.getRange("A2:B3").values = [["同"]];
      await context.sync();
    });
    const area = { row: 0, column: 0, rows: 3, columns: 2 };
    expect(excel.engine.readValues("指标", area)).toEqual([
      [1, 5],
      ["同", "同"],
      ["同", "同"],
    ]);
  });
});
