import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate } from "../../../../src/core/index.ts";
import type { Evaluation, IndicatorTable, TargetRule } from "../../../../src/core/index.ts";
import { compose, findStyle } from "../../../../src/core/narrative/compose/index.ts";
import type {
  ComposeSource,
  Composition,
  HouseStyle,
} from "../../../../src/core/narrative/compose/index.ts";
import { openFilePort } from "../../../../src/xlsx/index.ts";

const SAMPLES = join(__dirname, "../../../../assets/samples");

/** A sample workbook, judged as it is. */
export async function judgeSample(file: string): Promise<Evaluation> {
  const bytes = new Uint8Array(readFileSync(join(SAMPLES, file)));
  const read = await openFilePort(bytes, file).read();
  if (!read.ok) throw new Error(read.failure.code);
  const judged = evaluate({ book: read.value, rulesFile: null, sheets: null });
  if (!judged.ok) throw new Error(judged.failure.code);
  return judged.value;
}

/** What a text is composed from, of tables in memory that the validation has nothing against. */
export function sourceOf(
  tables: readonly IndicatorTable[],
  rules: readonly TargetRule[] = []
): ComposeSource {
  return { book: "上半年.xlsx", tables, rules, findings: [], unread: [] };
}

export function composed(source: ComposeSource, style: HouseStyle): Composition {
  const result = compose(source, style);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

export function styleNamed(name: string): HouseStyle {
  const style = findStyle(name);
  if (style === undefined) throw new Error(`There is no style ${name}`);
  return style;
}
