import type { VerdictCode } from "./verdict.ts";

/**
 * Findings as columns: which relation, which row, and how it stands there (`VERDICT`). Sentences, traces and addresses
 * are made of them when somebody looks.
 */
export interface ColumnarFindings {
  readonly relations: Uint16Array;
  readonly rows: Uint32Array;
  /** disagrees: the cell · notEstablished: the whole column is asked, and the row is its first example. */
  readonly verdicts: Uint8Array;
  readonly count: number;
  /** Tests made, and tests that could not be made. */
  readonly checked: number;
  readonly notEvaluable: number;
}

export interface FindingColumns {
  readonly add: (relation: number, row: number, verdict: VerdictCode) => void;
  readonly close: (checked: number, notEvaluable: number) => ColumnarFindings;
}

const FIRST_CAPACITY = 16;
const NONE = {
  relations: new Uint16Array(0),
  rows: new Uint32Array(0),
  verdicts: new Uint8Array(0),
};

/** Columns that grow by doubling; a clean form takes none. */
export function openFindings(): FindingColumns {
  let relations = NONE.relations;
  let rows = NONE.rows;
  let verdicts = NONE.verdicts;
  let count = 0;
  const grow = (): void => {
    const capacity = Math.max(FIRST_CAPACITY, 2 * count);
    const [oldRelations, oldRows, oldVerdicts] = [relations, rows, verdicts];
    relations = new Uint16Array(capacity);
    rows = new Uint32Array(capacity);
    verdicts = new Uint8Array(capacity);
    relations.set(oldRelations);
    rows.set(oldRows);
    verdicts.set(oldVerdicts);
  };
  return {
    add: (relation, row, verdict) => {
      if (count === rows.length) grow();
      relations[count] = relation;
      rows[count] = row;
      verdicts[count] = verdict;
      count += 1;
    },
    close: (checked, notEvaluable) => {
      if (count === 0) return { ...NONE, count, checked, notEvaluable };
      return {
        relations: relations.subarray(0, count),
        rows: rows.subarray(0, count),
        verdicts: verdicts.subarray(0, count),
        count,
        checked,
        notEvaluable,
      };
    },
  };
}
