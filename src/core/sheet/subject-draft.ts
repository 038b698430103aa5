import type { SubjectPlace, ZoneKind } from "../model/zone.ts";
import type { RowLabel } from "./row-labels.ts";

/** A row's name with its place and group, in the order of the table. */
export interface SubjectDraft {
  readonly label: RowLabel;
  readonly at: SubjectPlace;
  /** Text of the group it stands in (工业类, 运城市), from a merged column or a heading row; null without groups. */
  readonly group: string | null;
  readonly kind: ZoneKind | null;
  /** Blanks before the printed name; a full-width one counts as two. */
  readonly depth?: number;
  /** Under 在总计中: a part of the total, though it stands right below it. */
  readonly isOnlyPart?: boolean;
}
