import { addressAround } from "../checks/describe.ts";
import { foldSeverity } from "./localise/root-finding.ts";
import type { Finding } from "../findings/finding.ts";
import type { TableIndex } from "../model/table-index.ts";
import { cellKey, isSingleCell, keyOfAddress } from "./localise/cell-key.ts";

type TextFinding = Extract<Finding, { code: "text-number" }>;

/** One or two texts are slips of a hand; a column of them is how the sheet was exported. */
const FEWEST_CELLS = 3;
const MOST_OF_COLUMN = 0.8;

/**
 * A column of the sheet of which 80 % and more of at least three numbers are text is one finding over these cells, which
 * says how many they are. Done after the root causes are known: a total that a text number spoils names its cell until
 * then, and stays a consequence of the column.
 */
export function foldTextColumns(
  findings: readonly Finding[],
  book: readonly TableIndex[]
): readonly Finding[] {
  const texts = new Map<string, TextFinding>();
  for (const finding of findings) {
    if (finding.code === "text-number" && isSingleCell(finding.at))
      texts.set(keyOfAddress(finding.at), finding);
  }
  if (texts.size < FEWEST_CELLS) return findings;
  const folded = new Map<Finding, Finding | null>();
  for (const index of book) {
    for (const { numbers, told } of columnsOf(index, texts)) {
      const [first, ...others] = told;
      if (first === undefined || told.length < FEWEST_CELLS) continue;
      if (told.length < numbers * MOST_OF_COLUMN) continue;
      folded.set(first, overColumn(index, first, others));
      for (const other of others) folded.set(other, null);
    }
  }
  return findings.flatMap((finding) => {
    const now = folded.get(finding);
    return now === undefined ? [finding] : now === null ? [] : [now];
  });
}

interface TextColumn {
  numbers: number;
  readonly told: TextFinding[];
}

function columnsOf(
  { table }: TableIndex,
  texts: ReadonlyMap<string, TextFinding>
): Iterable<TextColumn> {
  const columns = new Map<number, TextColumn>();
  const seen = new Set<string>();
  for (const observation of table.cells.flat()) {
    if (observation?.content.kind !== "number") continue;
    const key = cellKey(table.sheet, observation.at);
    // One cell may hold two numbers, 14.26(3).
    if (seen.has(key)) continue;
    seen.add(key);
    const column = columns.get(observation.at.column) ?? { numbers: 0, told: [] };
    columns.set(observation.at.column, column);
    column.numbers += 1;
    const text = texts.get(key);
    if (text !== undefined) column.told.push(text);
  }
  return columns.values();
}

function overColumn(
  index: TableIndex,
  first: TextFinding,
  others: readonly TextFinding[]
): TextFinding {
  const all = [first, ...others];
  const subjects = all.map(({ subject }) => subject);
  const common = <Key extends keyof Finding["subject"]>(
    key: Key
  ): Finding["subject"][Key] | null =>
    subjects.every((subject) => subject[key] === first.subject[key]) ? first.subject[key] : null;
  return {
    ...first,
    ...foldSeverity(first, others),
    subject: { ...first.subject, zone: common("zone"), indicator: common("indicator") },
    at: addressAround(
      index,
      all.map(({ at }) => at.area)
    ),
    stated: null,
    expected: null,
    params: { ...first.params, cells: all.length },
    consequences: all
      .flatMap(({ consequences }) => consequences)
      .filter(
        ({ code, at }, place, list) =>
          list.findIndex(
            (one) => one.code === code && keyOfAddress(one.at) === keyOfAddress(at)
          ) === place
      ),
  };
}
