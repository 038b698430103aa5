import type { LayoutCase } from "../case.ts";
import { twoRowHeader } from "./01-two-row-header.ts";
import { threeRowHeader } from "./02-three-row-header.ts";
import { statutoryForm } from "./03-statutory-form.ts";
import { zonesInColumns } from "./04-zones-in-columns.ts";
import { measuresInRows } from "./05-measures-in-rows.ts";
import { rankingLists } from "./06-ranking-lists.ts";
import { monthAndCumulative } from "./07-month-and-cumulative.ts";
import { monthsAcross } from "./08-months-across.ts";
import { stackedBlocks } from "./09-stacked-blocks.ts";
import { groupedRows } from "./10-grouped-rows.ts";
import { totalsOnTop } from "./11-totals-on-top.ts";
import { valueAndRank } from "./12-value-and-rank.ts";
import { planSheet } from "./13-plan-sheet.ts";
import { threeBatches } from "./14-three-batches.ts";
import { projectList } from "./15-project-list.ts";
import { problemList } from "./16-problem-list.ts";
import { yearsAsHeaders } from "./17-years-as-headers.ts";
import { scoreSheet } from "./18-score-sheet.ts";
import { longForm } from "./19-long-form.ts";
import { statedRelations } from "./20-stated-relations.ts";
import { cornerCell } from "./21-corner-cell.ts";
import { referencesInText } from "./22-references-in-text.ts";
import { unitsBelow } from "./23-units-below.ts";
import { province } from "./24-province.ts";
import { sheetPerIndicator } from "./25-sheet-per-indicator.ts";
import { quarters } from "./26-quarters.ts";
import { printedPages } from "./27-printed-pages.ts";
import { hiddenRows } from "./28-hidden-rows.ts";
import { picture } from "./29-picture.ts";
import { tableObject } from "./30-table-object.ts";

/** Every layout of which there is a case. */
export const LAYOUTS: readonly LayoutCase[] = [
  twoRowHeader,
  threeRowHeader,
  statutoryForm,
  zonesInColumns,
  measuresInRows,
  rankingLists,
  monthAndCumulative,
  monthsAcross,
  stackedBlocks,
  groupedRows,
  totalsOnTop,
  valueAndRank,
  planSheet,
  threeBatches,
  projectList,
  problemList,
  yearsAsHeaders,
  scoreSheet,
  longForm,
  statedRelations,
  cornerCell,
  referencesInText,
  unitsBelow,
  province,
  sheetPerIndicator,
  quarters,
  printedPages,
  hiddenRows,
  picture,
  tableObject,
];
