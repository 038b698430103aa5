import type { Locale } from "../findings/locale.ts";
import { measureLabel } from "../findings/measure-labels.ts";
import { MEASURES } from "../model/measure.ts";

/** The measure a word of the ledger means, in either language; the word itself where it is none of them. */
export function parseLedgerMeasure(word: string): string {
  const wanted = word.trim().toLowerCase();
  const known = MEASURES.find((measure) =>
    (["zh-CN", "en-US"] as const).some(
      (locale) => measureLabel(measure, locale).toLowerCase() === wanted
    )
  );
  return known ?? word.trim();
}

/** The ledger's word for a measure as a remark holds it: an id, or a word nobody knows. */
export function ledgerMeasure(measure: string, locale: Locale): string {
  const known = MEASURES.find((each) => each === measure);
  return known === undefined ? measure : measureLabel(known, locale);
}
