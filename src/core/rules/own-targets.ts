import type { TableIndex } from "../model/table-index.ts";
import { readStatedTargets } from "./stated-targets.ts";
import { readTargetColumns } from "./target-columns.ts";
import type { ColumnRule } from "./target-columns.ts";

/** The targets a table brings along: those of its target columns, then those that its headers, title and notes state. */
export function readOwnTargets(index: TableIndex): readonly ColumnRule[] {
  return [...readTargetColumns(index), ...readStatedTargets(index)];
}
