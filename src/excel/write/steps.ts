import { formatArea } from "../../core/index.ts";
import type { Refusal, WriteIntent } from "../../core/index.ts";
import { blockSteps } from "./block.ts";
import { addFlag } from "./flags.ts";
import { swapSteps } from "./swap.ts";
import type { Step } from "./step.ts";
import type { PlannedSheet, RefusalReason, Survey } from "./survey.ts";

/** What is to be done for an intent; none where it is refused. An intent over several sheets may be done for some only. */
export interface PlannedIntent {
  readonly steps: readonly Step[] | null;
  readonly refusals: readonly Refusal[];
}

const SMALL_STEP = 500;

/** A few actions that always weigh about the same. */
function step(queue: Step["queue"]): Step {
  return { bytes: SMALL_STEP, queue };
}

/**
 * Plans one intent on what the survey knows, and notes in the survey what will be there afterwards. Whatever Excel would
 * refuse is refused here with its reason, so that the rest of the batch is not lost; nothing is ever unprotected.
 */
export function planIntent(survey: Survey, intent: WriteIntent): PlannedIntent {
  switch (intent.kind) {
    case "remove-flags":
      return removeFlags(survey, intent);
    case "put-flags":
      return onSheet(survey, intent, "write", (sheet) =>
        // Each new format goes ahead of the others: the first flag is added last.
        [...intent.flags].reverse().map((flag) => ({
          bytes: 2 * (SMALL_STEP + flag.formula.length * 3 + flag.areas.length * 16),
          queue: () => {
            addFlag(worksheetOf(sheet), flag);
          },
        }))
      );
    case "ensure-sheet":
      return ensureSheet(survey, intent);
    case "write-block":
      return onSheet(survey, intent, "write", (sheet) =>
        blockSteps(intent, () => worksheetOf(sheet))
      );
    case "set-formulas":
      return onSheet(survey, intent, "write", (sheet) => [
        {
          bytes: SMALL_STEP + JSON.stringify(intent.formulas).length,
          queue: () => {
            const { row, column } = intent.at;
            const columns = intent.formulas[0]?.length ?? 0;
            if (columns === 0) return;
            const range = worksheetOf(sheet).getRangeByIndexes(
              row,
              column,
              intent.formulas.length,
              columns
            );
            range.formulas = intent.formulas.map((cells) => [...cells]);
          },
        },
      ]);
    case "swap-formulas":
      return onSheet(survey, intent, "write", (sheet) =>
        swapSteps(intent.sheet, intent.cells, () => worksheetOf(sheet))
      );
    case "swap-outer-formula":
      return swapOuterFormula(survey, intent);
    case "remove-sheet":
      return removeSheet(survey, intent);
    case "put-part":
      return done([putPart(survey, intent.xml)]);
    case "remove-part":
      return done([
        step(() => {
          for (const part of survey.parts) part.delete();
        }),
      ]);
    case "select":
      return onSheet(survey, intent, "look", (sheet) => [
        step(() => {
          const worksheet = worksheetOf(sheet);
          worksheet.activate();
          worksheet.getRange(formatArea(intent.area)).select();
        }),
      ]);
  }
}

function done(steps: readonly Step[]): PlannedIntent {
  return { steps, refusals: [] };
}

function refuse(intent: WriteIntent, reason: RefusalReason, sheet: string | null): PlannedIntent {
  return { steps: null, refusals: [{ intent, reason, sheet }] };
}

/** Excel has no word for what a table keeps for a column, and keeps it in step with the column's cells itself. */
function swapOuterFormula(
  survey: Survey,
  intent: WriteIntent & { readonly kind: "swap-outer-formula" }
): PlannedIntent {
  const { place, formula } = intent.swap;
  if (place.kind !== "name" || formula === null) return refuse(intent, "unsupported", place.sheet);
  const sheet = place.sheet === null ? null : find(survey, place.sheet);
  if (sheet === undefined) return refuse(intent, "sheet-missing", place.sheet);
  return done([
    {
      bytes: SMALL_STEP + 3 * formula.length,
      isOptional: true,
      queue: ({ workbook }) => {
        const { names } = sheet === null ? workbook : worksheetOf(sheet);
        names.getItem(place.name).formula = formula;
      },
    },
  ]);
}

/** Sheets are made in the batch itself, so that they are asked for only when a step is queued. */
function worksheetOf(sheet: PlannedSheet): Excel.Worksheet {
  if (sheet.worksheet === null)
    throw new Error(`The sheet ${sheet.name} is used before it is made.`);
  return sheet.worksheet;
}

function find(survey: Survey, name: string): PlannedSheet | undefined {
  return survey.sheets.get(name.toLowerCase());
}

/** Writing wants an unprotected sheet, looking a visible one. */
function onSheet(
  survey: Survey,
  intent: WriteIntent & { readonly sheet: string },
  purpose: "write" | "look",
  plan: (sheet: PlannedSheet) => readonly Step[]
): PlannedIntent {
  const sheet = find(survey, intent.sheet);
  if (sheet === undefined) return refuse(intent, "sheet-missing", intent.sheet);
  if (purpose === "write" && sheet.isProtected)
    return refuse(intent, "sheet-protected", intent.sheet);
  if (purpose === "look" && !sheet.isVisible) return refuse(intent, "unsupported", intent.sheet);
  return done(plan(sheet));
}

function removeFlags(
  survey: Survey,
  intent: WriteIntent & { readonly kind: "remove-flags" }
): PlannedIntent {
  const named =
    intent.sheets === "all"
      ? [...survey.sheets.values()]
      : intent.sheets.flatMap((name) => find(survey, name) ?? []);
  const missing =
    intent.sheets === "all" ? [] : intent.sheets.filter((n) => find(survey, n) === undefined);
  const flagged = named.filter(({ flags }) => flags.length > 0);
  const isLocked = ({ isProtected }: PlannedSheet): boolean => isProtected;
  const refusals: Refusal[] = [
    ...missing.map((sheet) => ({ intent, reason: "sheet-missing" as const, sheet })),
    ...flagged
      .filter(isLocked)
      .map(({ name }) => ({ intent, reason: "sheet-protected" as const, sheet: name })),
  ];
  const open = flagged.filter((sheet) => !isLocked(sheet));
  if (open.length === 0 && refusals.length > 0) return { steps: null, refusals };
  const steps = open.flatMap((sheet) => {
    const { flags } = sheet;
    sheet.flags = [];
    return flags.map((flag) =>
      step(() => {
        flag.delete();
      })
    );
  });
  return { steps, refusals };
}

function ensureSheet(
  survey: Survey,
  intent: WriteIntent & { readonly kind: "ensure-sheet" }
): PlannedIntent {
  const found = find(survey, intent.sheet);
  if (found !== undefined) {
    if (intent.contents === "keep") return done([]);
    if (found.isProtected) return refuse(intent, "sheet-protected", intent.sheet);
    return done([
      step(() => {
        worksheetOf(found).getRange().clear();
      }),
    ]);
  }
  if (survey.isStructureLocked) return refuse(intent, "workbook-protected", intent.sheet);
  const sheet: PlannedSheet = {
    name: intent.sheet,
    isProtected: false,
    isVisible: true,
    worksheet: null,
    flags: [],
  };
  survey.sheets.set(intent.sheet.toLowerCase(), sheet);
  return done([
    step((context) => {
      // Excel puts a new sheet at the end.
      sheet.worksheet = context.workbook.worksheets.add(intent.sheet);
    }),
  ]);
}

function removeSheet(
  survey: Survey,
  intent: WriteIntent & { readonly kind: "remove-sheet" }
): PlannedIntent {
  const sheet = find(survey, intent.sheet);
  if (sheet === undefined) return refuse(intent, "sheet-missing", intent.sheet);
  if (survey.isStructureLocked) return refuse(intent, "workbook-protected", intent.sheet);
  const visible = [...survey.sheets.values()].filter(({ isVisible }) => isVisible);
  // Excel keeps at least one sheet to look at.
  if (sheet.isVisible && visible.length === 1) return refuse(intent, "unsupported", intent.sheet);
  survey.sheets.delete(intent.sheet.toLowerCase());
  return done([
    step(() => {
      worksheetOf(sheet).delete();
    }),
  ]);
}

/** One part of ours, whatever an older run or a merge of workbooks has left. */
function putPart(survey: Survey, xml: string): Step {
  return {
    bytes: SMALL_STEP + xml.length * 3,
    queue: (context) => {
      const [first, ...others] = survey.parts;
      if (first === undefined) context.workbook.customXmlParts.add(xml);
      else first.setXml(xml);
      for (const part of others) part.delete();
    },
  };
}
