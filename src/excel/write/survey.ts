import { isMarkedFormula } from "../../core/index.ts";
import type { Refusal, WritePlan } from "../../core/index.ts";
import { isOwnPart } from "../own-part.ts";

/** A sheet as the plan finds it, and as it will be once the intents before have been carried out. */
export interface PlannedSheet {
  readonly name: string;
  readonly isProtected: boolean;
  readonly isVisible: boolean;
  /** null until the batch that makes the sheet. */
  worksheet: Excel.Worksheet | null;
  /** Conditional formats of ours; only where the plan removes flags. */
  flags: readonly Excel.ConditionalFormat[];
}

/** What has to be known before anything is written. */
export interface Survey {
  readonly isStructureLocked: boolean;
  /** By name in lower case: Excel's sheet names are the same in either case. */
  readonly sheets: Map<string, PlannedSheet>;
  /** Ours, of whatever version; more than one after a merge of workbooks. */
  readonly parts: readonly Excel.CustomXmlPart[];
}

export type RefusalReason = Refusal["reason"];

/** One round trip for sheets, protection and our part; two more where flags are to be found. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  plan: WritePlan
): Promise<Survey> {
  const { workbook } = context;
  const worksheets = workbook.worksheets;
  worksheets.load("items/name,items/visibility");
  workbook.protection.load("protected");
  const parts = workbook.customXmlParts;
  parts.load("items/id,items/namespaceUri");
  await context.sync();

  for (const { protection } of worksheets.items) protection.load("protected");
  const formats = worksheets.items.map((sheet) => {
    if (!removesFlagsOf(plan, sheet.name)) return null;
    const collection = sheet.getRange().conditionalFormats;
    collection.load("items/id,items/type");
    return collection;
  });
  await context.sync();

  const flags = await findFlags(context, formats);
  return {
    isStructureLocked: workbook.protection.protected,
    parts: parts.items.filter(isOwnPart),
    sheets: new Map(
      worksheets.items.map((worksheet, index) => [
        worksheet.name.toLowerCase(),
        {
          name: worksheet.name,
          isProtected: worksheet.protection.protected,
          isVisible: worksheet.visibility === "Visible",
          worksheet,
          flags: flags[index] ?? [],
        },
      ])
    ),
  };
}

function removesFlagsOf(plan: WritePlan, sheet: string): boolean {
  return plan.some(
    (intent) =>
      intent.kind === "remove-flags" &&
      (intent.sheets === "all" ||
        intent.sheets.some((name) => name.toLowerCase() === sheet.toLowerCase()))
  );
}

type Formats = Excel.ConditionalFormatCollection | null;

/** Per sheet the formats whose formula carries our mark. Only formats by formula may be asked for one. */
async function findFlags(
  context: Excel.RequestContext,
  formats: readonly Formats[]
): Promise<readonly (readonly Excel.ConditionalFormat[])[]> {
  const custom = formats.map((collection) =>
    (collection?.items ?? [])
      .filter(({ type }) => type === "Custom")
      .map((format) => {
        const rule = format.custom.rule;
        rule.load("formula");
        return { format, rule };
      })
  );
  if (custom.some((list) => list.length > 0)) await context.sync();
  return custom.map((list) =>
    list.filter(({ rule }) => isMarkedFormula(rule.formula)).map(({ format }) => format)
  );
}
