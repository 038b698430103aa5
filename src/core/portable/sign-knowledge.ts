import type { CellRef } from "../workbook/address.ts";
import type { Book, Sheet } from "../workbook/book.ts";
import { findPlace } from "./cell-arguments.ts";
import type { SignKnowledge } from "./intersection.ts";

/** What the signs @ and # mean in a formula of a sheet, and of a cell of it where it stands in one. */
export function signsOf(book: Book, home: Sheet, at: CellRef | null): SignKnowledge {
  return {
    at,
    spillFrom: (reference) => {
      const place = findPlace(reference, book, home, at);
      if (place === undefined || place.area.rows * place.area.columns > 1) return undefined;
      const { row, column } = place.area;
      return place.sheet.arrays?.find(
        ({ area, spills }) => spills && area.row === row && area.column === column
      )?.area;
    },
    cellsOf: (reference) => {
      const place = findPlace(reference, book, home, at);
      if (place === undefined) return undefined;
      return { sheet: place.sheet === home ? null : place.sheet.name, area: place.area };
    },
  };
}
