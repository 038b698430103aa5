import type { Field } from "../model/table.ts";
import type { FieldCore } from "./field-reading.ts";
import type { SubjectDraft } from "./subject-draft.ts";

/** A column of a table with periods down its rows: what it holds, and of whom; null: of the zone its row names. */
export interface PeriodColumn {
  readonly column: number;
  readonly subject: number | null;
  /** Place in the list of fields, which the rows then give their periods. */
  readonly field: number;
}

export interface PeriodColumns {
  readonly fields: readonly (Field & FieldCore)[];
  readonly columns: readonly PeriodColumn[];
  readonly subjects: readonly SubjectDraft[];
}
