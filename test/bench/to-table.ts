import { FIRST_NUMBER, statedAt } from "../../src/core/columns/index.ts";
import type { TypedColumn } from "../../src/core/columns/index.ts";
import { indicatorById, recogniseUnit } from "../../src/core/index.ts";
import type {
  Against,
  Content,
  Field,
  Indicator,
  IndicatorTable,
  Measure,
  Observation,
  Subject,
  TargetRule,
  Unit,
} from "../../src/core/index.ts";
import { NOTHING_AROUND } from "../../src/core/model/around.ts";
import { EXCEPTION, GROWTH_TARGET, LEVEL_TARGET, SHARE_TARGET } from "./form.ts";
import type { Form, Layout } from "./form.ts";

const INDICATORS = ["tax-revenue", "public-budget-revenue", "domestic-capital"] as const;
const CITY: Against = { kind: "reference", scope: "city", stated: null };
const FOUR: readonly Measure[] = ["actual", "prior", "growth", "share"];
const FIRST_ROW = 5;
const FIRST_COLUMN = 2;

function indicatorAt(place: number): Indicator {
  const id = INDICATORS[place] ?? "";
  const indicator = indicatorById(id);
  if (indicator === undefined) throw new Error(`${id} is not in the catalogue`);
  return indicator;
}

/** Which indicator and which measure each column of a layout is. */
function measuresOf({ target }: Layout): readonly (readonly [number, Measure])[] {
  const four = [0, 1, 2].map((of) => FOUR.map((measure) => [of, measure] as const));
  const gap =
    target === null
      ? []
      : ([
          [0, "target"],
          [0, "gap"],
        ] as const);
  const [first = [], ...rest] = four;
  return [...first, ...gap, ...rest.flat()];
}

/** Typed columns as the table that a reader of the sheet would give: one object a cell. */
export function toTable(form: Form, sheet = "经济指标"): IndicatorTable {
  const fields = measuresOf(form.layout).map(([of, measure], index) =>
    fieldOf(indicatorAt(of), measure, index)
  );
  const subjects = subjectsOf(form.zones);
  return {
    sheet,
    area: { row: 3, column: 0, rows: 2 + subjects.length, columns: FIRST_COLUMN + fields.length },
    orientation: "zones-in-rows",
    title: "运城市开发区2023年1-6月主要经济指标完成情况表",
    period: { kind: "cumulative", year: 2023, months: 6 },
    city: "运城",
    subjects,
    fields,
    cells: subjects.map((_, row) =>
      form.columns.map((column, place): Observation => ({
        subject: row,
        field: place,
        content: contentAt(column, row),
        at: { row: FIRST_ROW + row, column: FIRST_COLUMN + place },
        formula: null,
        numberFormat: "0.00",
        isHidden: false,
      }))
    ),
    unrecognised: [],
    confidence: 1,
    rowDivisions: [],
    around: NOTHING_AROUND,
  };
}

function contentAt(column: TypedColumn, row: number): Content {
  if ((column.kinds[row] ?? 0) < FIRST_NUMBER) return { kind: "missing", reason: "blank" };
  return { kind: "number", stated: statedAt(column, row), fromText: null };
}

function fieldOf(indicator: Indicator, measure: Measure, index: number): Field {
  const names: Partial<Record<Measure, string>> = {
    gap: "个百分点",
    actual: "亿元",
    prior: "亿元",
  };
  const unit: Unit | null = recogniseUnit(names[measure] ?? "%") ?? null;
  return {
    index,
    indicator,
    measure,
    against: measure === "share" ? CITY : null,
    unit,
    period: null,
    path: [indicator.name, measure === "target" ? "增速目标" : measure],
    line: FIRST_COLUMN + index,
    header: { row: 4, column: FIRST_COLUMN + index, rows: 1, columns: 1 },
  };
}

function subjectsOf(zones: number): readonly Subject[] {
  const place = (row: number) => ({ kind: "cell", row: FIRST_ROW + row, column: 1 }) as const;
  const plain = { kind: null, reference: null, members: [] };
  const rows = Array.from({ length: zones }, (_, index): Subject => {
    const name = `第${index}`;
    return { ...plain, index, role: "zone", name, label: `${name}开发区`, at: place(index) };
  });
  return [
    ...rows,
    {
      ...plain,
      index: zones,
      role: "total",
      name: "合计",
      label: "合计",
      members: rows.map(({ index }) => index),
      at: place(zones),
    },
    {
      ...plain,
      index: zones + 1,
      role: "reference",
      name: "全市",
      label: "全市",
      reference: "city",
      at: place(zones + 1),
    },
  ];
}

/** A1 column and row of a planted fault: C6 is the first. */
export function cellOf(row: number, column: number): { row: number; column: number } {
  return { row: FIRST_ROW + row, column: FIRST_COLUMN + column };
}

/** Ten rules: a growth, a share and a level for each indicator, and a growth that one zone has of its own. */
export function rulesOf(): readonly TargetRule[] {
  const [first] = INDICATORS;
  return [
    ...INDICATORS.flatMap((id) => [
      ruleOf(id, "growth", GROWTH_TARGET, []),
      ruleOf(id, "share", SHARE_TARGET, []),
      ruleOf(id, "actual", LEVEL_TARGET, []),
    ]),
    ruleOf(first, "growth", EXCEPTION.target, [`第${EXCEPTION.row}`]),
  ];
}

function ruleOf(
  indicator: string,
  measure: Measure,
  value: number,
  zones: readonly string[]
): TargetRule {
  return {
    id: `${indicator} ${measure} ${zones.join()}`,
    indicator,
    measure,
    comparison: "at-least",
    value,
    unit: measure === "actual" ? "亿元" : "%",
    zones,
    zoneKind: null,
    except: [],
    exempt: [],
    relativeTo: null,
    pace: [],
    tier: "assessed",
    standing: "省定",
    period: null,
    kind: measure === "actual" ? "level" : measure === "share" ? "share" : "rate",
    remarkRequired: false,
    origin: { kind: "rules-file", file: "rules.json", index: 0 },
  };
}
