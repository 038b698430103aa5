import { describe, expect, test } from "@jest/globals";
import ExcelJS from "exceljs";
import { applyEdits, openPackage } from "../../src/xlsx/index.ts";
import type { PackageEdit } from "../../src/xlsx/index.ts";
import { handMade, PLAIN_STYLES, readParts } from "../support/package.ts";

const BOOK = handMade({
  styles: PLAIN_STYLES,
  sheets: [{ name: "表", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
});

const ENSURE: PackageEdit = { kind: "ensure-sheet", sheet: "审核台账", contents: "keep" };

function sheetNames(bytes: Uint8Array): readonly string[] {
  const result = openPackage(bytes, "x.xlsx");
  return result.ok ? result.value.book.sheets.map((sheet) => sheet.name) : [result.failure.code];
}

/** The archive as programs write it that think of files beyond 4 GB: sizes and offsets in 64 bits. */
function widened(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const records: Buffer[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const nameLength = view.getUint16(at + 28, true);
    const record = Buffer.alloc(46 + nameLength + 28);
    record.set(bytes.subarray(at, at + 46 + nameLength));
    const tail = 46 + nameLength;
    record.writeUInt16LE(1, tail);
    record.writeUInt16LE(24, tail + 2);
    record.writeBigUInt64LE(BigInt(view.getUint32(at + 24, true)), tail + 4);
    record.writeBigUInt64LE(BigInt(view.getUint32(at + 20, true)), tail + 12);
    record.writeBigUInt64LE(BigInt(view.getUint32(at + 42, true)), tail + 20);
    for (const field of [20, 24, 42]) record.writeUInt32LE(0xffffffff, field);
    record.writeUInt16LE(28, 30);
    records.push(record);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const directory = Buffer.concat(records);
  const wide = Buffer.alloc(56 + 20 + 22);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(BigInt(count), 32);
  wide.writeBigUInt64LE(BigInt(directory.length), 40);
  wide.writeBigUInt64LE(BigInt(start), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(start + directory.length), 64);
  wide.writeUInt32LE(0x06054b50, 76);
  wide.writeUInt16LE(count, 86);
  wide.writeUInt32LE(0xffffffff, 88);
  wide.writeUInt32LE(0xffffffff, 92);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, start), directory, wide]));
}

describe("archives of every make", () => {
  test("with 64-bit sizes are read and written", () => {
    const bytes = widened(BOOK);
    expect(sheetNames(bytes)).toEqual(["表"]);
    const result = applyEdits(bytes, [ENSURE]);
    expect(result.ok && sheetNames(result.value.bytes)).toEqual(["表", "审核台账"]);
  });

  test("behind other bytes are read and written", () => {
    const bytes = Uint8Array.from([...Buffer.from("PK-prefix"), ...BOOK]);
    expect(sheetNames(bytes)).toEqual(["表"]);
    const result = applyEdits(bytes, [ENSURE]);
    expect(result.ok && sheetNames(result.value.bytes)).toEqual(["表", "审核台账"]);
  });

  test("with a comment at their end are read", () => {
    const comment = Buffer.from("备注", "utf8");
    const bytes = Uint8Array.from([...BOOK, ...comment]);
    new DataView(bytes.buffer).setUint16(BOOK.length - 2, comment.length, true);
    expect(sheetNames(bytes)).toEqual(["表"]);
  });
});

test("a third-party reader finds in the written file what was written, and what was there", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("经济指标");
  sheet.addRow(["运城", 109.24, { formula: "B1*2", result: 218.48 }]);
  sheet.getCell("B1").numFmt = "0.00";
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const result = applyEdits(bytes, [
    {
      kind: "set-cells",
      sheet: "经济指标",
      at: { row: 0, column: 1 },
      cells: [[{ kind: "value", value: 16.5 }], [{ kind: "value", value: "<新>" }]],
    },
    { kind: "ensure-sheet", sheet: "审核台账", contents: "empty" },
    {
      kind: "write-block",
      sheet: "审核台账",
      at: { row: 0, column: 0 },
      cells: [[{ kind: "text", text: "=1+1", style: "header" }]],
    },
  ]);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  const reader = new ExcelJS.Workbook();
  await reader.xlsx.load(Buffer.from(result.value.bytes).buffer);
  const [form, ledger] = reader.worksheets;
  expect([form?.getCell("A1").value, form?.getCell("B1").value, form?.getCell("B2").value]).toEqual(
    [...["运城", 16.5, "<新>"]]
  );
  expect(form?.getCell("B1").numFmt).toBe("0.00");
  expect(form?.getCell("C1").formula).toBe("B1*2");
  expect([ledger?.name, ledger?.getCell("A1").value]).toEqual(["审核台账", "=1+1"]);
  expect(ledger?.getCell("A1").font.bold).toBe(true);
  expect(Object.keys(readParts(result.value.bytes))).toContain("xl/worksheets/sheet2.xml");
});
