/** Faults of wording: what no arithmetic finds. */
export const LINT_CODES = [
  "percent-for-points", // 高9.4%, where 9.4 is a difference of rates
  "repeated-sentence",
  "doubled-word", // 完成投资完成, 、、, 亿亿元
  "missing-word", // 完成投5.9亿元, 调研7个
  "exact-with-more", // 157余个
  "cutoff-word", // 截止6月底
  "sign-word", // 下降-17.92%
  "fine-precision", // 34.85 of −37.85 and −3
  "unit-of-indicator", // 规上工业企业213亿元
  "torn-number", // a line break between a number and its words
  "half-width-marks",
  "rate-basis", // a rate by another basis than the counts beside it
  "names-and-numbers", // 分别 with fewer numbers than names
] as const;
export type LintCode = (typeof LINT_CODES)[number];

/** One of them, at its place in the draft (UTF-16 units). `found` is what the message quotes. */
export interface LintNote {
  readonly code: LintCode;
  readonly start: number;
  readonly end: number;
  readonly found: string;
}
