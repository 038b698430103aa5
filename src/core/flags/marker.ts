/**
 * The mark by which our conditional formats are known, also after the file was saved elsewhere:
 * a term inside the formula that is always true. N() of a text is 0.
 */
const MARKER = 'N("zone-check:1")=0';

/** A conditional format's formula (with =) out of a native test (without =). */
export function markFormula(test: string): string {
  return `=AND(${MARKER},${test})`;
}

/** Whether a conditional format's formula is one of ours, with or without its leading =, of this or an older version. */
export function isMarkedFormula(formula: string): boolean {
  return /\bN\("zone-check:\d+"\)\s*=\s*0/i.test(formula);
}
