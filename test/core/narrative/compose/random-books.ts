import fc from "fast-check";
import { canonicalZoneName } from "../../../../src/core/catalog/index.ts";
import type {
  IndicatorTable,
  Period,
  ReferenceScope,
  TargetRule,
  ZoneKind,
} from "../../../../src/core/index.ts";
import { tableOf } from "../../../support/table.ts";
import type { CellLiteral, ColumnLiteral, RowLiteral } from "../../../support/table.ts";

/**
 * Workbooks as offices fill them, without regard to what would be likely: totals that are not the sum of their rows, targets
 * of every kind, zones of several kinds, tables of several times. Only what no sheet can be is left out: the same
 * indicator of the same zones at the same time twice.
 */
export interface AnyBook {
  readonly tables: readonly IndicatorTable[];
  readonly rules: readonly TargetRule[];
}

interface IndicatorShape {
  readonly of: string;
  readonly kind: "money" | "count" | "rate" | "other";
  /** Units a column of it may stand in. */
  readonly units: readonly (string | null)[];
  readonly isNominal: boolean;
}

const MONEY = ["亿元", "万元"] as const;

const INDICATORS: readonly IndicatorShape[] = [
  { of: "industrial-investment", kind: "money", units: MONEY, isNominal: false },
  { of: "industrial-value-added", kind: "money", units: MONEY, isNominal: false },
  { of: "fixed-asset-investment", kind: "money", units: MONEY, isNominal: false },
  { of: "transformation-investment", kind: "money", units: MONEY, isNominal: false },
  { of: "public-budget-revenue", kind: "money", units: MONEY, isNominal: true },
  { of: "large-industrial-enterprises", kind: "count", units: ["户"], isNominal: true },
  { of: "organic-coverage", kind: "rate", units: ["%"], isNominal: false },
  { of: "低空经济产值", kind: "other", units: ["亿元", "万元", null], isNominal: false },
  { of: "标准厂房建成面积", kind: "other", units: ["万平方米"], isNominal: false },
];

interface Place {
  readonly label: string;
  readonly kind: ZoneKind | null;
}

const INDUSTRIAL: readonly string[] = [
  "运城经济技术开发区",
  "盐湖高新技术产业开发区",
  "河津经济技术开发区",
  "永济经济技术开发区",
  "闻喜经济技术开发区",
  "新绛经济技术开发区",
  "稷山开发区",
  "垣曲开发区",
];
const OTHERS: readonly Place[] = [
  { label: "万荣现代农业产业示范区", kind: "agricultural" },
  { label: "临猗现代农业产业示范区", kind: "agricultural" },
  { label: "风陵渡开发区", kind: "cultural-tourism" },
];

const PERIODS: readonly (Period | null)[] = [
  { kind: "cumulative", year: 2023, months: 6 },
  { kind: "cumulative", year: 2024, months: 11 },
  { kind: "cumulative", year: null, months: 5 },
  { kind: "quarter", year: 2023, quarter: 2 },
  { kind: "month", year: 2023, month: 7 },
  { kind: "stock", year: 2023, month: 6 },
  { kind: "year", year: 2023 },
  null,
];

const level = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 99_999 }).map((each) => each / 100) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.004, 1234.5678, 100) }
);
const count = fc.integer({ min: 0, max: 999 });
const rate = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -5000, max: 9000 }).map((each) => each / 100) },
  { weight: 2, arbitrary: fc.integer({ min: -500, max: 500 }).map((each) => each / 10) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.004, -0.004, 16, -7.8, -3, 156.3) }
);
const share = fc.integer({ min: 1, max: 10_000 }).map((each) => each / 100);

/** A cell: mostly a number; else blank, declared to be none, an error, or words. */
function cell(number: fc.Arbitrary<number>): fc.Arbitrary<CellLiteral> {
  return fc.oneof(
    { weight: 24, arbitrary: number },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant("-") },
    {
      weight: 1,
      arbitrary: fc.constantFrom<CellLiteral>(
        { kind: "error", error: "#DIV/0!" },
        { kind: "unreadable", text: "约12", nearest: 12 }
      ),
    }
  );
}

const PARTS = [
  "actual",
  "share",
  "share-province",
  "growth",
  "fall",
  "prior",
  "increase",
  "difference",
  "target",
  "annual-target",
  "pace-target",
  "attainment",
] as const;
type Part = (typeof PARTS)[number];

interface Column {
  readonly column: ColumnLiteral;
  readonly cells: fc.Arbitrary<CellLiteral>;
}

function columnsOf(
  { of, kind, isNominal }: IndicatorShape,
  unit: string | null,
  parts: readonly Part[],
  whole: number | null
): readonly Column[] {
  const named = unit === null ? {} : { unit };
  const number = kind === "count" ? count : kind === "rate" ? share : level;
  const city = { kind: "reference", scope: "city", stated: null } as const;
  const stated =
    whole === null
      ? null
      : ({ value: whole, decimals: 2, origin: "typed", precision: "stated" } as const);
  const all: Readonly<Record<Part, Column | null>> = {
    actual: { column: { of, measure: "actual", ...named }, cells: cell(number) },
    share: {
      column: { of, measure: "share", against: { ...city, stated } },
      cells: cell(share),
    },
    "share-province": {
      column: { of, measure: "share", against: { ...city, scope: "province-zones" } },
      cells: cell(share),
    },
    growth: {
      column: { of, measure: "growth", ...(kind === "rate" ? { unit: "个百分点" } : {}) },
      cells: cell(rate),
    },
    fall: { column: { of, measure: "fall" }, cells: cell(rate) },
    prior: { column: { of, measure: "prior", ...named }, cells: cell(number) },
    increase: { column: { of, measure: "increase", ...named }, cells: cell(rate) },
    difference: {
      column: { of, measure: "difference", against: city, unit: "个百分点" },
      cells: cell(rate),
    },
    target: {
      column: { of, measure: "target", path: [of, "省定目标%"] },
      cells: cell(fc.constantFrom(10, 15, 16, 17, 17.5)),
    },
    "annual-target": {
      column: { of, measure: "target", path: [of, "年度目标"], ...named },
      cells: cell(
        kind === "count" ? fc.integer({ min: 1, max: 999 }) : fc.constantFrom(100, 250.5)
      ),
    },
    "pace-target": {
      column: { of, measure: "target-part", path: [of, "省定序时进度"], ...named },
      cells: cell(fc.constantFrom(2, 12, 40)),
    },
    attainment: {
      column: { of, measure: "attainment", path: [of, "完成年度目标%"] },
      cells: cell(share),
    },
  };
  const isFit = (part: Part): boolean => {
    if (kind === "rate") return part === "actual" || part === "growth" || part === "target";
    if (part === "fall") return !parts.includes("growth");
    if (part === "prior") return isNominal || parts.includes("growth");
    return true;
  };
  return parts.flatMap((part) => (isFit(part) ? (all[part] ?? []) : []));
}

const anyIndicators = (indicators: readonly IndicatorShape[]) =>
  fc.uniqueArray(
    fc.constantFrom(...indicators).chain((shape) =>
      fc.record({
        shape: fc.constant(shape),
        unit: fc.constantFrom(...shape.units),
        parts: fc.subarray([...PARTS], { minLength: 1, maxLength: 7 }),
        whole: fc.option(fc.integer({ min: 10_000, max: 99_999 }).map((each) => each / 100)),
      })
    ),
    { minLength: 1, maxLength: 4, selector: ({ shape }) => shape.of }
  );

interface TablePlan {
  readonly sheet: string;
  readonly indicators: readonly IndicatorShape[];
  readonly places: fc.Arbitrary<readonly Place[]>;
}

const industrialPlaces = fc
  .record({
    zones: fc.subarray([...INDUSTRIAL], { minLength: 1 }),
    kind: fc.constantFrom<ZoneKind | null>(null, "industrial"),
  })
  .map(({ zones, kind }) => zones.map((label): Place => ({ label, kind })));

/** A table of one kind of zones, with or without a total, references, a 小计. */
function anyTableOf({ sheet, indicators, places }: TablePlan): fc.Arbitrary<IndicatorTable> {
  return fc
    .record({
      zones: places,
      total: fc.constantFrom(null, "合计", "全市开发区", "工业类开发区合计"),
      references: fc.subarray<ReferenceScope>(["city", "province-zones", "province"]),
      wanted: anyIndicators(indicators),
      period: fc.constantFrom(...PERIODS),
    })
    .chain(({ zones, total, references, wanted, period }) => {
      // A column of differences beside the rates they are taken of says the same again: here it would say another thing.
      const isSaid = (part: Part): boolean => part === "difference" && references.includes("city");
      const columns = wanted.flatMap(({ shape, unit, parts, whole }) =>
        columnsOf(
          shape,
          unit,
          parts.filter((part) => !isSaid(part)),
          whole
        )
      );
      const row = fc.tuple(...columns.map(({ cells }) => cells));
      const rows: fc.Arbitrary<RowLiteral>[] = zones.map(({ label, kind }) => {
        const name = canonicalZoneName(label);
        const marked = kind === null ? {} : { kind };
        return row.map((cells) => ({ name, label, ...marked, cells }));
      });
      if (total !== null) {
        rows.push(row.map((cells) => ({ name: total, role: "total" as const, cells })));
      }
      const names = { city: "全市", province: "全省", "province-zones": "全省开发区" } as const;
      for (const reference of references) {
        const name = names[reference as keyof typeof names];
        rows.push(row.map((cells) => ({ name, reference, cells })));
      }
      return fc
        .tuple(...rows)
        .map((filled) =>
          tableOf({ sheet, columns: columns.map(({ column }) => column), rows: filled, period })
        );
    });
}

/** One table, or two that tell of other things. */
export const anyBook: fc.Arbitrary<AnyBook> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: anyTableOf({
        sheet: "经济指标",
        indicators: INDICATORS,
        places: industrialPlaces,
      }).map((table) => [table]),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        anyTableOf({ sheet: "工业", indicators: INDICATORS.slice(0, 4), places: industrialPlaces }),
        anyTableOf({ sheet: "其他", indicators: INDICATORS.slice(4), places: industrialPlaces })
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(
        anyTableOf({ sheet: "工业类", indicators: INDICATORS, places: industrialPlaces }),
        anyTableOf({
          sheet: "农业类",
          indicators: INDICATORS,
          places: fc.subarray([...OTHERS], { minLength: 1 }),
        })
      ),
    }
  )
  .map((tables) => ({ tables, rules: [] }));
