import { formatCell } from "../../src/core/index.ts";
import type { Finding } from "../../src/core/index.ts";
import type { ColumnarFindings } from "../../src/core/columns/index.ts";
import { CODES } from "./by-hand.ts";
import type { HandFindings } from "./by-hand.ts";
import type { Form } from "./form.ts";
import type { NamedRelation } from "./relations.ts";
import { cellOf } from "./to-table.ts";

/** Findings as lines that can be compared, whoever found them: "K17 share-mismatch". */
export type Lines = readonly string[];

export function plantedLines({ planted }: Form): Lines {
  return planted.map(({ row, column, code }) => lineOf(row, column, code));
}

export function handLines({ rows, columns, codes, count }: HandFindings): Lines {
  return Array.from({ length: count }, (_, place) =>
    lineOf(rows[place] ?? 0, columns[place] ?? 0, CODES[codes[place] ?? 0] ?? "")
  );
}

export function columnarLines(
  { rows, relations, count }: ColumnarFindings,
  named: readonly NamedRelation[]
): Lines {
  return Array.from({ length: count }, (_, place) => {
    const relation = named[relations[place] ?? 0];
    return lineOf(rows[place] ?? 0, relation?.column ?? 0, relation?.code ?? "");
  });
}

export function findingLines(findings: readonly Finding[]): Lines {
  return findings.map(({ at, code }) => `${formatCell(at.area)} ${code}`);
}

/** What was planted and not found, and what was found and not planted; undefined where the two are the same. */
export function differenceOf(planted: Lines, found: Lines): string | undefined {
  const [wanted, told] = [new Set(planted), new Set(found)];
  const lacking = planted.filter((line) => !told.has(line));
  const surplus = found.filter((line) => !wanted.has(line));
  if (lacking.length + surplus.length === 0 && planted.length === found.length) return undefined;
  const some = (lines: Lines): string => `${lines.length} (${lines.slice(0, 4).join(", ")})`;
  return `not found ${some(lacking)}, not planted ${some(surplus)}`;
}

function lineOf(row: number, column: number, code: string): string {
  return `${formatCell(cellOf(row, column))} ${code}`;
}
