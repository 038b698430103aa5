import { formatFailure } from "../../findings/failure-messages.ts";
import type { Locale } from "../../findings/locale.ts";
import { roundTo } from "../../model/decimal.ts";
import type { ReportedFailure } from "../../report/reported.ts";
import { formatAddress } from "../../workbook/address.ts";
import type { Composition } from "./composition.ts";
import { formatComposeNote } from "./note-messages.ts";

export const COMPOSITION_SCHEMA = "zone-check/composition@1";

/** Enough for every digit an office writes, and none of a binary number's noise. */
const MOST_PLACES = 10;

/** A composed text as JSON (schema zone-check/composition@1, described in docs). What is absent is null. */
export function compositionToJson(
  file: string,
  composition: Composition | null,
  failures: readonly ReportedFailure[],
  locale: Locale
): string {
  const report = {
    schema: COMPOSITION_SCHEMA,
    file,
    style: composition?.style ?? null,
    text: composition?.text ?? null,
    spans: (composition?.spans ?? []).map(
      ({ start, end, text, measure, indicator, zone, value, cells, arithmetic, wording, key }) => ({
        start,
        end,
        text,
        measure,
        indicator,
        zone,
        value: value === null ? null : roundTo(value, MOST_PLACES),
        cells: cells.map(formatAddress),
        arithmetic,
        wording,
        key,
      })
    ),
    notes: (composition?.notes ?? []).map((note) => ({
      code: note.code,
      cells: note.cells.map(formatAddress),
      message: formatComposeNote(note, locale),
    })),
    failures: failures.map(({ file: name, failure }) => {
      const { message, wayOut } = formatFailure(failure, locale);
      return { file: name, code: failure.code, message, wayOut };
    }),
  };
  return `${JSON.stringify(report)}\n`;
}
