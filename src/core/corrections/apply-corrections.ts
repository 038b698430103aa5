import type { IndicatorTable } from "../model/table.ts";
import type { Sheet } from "../workbook/book.ts";
import { correctLines } from "./correct-lines.ts";
import { correctSubjects } from "./correct-subjects.ts";
import type { LineCorrection, ReadingCorrection, SubjectCorrection } from "./reading-correction.ts";
import { placeKey } from "./reading-correction.ts";
import { linesOfSheet, subjectsOfSheet } from "./table-lines.ts";

/** The tables of one sheet as the user says they are to be read. A correction whose words are nowhere does nothing. */
export function applyCorrections(
  tables: readonly IndicatorTable[],
  sheet: Sheet,
  corrections: readonly ReadingCorrection[]
): readonly IndicatorTable[] {
  const own = corrections.filter((correction) => correction.sheet === sheet.name);
  if (own.length === 0) return tables;
  const ofLines = new Map<string, LineCorrection>();
  const ofSubjects = new Map<string, SubjectCorrection>();
  for (const correction of own) {
    if (correction.kind === "line") ofLines.set(placeKey(correction), correction);
    else ofSubjects.set(placeKey(correction), correction);
  }
  const lines = linesOfSheet(tables);
  const subjects = subjectsOfSheet(tables);
  return tables.map((table, index) => {
    const corrected = (lines[index] ?? []).flatMap((line) => {
      const correction = ofLines.get(line.key);
      return correction === undefined ? [] : [{ line, change: correction.change }];
    });
    const changes = new Map(
      (subjects[index] ?? []).flatMap(({ key, subject }) => {
        const correction = ofSubjects.get(key);
        return correction === undefined ? [] : [[subject.index, correction.change] as const];
      })
    );
    return correctSubjects(correctLines(table, sheet, corrected), changes);
  });
}
