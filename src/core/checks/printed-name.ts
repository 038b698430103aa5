import { cleanLabel, recogniseIndicator, recogniseMeasure } from "../catalog/index.ts";
import type { Field } from "../model/table.ts";

/** The indicator's name as the sheet prints it (固投), where a header text is that name and nothing more; else its catalogued name. */
export function printedName(field: Field): string {
  const { indicator } = field;
  if (!indicator.isCatalogued) return indicator.name;
  for (const text of field.path) {
    const name = cleanLabel(text).replace(
      /(?:[(\uFF08][^()\uFF08\uFF09]*[)\uFF09])?[%\uFF05]?$/u,
      ""
    );
    if (name === indicator.name) return name;
    if (recogniseIndicator(name)?.id === indicator.id && recogniseMeasure(name) === undefined) {
      return name;
    }
  }
  return indicator.name;
}
