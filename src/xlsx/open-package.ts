import type { Result, SetFormula } from "../core/index.ts";
import { guarded, Fault } from "./fault.ts";
import { Package } from "./package.ts";
import type { DefinedName, PackageBook } from "./package-book.ts";
import { readPalette } from "./read/colors.ts";
import { findCustomParts } from "./read/custom-part.ts";
import { findNames, findTableFormulas, findTables } from "./read/outer-formulas.ts";
import { findSetFormulas } from "./read/set-formulas.ts";
import { readSharedStrings } from "./read/shared-strings.ts";
import { readSheet } from "./read/sheet.ts";
import { scanSheet } from "./read/sheet-scan.ts";
import { readStyles } from "./read/styles.ts";
import { readWorkbookPart, relatedPart } from "./read/workbook-part.ts";
import { parseXml } from "./xml/tree.ts";
import { refuseForeignFormat } from "./zip/foreign-format.ts";

/**
 * Reads an .xlsx or .xlsm file. `name` is what the user calls it: it names the Book, and its extension tells an older
 * format from a broken file. Never throws: whatever the bytes are, the outcome is a book or a Failure.
 */
export function openPackage(bytes: Uint8Array, name: string): Result<PackageBook> {
  return guarded(() => {
    refuseForeignFormat(bytes, name);
    return readPackage(new Package(bytes), name);
  });
}

/** Reads an opened package; throws a Fault where it is broken. */
function readPackage(file: Package, name: string): PackageBook {
  const workbook = readWorkbookPart(file);
  const stylesPart = relatedPart(file, workbook, "styles");
  const stringsPart = relatedPart(file, workbook, "sharedStrings");
  const themePart = relatedPart(file, workbook, "theme");
  const stylesRoot = stylesPart === undefined ? null : parseXml(stylesPart, file.text(stylesPart));
  const palette = readPalette(themePart === undefined ? null : file.text(themePart), stylesRoot);
  const context = {
    strings:
      stringsPart === undefined ? [] : readSharedStrings(stringsPart, file.text(stringsPart)),
    styles: readStyles(stylesRoot, palette),
    palette,
    date1904: workbook.date1904,
  };
  const setFormulas: SetFormula[] = [];
  const sheets = workbook.tabs.flatMap((tab) => {
    if (tab.worksheet === null) return [];
    const scan = scanSheet(tab.worksheet, file.text(tab.worksheet));
    setFormulas.push(...findSetFormulas(file, tab, scan.root));
    return [readSheet(tab, scan, context)];
  });
  if (sheets.length === 0) throw new Fault({ code: "not-a-workbook" });
  const names = findNames(workbook);
  const outer = [...names, ...workbook.tabs.flatMap((tab) => findTableFormulas(file, tab))];
  const tables = workbook.tabs.flatMap((tab) => findTables(file, tab));
  const definedNames = names.flatMap(({ formula }): DefinedName[] =>
    formula.place.kind === "name" && formula.formula !== null
      ? [{ name: formula.place.name, formula: formula.formula, sheet: formula.place.sheet }]
      : []
  );
  return {
    book: {
      name,
      sheets: sheets.map((each) => each.sheet),
      calculation: workbook.calculation,
      // As Excel counts them: a name limited to a sheet is one of that sheet.
      definedNames: definedNames.filter((each) => each.sheet === null).map((each) => each.name),
      ...(outer.length === 0 ? {} : { outerFormulas: outer.map(({ formula }) => formula) }),
      ...(setFormulas.length === 0 ? {} : { setFormulas }),
      ...(tables.length === 0 ? {} : { tables }),
      part: findCustomParts(file, workbook)[0]?.xml ?? null,
    },
    sheets,
    styles: context.styles.cells,
    definedNames,
  };
}
