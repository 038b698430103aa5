import type { Quantity } from "../../../model/interval.ts";
import type { TextNumber } from "../text/numbers.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Against } from "./against.ts";
import type { Topic } from "./topic.ts";

/** What a number is in its sentence. The words for each are in role-rules.ts. */
export type Role =
  | "level"
  | "growth"
  | "share"
  | "rate"
  | "attainment"
  | "increase"
  | "multiple"
  | "difference"
  | "change" // of a rate against an earlier period, points
  | "pace"
  | "pace-lead" // 超序时进度, points
  | "gap" // to a target, points
  | "contribution" // 贡献率
  | "pull" // 拉动, points
  | "rank"
  | "target"
  | "member-count" // 4个达到、1个未达到: zones that have met their targets
  | "prior" // 上年同期 value
  | "earlier-rate" // the rate of an earlier period, in brackets or inline
  | "reference-level"
  | "reference-rate"
  | "needed" // 下半年需完成
  | "forecast"
  | "average" // 两年平均增长
  | "ratio-part" // of 8.1:45.2:46.7
  | "unknown";

/** More, less or about what stands there: 超5万户, 近九成, 约12亿元. */
export type Approximation = "above" | "at-least" | "below" | "at-most" | "near" | "more" | "about";

/** A number of a sentence with the words around it. */
export interface Figure extends TextNumber {
  readonly index: number;
  readonly sentence: Sentence;
  /** Text since the number before it, brackets left out. */
  readonly lead: string;
  /** The end of the lead behind its last comma. */
  readonly chunk: string;
  /** Text up to the next number, brackets left out. */
  readonly tail: string;
  /** Semicolons before it in its sentence. */
  readonly segment: number;
  /** The words before the bracket it stands in; null for a number of the sentence itself. */
  readonly head: string | null;
  /** Numbers in brackets that belong to it: of its whole or reference before it, exceptions of a target behind it. */
  readonly before: readonly Figure[];
  readonly after: readonly Figure[];
  role: Role;
  approximation: Approximation | null;
  /** −1 where a word makes it fall: 下降17.92%, 低10.1个百分点. */
  direction: 1 | -1;
  against: Against | null;
  topic: Topic | null;
  /** What the workbook holds for it, in its unit: operands count with that, not with the digits of the text. */
  source: Quantity | null;
  /** The number as the text prints it, once somebody has counted with it. */
  printed: Quantity | null;
}

/** The number as it counts: with its word's sign. 下降-17.92% says it twice and is −17.92. */
export function signedValue(figure: Figure): number {
  if (figure.value < 0) return figure.value;
  return figure.direction * figure.value || 0;
}
