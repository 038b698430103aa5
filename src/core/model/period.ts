/** The time a number speaks of. A cumulative period runs from January; a stock is taken at a month's end. */
export type Period =
  | { readonly kind: "cumulative"; readonly year: number | null; readonly months: number }
  | { readonly kind: "month"; readonly year: number | null; readonly month: number }
  | { readonly kind: "quarter"; readonly year: number | null; readonly quarter: 1 | 2 | 3 | 4 }
  /** 下半年; the first half runs from January. */
  | { readonly kind: "second-half"; readonly year: number | null }
  | { readonly kind: "stock"; readonly year: number | null; readonly month: number }
  | { readonly kind: "year"; readonly year: number };

/** Stable text of a period, the same in every language: 2023-01..06, 2023-06, 2023-Q2, 2023-H2, 2023-06-end, 2023. A year not known is "????". */
export function formatPeriod(period: Period): string {
  const year = period.year === null ? "????" : String(period.year);
  switch (period.kind) {
    case "cumulative":
      return `${year}-01..${pad(period.months)}`;
    case "month":
      return `${year}-${pad(period.month)}`;
    case "quarter":
      return `${year}-Q${period.quarter}`;
    case "second-half":
      return `${year}-H2`;
    case "stock":
      return `${year}-${pad(period.month)}-end`;
    case "year":
      return year;
  }
}

function pad(month: number): string {
  return String(month).padStart(2, "0");
}
