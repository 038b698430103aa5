import type { SerialNumber } from "../model/around.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Check } from "./check.ts";
import { addressAround, addressOf, found, passed } from "./describe.ts";
import { remarkFor } from "./relation.ts";

const ID = "zone-missing";

/** Of fewer numbers nobody can say how they run. */
const FEWEST = 4;
/** An extract of a longer list keeps its numbers, with more gaps than these. */
const MOST_OFF = 2;

/**
 * Rows are numbered one after the other, from 1 in each group: a number that is left out, comes twice or stands out of its
 * turn is asked for, since a row may be missing or be there twice. Where the numbers do not run at all, nothing is said.
 */
export const serialNumbers: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) => {
    const { serials } = index.table.around;
    if (serials.length < FEWEST) return [];
    const off = findOff(serials);
    if (off.length > MOST_OFF || off.length * 4 > serials.length) return [];
    const column = addressAround(
      index,
      serials.map(({ at }) => at)
    );
    return off.length === 0
      ? [passed(ID, column, false)]
      : off.map(({ serial, expected }) => found(findingOf(index, serial, expected)));
  },
};

interface Off {
  readonly serial: SerialNumber;
  readonly expected: number;
}

function findOff(serials: readonly SerialNumber[]): readonly Off[] {
  const off: Off[] = [];
  let before: number | null = null;
  serials.forEach((serial, place) => {
    const next = serials[place + 1]?.value;
    const { value } = serial;
    if (before === null) {
      // 5, 2, 3: the first is wrong; 5, 6, 7 goes on with another page.
      const isWrong = value !== 1 && next === 2;
      if (isWrong) off.push({ serial, expected: 1 });
      before = isWrong ? 1 : value;
      return;
    }
    const expected = before + 1;
    // A group of its own begins with 1, unless the row behind it goes on as if nothing were.
    const isNewGroup = value === 1 && next !== expected + 1;
    if (value === expected || isNewGroup) {
      before = value;
      return;
    }
    off.push({ serial, expected });
    before = next === expected + 1 ? expected : value;
  });
  return off;
}

function findingOf(index: TableIndex, { value, at }: SerialNumber, expected: number) {
  const row = index.table.subjects.find(
    (subject) => subject.at.kind === "cell" && subject.at.row === at.row
  );
  return {
    code: ID,
    class: "consistency",
    severity: "warning",
    remark: remarkFor("warning"),
    subject: { zone: row?.label ?? null, indicator: null, measure: null, period: null },
    at: addressOf(index, at),
    stated: value,
    expected: { low: expected, high: expected },
    params: {
      zone: null,
      stated: value,
      rows: index.table.subjects.length,
      namedIn: [],
      serial: expected,
    },
    trace: { operands: [], arithmetic: null, allowed: null, decimals: 0 },
    alternatives: [],
    consequences: [],
  } as const;
}
