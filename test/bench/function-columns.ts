/** A range as the host hands it over. */
export type Range<T = unknown> = T[][];

/** What the functions are called with, a column each; the rules are a table. */
export interface Columns {
  readonly a: Range<number>;
  readonly b: Range<number>;
  readonly c: Range<number>;
  readonly month: Range<number>;
  /** a ÷ b × 100, printed with two places. */
  readonly share: Range<number>;
  readonly count: Range<number>;
  /** The count in percent of some whole, printed with two places. */
  readonly percent: Range<number>;
  readonly zone: Range<string>;
  readonly indicator: Range<string>;
  readonly rules: Range;
}

const ZONES = 40;
const INDICATORS = ["工业投资", "固定资产投资", "规上工业增加值", "转型项目当年完成投资"];

/** Numbers of two places. */
export function printedColumns(rows: number): Columns {
  return columnsOf(rows, {
    a: (row) => ((row * 7919) % 100_000) / 100,
    b: (row) => 1000 + ((row * 104_729) % 100_000) / 100,
    c: (row) => (row % 3000) / 100,
  });
}

/** Results of other formulas: as many digits as a double has. */
export function computedColumns(rows: number): Columns {
  return columnsOf(rows, {
    a: (row) => ((row * 7919) % 100_000) / 97,
    b: (row) => 1100 + ((row * 104_729) % 100_000) / 97,
    c: (row) => (row % 3000) / 97,
  });
}

type Numbers = Readonly<Record<"a" | "b" | "c", (row: number) => number>>;

function columnsOf(rows: number, { a, b, c }: Numbers): Columns {
  const column = <T>(valueOf: (row: number) => T): Range<T> =>
    Array.from({ length: rows }, (_cell, row) => [valueOf(row)]);
  const count = (row: number): number => 1 + (row % 400);
  // A row's text is its own, as the host hands it over.
  const own = (text: string): string => Buffer.from(text).toString();
  return {
    a: column(a),
    b: column(b),
    c: column(c),
    month: column((row) => 1 + (row % 12)),
    share: column((row) => twoPlaces((a(row) / b(row)) * 100)),
    count: column(count),
    percent: column((row) => twoPlaces((count(row) / (count(row) + (row % 200))) * 100)),
    zone: column((row) => own(`第${row % ZONES}开发区`)),
    indicator: column((row) => own(INDICATORS[row % INDICATORS.length] ?? "")),
    rules: [
      ["指标", "口径", "适用", "比较", "目标值", "单位"],
      ...INDICATORS.flatMap((indicator, at) => [
        [indicator, "同比", "全部开发区", "不低于", 16 + at, "%"],
        ...Array.from({ length: ZONES / 4 }, (_one, zone) => {
          return [indicator, "同比", `第${zone * 4}开发区`, "不低于", 10 + at + zone, "%"];
        }),
      ]),
    ],
  };
}

function twoPlaces(value: number): number {
  return Math.round(value * 100) / 100;
}
