import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { clearFlags, makeLedger, removeLedger, validate } from "../../src/actions/index.ts";
import {
  LEDGER_SHEET,
  cellAt,
  findSheet,
  formatArea,
  formatCell,
  isMarkedFormula,
  readRemarks,
} from "../../src/core/index.ts";
import type { Book } from "../../src/core/index.ts";
import { applyEdits, openFilePort, openPackage } from "../../src/xlsx/index.ts";
import type { PackageBook } from "../../src/xlsx/index.ts";
import { evaluationOf, unmet } from "../core/flags/evaluations.ts";
import { evaluatorOf } from "./fakes.ts";

const S = "开发区'上半年' 指标";
const evaluation = evaluationOf(
  unmet(S, "B2", 16, 17, { zone: "河津" }),
  unmet(S, "B4", 3, 17, { zone: "永济" })
);
const evaluator = evaluatorOf(evaluation);
const ledger = { when: "keep", locale: "zh-CN", madeAt: null } as const;

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(S);
  sheet.addRows([
    ["开发区", "增速"],
    ["河津", 16],
    ["运城", 20],
    ["永济", 3],
  ]);
  sheet.addConditionalFormatting({
    ref: "B2:B4",
    rules: [{ type: "expression", priority: 1, formulae: ["B2>100"], style: {} }],
  });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function opened(bytes: Uint8Array): PackageBook {
  const result = openPackage(bytes, "上半年.xlsx");
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function flagsIn(bytes: Uint8Array): readonly string[] {
  return opened(bytes).sheets.flatMap(({ conditionalFormats }) =>
    conditionalFormats
      .filter(({ formulas }) => formulas.some(isMarkedFormula))
      .map(({ areas, priority }) => `${priority} ${areas.map(formatArea).join(" ")}`)
  );
}

/** The file after someone typed a remark beside a finding of the ledger. */
function withRemark(bytes: Uint8Array, zone: string, text: string): Uint8Array {
  const { book } = opened(bytes);
  const at = findCell(book, zone);
  const edited = applyEdits(bytes, [
    {
      kind: "set-cells",
      sheet: LEDGER_SHEET,
      at: { row: at.row, column: 12 },
      cells: [[{ kind: "value", value: text }]],
    },
  ]);
  if (!edited.ok) throw new Error(edited.failure.failure.code);
  return edited.value.bytes;
}

function findCell(book: Book, text: string): { readonly row: number; readonly column: number } {
  const sheet = findSheet(book, LEDGER_SHEET);
  for (let row = 0; row < 30; row += 1) {
    for (let column = 0; column < 14; column += 1) {
      if (sheet !== undefined && cellAt(sheet, row, column).value === text) return { row, column };
    }
  }
  throw new Error(`the ledger has no cell "${text}"`);
}

describe("a workbook file", () => {
  test("gets its flags ahead of the user's own formats, once however often it is validated", async () => {
    const port = openFilePort(await workbook(), "上半年.xlsx");
    await validate(port, evaluator, { flags: "put" });
    await validate(port, evaluator, { flags: "put" });
    expect(flagsIn(port.bytes())).toEqual(["1 B2 B4"]);
    const own = opened(port.bytes()).sheets[0]?.conditionalFormats.filter(
      ({ formulas }) => !formulas.some(isMarkedFormula)
    );
    expect(own).toMatchObject([{ formulas: ["B2>100"], priority: 2 }]);
  });

  test("loses every flag when cleared, and keeps its ledger", async () => {
    const port = openFilePort(await workbook(), "上半年.xlsx");
    await validate(port, evaluator, { flags: "put", ledger: { ...ledger, when: "make" } });
    expect(await clearFlags(port)).toMatchObject({ ok: true, value: { refused: [] } });
    expect(flagsIn(port.bytes())).toEqual([]);
    expect(findSheet(opened(port.bytes()).book, LEDGER_SHEET)).toBeDefined();
  });

  test("carries the ledger with links to its cells, on a sheet whose name holds quotes", async () => {
    const port = openFilePort(await workbook(), "上半年.xlsx");
    await makeLedger(port, evaluation, { locale: "zh-CN", madeAt: null, then: "stay" });
    const sheet = findSheet(opened(port.bytes()).book, LEDGER_SHEET);
    expect(sheet).toBeDefined();
    if (sheet === undefined) return;
    const { value, formula } = cellAt(sheet, 4, 4);
    expect(value).toBe("'开发区''上半年'' 指标'!B2");
    expect(formula).toMatch(/^=HYPERLINK\("#'开发区''上半年'' 指标'!B2",/);
    expect(sheet.notCalculated).not.toContain(formatCell({ row: 4, column: 4 }));
  });

  test.each(["停建", "=1+1", "@说明", "-", "两行\n说明", "<&>\"'"])(
    "keeps the remark %j through validations, as text, and guards its ledger by it",
    async (text) => {
      const first = openFilePort(await workbook(), "上半年.xlsx");
      await makeLedger(first, evaluation, { locale: "zh-CN", madeAt: null, then: "stay" });
      const port = openFilePort(withRemark(first.bytes(), "永济", text), "上半年.xlsx");
      await validate(port, evaluator, { flags: "put", ledger });
      await validate(port, evaluator, { flags: "put", ledger });
      const { book } = opened(port.bytes());
      expect(readRemarks(book)).toMatchObject([{ zone: "永济", text, sheet: S }]);
      const { row } = findCell(book, "永济");
      const sheet = findSheet(book, LEDGER_SHEET);
      expect(sheet && cellAt(sheet, row, 12)).toMatchObject({ value: text, formula: null });
      expect(await removeLedger(port)).toEqual({
        ok: false,
        failure: { code: "remarks-stand", count: 1 },
      });
    }
  );

  test("can lose a ledger in which nobody wrote", async () => {
    const port = openFilePort(await workbook(), "上半年.xlsx");
    await makeLedger(port, evaluation, { locale: "en-US", madeAt: null, then: "show" });
    expect(await removeLedger(port)).toMatchObject({ ok: true, value: { refused: [] } });
    expect(findSheet(opened(port.bytes()).book, LEDGER_SHEET)).toBeUndefined();
  });
});
