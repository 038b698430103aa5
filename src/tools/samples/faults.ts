/**
 * What is wrong in the faulty samples, cell by cell. Each planted fault names the finding a validation must give there;
 * `follows` lists other cells that contradict something only because of it. Tests hold the validation to this list.
 */
import type { FindingCode } from "../../core/index.ts";
import type { SampleBook, SampleValue } from "./sample-book.ts";

export interface PlantedFault {
  readonly sheet: string;
  readonly cell: string;
  readonly code: FindingCode;
  /** What stands there instead. */
  readonly value: SampleValue;
  /** What happened, for the reader of this file. */
  readonly why: string;
  /** Cells of the same sheet that may be reported as well, since they depend on the spoilt one. */
  readonly follows?: readonly string[];
}

export const YUNCHENG_FAULTS: readonly PlantedFault[] = [
  {
    sheet: "经济指标",
    cell: "F8",
    code: "share-mismatch",
    value: 8.13,
    why: "河津 14.26 ÷ 177.53 is 8.03 %",
  },
  {
    sheet: "经济指标",
    cell: "C16",
    code: "sum-mismatch",
    value: 109.42,
    why: "two digits of 109.24 swapped: the sum is off by 0.18",
    follows: ["E16", "F16", "S16"],
  },
  {
    sheet: "经济指标",
    cell: "H8",
    code: "target-mismatch",
    value: 17,
    why: "河津's own target is 16, written is the 17 of the others",
    follows: ["E8", "I8"],
  },
  {
    sheet: "经济指标",
    cell: "F11",
    code: "formula-error",
    value: { formula: "ROUND(C11/#REF!*100,2)", error: "#REF!" },
    why: "the row the formula pointed at was deleted",
  },
  {
    sheet: "经济指标",
    cell: "O10",
    code: "difference-mismatch",
    value: 10.4,
    why: "闻喜 16.00 − 4.6 is 11.4 points",
  },
  {
    sheet: "经济指标",
    cell: "K13",
    code: "missing-value",
    value: null,
    why: "垣曲's growth was forgotten",
    follows: ["O13", "Q13"],
  },
  {
    sheet: "经济指标",
    cell: "J15",
    code: "not-a-number",
    value: "约7.51",
    why: "风陵渡 gave an estimate in words",
    follows: ["J16", "L15", "M15"],
  },
  {
    sheet: "经济指标",
    cell: "R14",
    code: "text-number",
    value: "5.73 ",
    why: "绛县's number carries a no-break space and is text",
  },
  {
    sheet: "经济指标",
    cell: "U12",
    code: "verdict-mismatch",
    value: "达到",
    why: "稷山 79.91 % is below 82 %",
  },
  {
    sheet: "河津开发区",
    cell: "F12",
    code: "growth-mismatch",
    value: 12.16,
    why: "68412 against 62105 is +10.16 %",
  },
];

export const JINCHENG_FAULTS: readonly PlantedFault[] = [
  {
    sheet: "经济指标",
    cell: "C10",
    code: "sum-mismatch",
    value: { formula: "SUM(C6:C8)", result: 193.07 },
    why: "the SUM stops before the last zone",
    follows: ["E10"],
  },
  {
    sheet: "经济指标",
    cell: "T7",
    code: "difference-mismatch",
    value: -26.23,
    why: "高平 −28.73 − 2.5 is −31.23 points, the sign of 全市 was dropped",
  },
  {
    sheet: "经济指标",
    cell: "S8",
    code: "share-mismatch",
    value: 3.8,
    why: "阳城 9.16 ÷ 276.1 is 3.3 %",
  },
  {
    sheet: "经济指标",
    cell: "D8",
    code: "missing-value",
    value: null,
    why: "阳城's growth was forgotten",
    follows: ["F8"],
  },
  {
    sheet: "三个一批",
    cell: "D6",
    code: "text-number",
    value: "58.42",
    why: "晋城's number was typed in full-width digits",
  },
  {
    sheet: "三个一批",
    cell: "I11",
    code: "sum-mismatch",
    value: 65.3,
    why: "two digits of 65.03 swapped",
    follows: ["L11"],
  },
  {
    sheet: "问题整改",
    cell: "C5",
    code: "formula-error",
    value: { formula: "235/0", error: "#DIV/0!" },
    why: "a formula with a zero divisor",
    follows: ["D5", "E5"],
  },
  {
    sheet: "高平开发区",
    cell: "C10",
    code: "not-a-number",
    value: "4.126亿",
    why: "a sum in 亿元 typed into a row counted in 万元",
    follows: ["E10"],
  },
  {
    sheet: "高平开发区",
    cell: "E9",
    code: "growth-mismatch",
    value: 21.08,
    why: "436 against 389 is +12.08 %",
  },
];

/** The workbook with its faults written in. */
export function plant(book: SampleBook, faults: readonly PlantedFault[]): SampleBook {
  return {
    file: book.file.replace(".xlsx", "-faults.xlsx"),
    sheets: book.sheets.map((sheet) => {
      const cells = new Map(sheet.cells);
      for (const fault of faults.filter((one) => one.sheet === sheet.name)) {
        const cell = cells.get(fault.cell);
        if (cell === undefined) throw new Error(`No cell ${fault.cell} on ${sheet.name}`);
        cells.set(fault.cell, { ...cell, value: fault.value });
      }
      return { ...sheet, cells };
    }),
  };
}
