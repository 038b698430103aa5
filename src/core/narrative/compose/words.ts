/**
 * Every phrase a house style may word, and the slots each may use. A number's slot brings its unit along: {share} is
 * 61.53%. What stands in [ ] is left out where a slot in it has nothing to say.
 */
export const WORD_SLOTS = {
  // the time, once for all paragraphs that share it
  "period-cumulative": ["year", "months"],
  "period-month": ["year", "month"],
  "period-quarter": ["year", "quarter"],
  "period-second-half": ["year"],
  "period-stock": ["year", "month"],
  "period-year": ["year"],
  // who is spoken of: many zones, few, one, or the office's own name for all of them
  "subject-count": ["city", "count", "kind"],
  "subject-list": ["city", "zones"],
  "subject-one": ["city", "zone"],
  "subject-all": ["city", "zone"],
  // the value; -first: the first of a paragraph; -completed: the name holds 完成 already
  value: ["indicator", "value"],
  "value-first": ["indicator", "value"],
  "value-completed": ["indicator", "value"],
  "value-count": ["indicator", "value"],
  "value-stock": ["indicator", "value"],
  "value-rate": ["indicator", "value"],
  "value-none": ["indicator"],
  // shares of a wider whole, of another indicator, of all zones
  "share-reference": ["reference", "whole", "share"],
  "share-indicator": ["reference", "whole", "share"],
  "share-total": ["whole", "share"],
  // change on the same period last year; rate-: of a rate, in points
  "growth-up": ["growth"],
  "growth-down": ["growth"],
  "growth-flat": [],
  "growth-nearly": [],
  "rate-up": ["growth"],
  "rate-down": ["growth"],
  "increase-up": ["increase"],
  "increase-down": ["increase"],
  // against 全市, 全省开发区; nearly: the difference vanishes at its last place
  "compared-higher": ["reference", "rate", "difference"],
  "compared-lower": ["reference", "rate", "difference"],
  "compared-level": ["reference", "rate"],
  "compared-nearly": ["reference", "rate"],
  // the same of an indicator that is a rate itself and has no 增速
  "rate-higher": ["reference", "rate", "difference"],
  "rate-lower": ["reference", "rate", "difference"],
  "rate-level": ["reference", "rate"],
  "rate-nearly": ["reference", "rate"],
  // the verdict on a target; above-: to be exceeded, within-: not to be exceeded, pace-: due by now
  "target-met": ["standing", "target", "exceptions"],
  "target-unmet": ["standing", "target", "exceptions"],
  "above-met": ["standing", "target", "exceptions"],
  "above-unmet": ["standing", "target", "exceptions"],
  "within-met": ["standing", "target", "exceptions"],
  "within-unmet": ["standing", "target", "exceptions"],
  "pace-met": ["standing", "target", "exceptions"],
  "pace-unmet": ["standing", "target", "exceptions"],
  // the verdict on each of several zones
  "all-met": ["standing", "target", "exceptions"],
  "all-unmet": ["standing", "target", "exceptions"],
  "some-met": ["met", "unmet", "standing", "target", "exceptions"],
  "pace-all-met": ["standing", "target", "exceptions"],
  "pace-all-unmet": ["standing", "target", "exceptions"],
  "pace-some-met": ["met", "unmet", "standing", "target", "exceptions"],
  // inside {exceptions}
  exception: ["zone", "target"],
  rest: ["target"],
  // progress
  attainment: ["standing", "target", "attainment"],
  done: ["label", "done"],
  remaining: ["label", "remaining"],
  rate: ["label", "rate"],
  // rankings
  "growth-top": ["places", "zones"],
  "growth-bottom": ["places", "zones"],
  "value-top": ["places", "zones"],
  "value-bottom": ["places", "zones"],
  // where a tie leaves a single one
  "growth-highest": ["zones"],
  "growth-lowest": ["zones"],
  "value-highest": ["zones"],
  "value-lowest": ["zones"],
  ranked: ["zone", "number"],
  // the sentence before all others: the signs of the growths that count
  "signs-mixed": ["indicators", "count", "positive", "negative"],
  "signs-positive": ["indicators", "count"],
  "signs-negative": ["indicators", "count"],
  "signs-indicator": ["indicator"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type WordKey = keyof typeof WORD_SLOTS;

export const WORD_KEYS = Object.keys(WORD_SLOTS) as readonly WordKey[];

export type Words = Readonly<Record<WordKey, string>>;
