import { cellsIn } from "./calculate.ts";
import type { CaseFinding, CaseTable, LayoutCase, NotEvaluable } from "./case.ts";
import { computeClean, computeFaulty } from "./compute-sheets.ts";
import type { ComputedBook } from "./compute-sheets.ts";
import { writeCase } from "./write-case.ts";

/** Content of expected.json: what is right to read in a book and to say of it. */
export interface Expected {
  readonly layout: string;
  /** Where a fault stands and what happened there; empty in a clean twin. */
  readonly planted: readonly string[];
  readonly tables: readonly ExpectedTable[];
  readonly unread: readonly { readonly sheet: string; readonly reasons: readonly string[] }[];
  /** What is rightly told as not understood: place, reason and text; absent where all is. */
  readonly unrecognised?: readonly string[];
  /** Sheet, cell, code and severity; sorted by sheet and code. */
  readonly findings: readonly string[];
  readonly notEvaluable: NotEvaluable;
}

export interface ExpectedTable extends Omit<CaseTable, "data"> {
  readonly observations: number;
}

/** Files of one case folder. */
export interface CaseFiles {
  readonly folder: string;
  readonly book: Uint8Array;
  /** null: the case brings no rules. */
  readonly rules: string | null;
  readonly expected: string;
}

/** The two folders of a layout: the book with its faults, and its clean twin. */
export async function toFiles(one: LayoutCase): Promise<readonly CaseFiles[]> {
  const clean = computeClean(one.sheets);
  const faulty = computeFaulty(one.sheets, clean, one.faults);
  const rules = one.rules === undefined ? null : toText(one.rules);
  const gone = (one.silenced ?? []).map((finding) => findingLine(one, finding));
  const found = (one.findings ?? []).map((finding) => findingLine(one, finding));
  const planted = one.faults.flatMap((fault) =>
    fault.findings.map((finding) => findingLine(one, finding))
  );
  return [
    {
      folder: one.name,
      book: await writeCase(one.sheets, faulty),
      rules,
      expected: toText({
        layout: one.layout,
        planted: one.faults.map(
          ({ sheet, cell, why }) => `${sheet === undefined ? "" : `${sheet}!`}${cell}: ${why}`
        ),
        tables: one.tables.map((table) => tableOf(table, faulty)),
        unread: one.unread ?? [],
        ...(one.unrecognised === undefined ? {} : { unrecognised: one.unrecognised }),
        findings: [...found.filter((line) => !gone.includes(line)), ...planted].sort(),
        notEvaluable: sorted(one.notEvaluableWithFaults ?? one.notEvaluable ?? {}),
      }),
    },
    {
      folder: `${one.name}-clean`,
      book: await writeCase(one.sheets, clean),
      rules,
      expected: toText({
        layout: one.layout,
        planted: [],
        tables: one.tables.map((table) => tableOf(table, clean)),
        unread: one.unread ?? [],
        ...(one.unrecognised === undefined ? {} : { unrecognised: one.unrecognised }),
        findings: [...found].sort(),
        notEvaluable: sorted(one.notEvaluable ?? {}),
      }),
    },
  ];
}

function tableOf({ data, ...table }: CaseTable, book: ComputedBook): ExpectedTable {
  const cells = data.flatMap(cellsIn);
  const sheet = book.get(table.sheet);
  const observations = cells.filter((cell) => isObservation(sheet?.get(cell)?.value ?? null));
  return { ...table, observations: observations.length };
}

/** Whether a cell says something: neither blank nor declared none. */
function isObservation(value: unknown): boolean {
  return value !== null && !(typeof value === "string" && /^(|[-—–/…]|\.{3})$/.test(value.trim()));
}

/** 经济指标!C6 sum-mismatch error */
function findingLine(one: LayoutCase, finding: CaseFinding): string {
  const sheet = finding.sheet ?? one.sheets[0]?.name ?? "";
  return `${sheet}!${finding.cell} ${finding.code} ${finding.severity}`;
}

function sorted(counts: NotEvaluable): NotEvaluable {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toText(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
