import type { Observation } from "../model/table.ts";
import type { Place } from "../model/table-index.ts";
import type { ExternalLink } from "../findings/finding.ts";
import type { Outcome } from "../evaluation/evaluation.ts";
import type { Check } from "./check.ts";
import { addressAround, found, subjectOfColumn } from "./describe.ts";
import { qualityAt } from "./quality.ts";

const ID = "external-link";

/** 'C:\报表\[5月报表.xlsx]开发区'!C5, [1]开发区!C5; a table's column, Table1[完成], is no workbook. */
const EXTERNAL = /'[^'[]*\[([^\]]+)\](?:[^']|'')*'!|\[([^\]]+)\][\p{L}\p{N}_.]*!/u;
/** More cells of a column than this are one question for it. */
const ONE_BY_ONE = 2;

/** What is submitted is not taken from another workbook, which may hold last month's value. */
export const externalLink: Check = {
  id: ID,
  severity: "warning",
  run: ({ index }) =>
    index.table.fields.flatMap((field): Outcome[] => {
      const linked: { place: Place; observation: Observation; workbook: string }[] = [];
      for (const subject of index.table.subjects) {
        const observation = index.table.cells[subject.index]?.[field.index];
        if (observation === null || observation === undefined || observation.formula === null)
          continue;
        const match = EXTERNAL.exec(withoutTexts(observation.formula));
        const workbook = match?.[1] ?? match?.[2];
        if (workbook === undefined) continue;
        linked.push({ place: { index, subject, field }, observation, workbook });
      }
      const findings = linked.map(({ place, observation, workbook }): ExternalLink => ({
        ...qualityAt(place, observation, {
          severity: "warning",
          remark: "optional",
          stated: observation.content.kind === "number" ? observation.content.stated.value : null,
          expected: null,
          operands: [],
          arithmetic: null,
          decimals: 0,
        }),
        code: ID,
        params: { workbook },
      }));
      const [first] = findings;
      const [cell] = linked;
      if (first === undefined || cell === undefined) return [];
      if (linked.length <= ONE_BY_ONE) return findings.map((finding) => found(finding));
      const cells = linked.map(({ observation }) => observation.at);
      return [
        found({ ...first, subject: subjectOfColumn(cell.place), at: addressAround(index, cells) }),
      ];
    }),
};

function withoutTexts(formula: string): string {
  return formula.replace(/"[^"]*"/gu, '""');
}
