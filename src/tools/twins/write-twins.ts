import ExcelJS from "exceljs";
import { MEASURE_FUNCTIONS } from "../../core/measures/index.ts";
import type { Input } from "./calls.ts";
import type { TwinRow } from "./twin-rows.ts";
import { spilledTwinRows, targetRows, twinRows } from "./twin-rows.ts";

export const SUMMARY = "汇总";
const RULES = "目标规则";
/** The sheets of calls over ranges. */
const SPILLED = "区域";
/** Operands stand in A to H; what is compared stands behind them. */
const [CALL, EXPECTED, WITHIN, TWIN, AGREES] = [9, 10, 11, 12, 13];

/**
 * A workbook of native twins, without any computed value: a spreadsheet that opens it computes every twin and compares it
 * with what the function gave. Two sheets a function, of calls over
 * cells and over ranges, and a summary that counts.
 */
export async function writeTwins(count: number, seed: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const summary = book.addWorksheet(SUMMARY);
  summary.addRow([
    "函数 function",
    "比较 compared",
    "不一致 differ",
    "只列不比 listed only",
    "说明 note",
  ]);
  for (const measure of MEASURE_FUNCTIONS) {
    const { id, twin } = measure;
    if (twin.kind === "value") {
      summary.addRow([id, null, null, null, `${twin.why.zh} ${twin.why.en}`]);
      continue;
    }
    const target = twin.kind === "located" ? targetRows(RULES) : undefined;
    const single = target?.rows ?? twinRows(measure, count, seed);
    summary.addRow(addTwinSheet(book, id, single));
    if (target === undefined) {
      const spilled = spilledTwinRows(measure, count, seed);
      summary.addRow(addTwinSheet(book, `${id} ${SPILLED}`, spilled));
    } else book.addWorksheet(RULES).addRows(target.rules.map((row) => [...row]));
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Adds a sheet of twins, and gives its line of the summary. */
function addTwinSheet(
  book: ExcelJS.Workbook,
  name: string,
  rows: readonly TwinRow[]
): readonly ExcelJS.CellValue[] {
  const sheet = book.addWorksheet(name);
  const header = sheet.getRow(1);
  header.getCell(CALL).value = "函数 call";
  header.getCell(EXPECTED).value = "函数结果 expected";
  header.getCell(WITHIN).value = "允许误差 within";
  header.getCell(TWIN).value = "等价公式 twin";
  header.getCell(AGREES).value = "一致 agrees";
  rows.forEach(({ cells, call, expected, within, twin, fills }, index) => {
    const row = sheet.getRow(index + 2);
    cells.forEach((cell, column) => {
      row.getCell(column + 1).value = toExcel(cell);
    });
    row.getCell(CALL).value = call;
    row.getCell(EXPECTED).value = expected;
    if (twin !== null) row.getCell(TWIN).value = formulaOf(twin, fills, index + 2);
    if (within === undefined) return;
    row.getCell(WITHIN).value = within;
    row.getCell(AGREES).value = { formula: comparison(index + 2) };
  });
  const column = `'${name}'!$${letter(AGREES)}$2:$${letter(AGREES)}$${rows.length + 1}`;
  const compared = rows.filter(({ within }) => within !== undefined).length;
  const differ = { formula: `${compared}-COUNTIF(${column},TRUE)` };
  return [name, compared, differ, rows.length - compared];
}

/** What the writer takes and its types leave out. */
interface ArrayOf {
  readonly shareType: "array";
  readonly ref: string;
}

/** A spilled call's twin is an array formula over the range it fills. */
function formulaOf(twin: string, fills: number | null, row: number): ExcelJS.CellFormulaValue {
  const formula = twin.slice(1);
  if (fills === null) return { formula };
  const ref = `${letter(TWIN)}${row}:${letter(TWIN)}${row + fills - 1}`;
  const array: ExcelJS.CellFormulaValue & ArrayOf = { formula, shareType: "array", ref };
  return array;
}

/**
 * Numbers within the bound, texts letter by letter, errors by their kind. LibreOffice has errors of its own behind #VALUE!,
 * which ERROR.TYPE does not know.
 */
function comparison(row: number): string {
  const [own, bound, twin] = [EXPECTED, WITHIN, TWIN].map((column) => `${letter(column)}${row}`);
  const errors = '"#NULL!","#DIV/0!","#VALUE!","#REF!","#NAME?","#NUM!","#N/A"';
  return `IF(ISERROR(${twin}),IFERROR(CHOOSE(ERROR.TYPE(${twin}),${errors}),"#VALUE!")=${own},IF(ISNUMBER(${own})*ISNUMBER(${twin}),ABS(${own}-${twin})<=${bound},EXACT(${own},${twin})))`;
}

function toExcel(cell: Input): ExcelJS.CellValue {
  if (typeof cell !== "object" || cell === null) return cell;
  return { error: cell.error } as ExcelJS.CellErrorValue;
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}
