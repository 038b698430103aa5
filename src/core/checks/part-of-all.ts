import { readPlace } from "../model/table-index.ts";
import type { TableIndex } from "../model/table-index.ts";
import type { Subject } from "../model/zone.ts";
import { isSummable } from "./summable.ts";

/** 其中:RCEP国家 below all the zones: where it is more than the last of them in half of its columns, it is a part of them all. */
export function wholeOfPart(
  index: TableIndex,
  part: Subject,
  above: Subject,
  total: Subject | undefined
): Subject {
  return total !== undefined && isAboveLastZone(index, part, above) ? total : above;
}

function isAboveLastZone(index: TableIndex, part: Subject, whole: Subject): boolean {
  const { subjects, fields } = index.table;
  const isLast = !subjects.some(({ role, index: at }) => role === "zone" && at > part.index);
  if (whole.role !== "zone" || !isLast) return false;
  const pairs = fields.filter(isSummable).flatMap((field) => {
    const [own, other] = [part, whole].map((subject) => readPlace(index, subject, field));
    return own?.kind === "number" && other?.kind === "number"
      ? [own.stated.value > other.stated.value]
      : [];
  });
  return pairs.filter(Boolean).length * 2 >= pairs.length;
}
