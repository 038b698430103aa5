import { cleanLabel } from "../../catalog/index.ts";
import { readPlace } from "../../model/table-index.ts";
import type { Topic } from "./topics.ts";

const WHOLE = /^全[国省市区县州旗盟]$/u;
const NEARLY_ALL = 99.5;

/**
 * 全省 under the cities, 100% of the province in every share: the row is the whole itself, and those above are parts of it. 全市 under the
 * zones of a city is their total, which is less than the city.
 */
export function isWholeItself({ speaker, index }: Pick<Topic, "speaker" | "index">): boolean {
  const { subject } = speaker;
  if (subject?.role !== "total" || !WHOLE.test(cleanLabel(subject.label))) return false;
  const shares = index.table.fields
    .filter(({ measure, against }) => measure === "share" && against?.kind === "reference")
    .map((field) => readPlace(index, subject, field));
  return (
    shares.length > 0 &&
    shares.every((reading) => reading.kind === "number" && reading.stated.value >= NEARLY_ALL)
  );
}
