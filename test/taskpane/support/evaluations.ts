import type {
  Area,
  Evaluation,
  Finding,
  FindingSubject,
  IndicatorTable,
  Operand,
  TargetRule,
} from "../../../src/core/index.ts";
import { areaOfCell, NOTHING_AROUND, parseArea } from "../../../src/core/index.ts";

/** A1 → area; a typing mistake in a test is thrown at once. */
export function area(a1: string): Area {
  const parsed = parseArea(a1);
  if (parsed === undefined) throw new Error(`not A1: ${a1}`);
  return parsed;
}

const RULE: TargetRule = {
  id: "r1",
  indicator: "industrial-investment",
  measure: "growth",
  comparison: "at-least",
  value: 17,
  unit: null,
  zones: [],
  zoneKind: null,
  exempt: [],
  relativeTo: null,
  pace: [],
  except: [
    { zone: "河津", value: 16, origin: { kind: "rules-sheet", sheet: "目标规则", cell: "E3" } },
  ],
  tier: "assessed",
  standing: "省定",
  period: null,
  kind: "rate",
  remarkRequired: false,
  origin: { kind: "rules-sheet", sheet: "目标规则", cell: "E2" },
};

export interface FindingPlace {
  readonly sheet?: string;
  readonly cell: string;
  readonly zone: string;
}

function base(
  place: FindingPlace,
  indicator: string
): {
  readonly at: Finding["at"];
  readonly subject: FindingSubject;
  readonly alternatives: [];
  readonly consequences: [];
} {
  return {
    at: { sheet: place.sheet ?? "经济指标", area: area(place.cell) },
    subject: { zone: place.zone, indicator, measure: "growth", period: "2023-01..06" },
    alternatives: [],
    consequences: [],
  };
}

function operand(label: string, value: number, cell: string, sheet = "经济指标"): Operand {
  return {
    role: "operand",
    label,
    value,
    decimals: 2,
    unit: "%",
    at: { sheet, area: area(cell) },
  };
}

export function unmet(place: FindingPlace, actual: number, target: number): Finding {
  return {
    ...base(place, "工业投资"),
    code: "target-unmet",
    class: "target",
    severity: "information",
    remark: "optional",
    stated: actual,
    expected: { low: target, high: null },
    params: { rule: RULE, target, actual, unit: "%", hiddenByRounding: false },
    trace: {
      operands: [
        operand("工业投资 同比", actual, place.cell, place.sheet),
        operand("目标值", target, "E2", "目标规则"),
      ],
      arithmetic: `${actual} − ${target} = ${(actual - target).toFixed(2)}`,
      allowed: null,
      decimals: 2,
    },
  };
}

export function shareMismatch(place: FindingPlace): Finding {
  const found = base(place, "工业投资占全市比重");
  return {
    ...found,
    subject: { ...found.subject, measure: "share" },
    code: "share-mismatch",
    class: "consistency",
    severity: "error",
    remark: "none",
    stated: 8.13,
    expected: { low: 8.03, high: 8.03 },
    params: {
      part: 14.26,
      whole: 177.53,
      wholeName: "全市",
      computed: 8.03,
      fits: null,
      wholeColumn: false,
      hint: null,
    },
    trace: {
      operands: [operand("工业投资", 14.26, "C6"), operand("全市", 177.53, "C17")],
      arithmetic: "14.26 ÷ 177.53 × 100 = 8.0324",
      allowed: { low: 8.029, high: 8.035 },
      decimals: 2,
    },
  };
}

export function growthMismatch(place: FindingPlace): Finding {
  return {
    ...base(place, "税收收入"),
    code: "growth-mismatch",
    class: "consistency",
    severity: "warning",
    remark: "required",
    stated: 12.3,
    expected: { low: 11.1, high: 11.1 },
    params: { current: 20, prior: 18, computed: 11.1, wholeColumn: false, hint: null },
    trace: {
      operands: [operand("税收收入", 20, "H9"), operand("上年同期", 18, "I9")],
      arithmetic: "(20 ÷ 18 − 1) × 100 = 11.11",
      allowed: { low: 11.05, high: 11.15 },
      decimals: 1,
    },
  };
}

export function textNumber(place: FindingPlace): Finding {
  return {
    ...base(place, "固定资产投资"),
    code: "text-number",
    class: "quality",
    severity: "warning",
    remark: "optional",
    stated: "1,234.50",
    expected: null,
    params: { text: "1,234.50", value: 1234.5 },
    trace: { operands: [], arithmetic: null, allowed: null, decimals: 2 },
  };
}

export function table(sheet: string): IndicatorTable {
  return {
    sheet,
    area: area("A3:M17"),
    orientation: "zones-in-rows",
    title: "2023年上半年开发区主要经济指标",
    period: { kind: "cumulative", year: 2023, months: 6 },
    city: "运城",
    subjects: [],
    fields: [],
    cells: [],
    unrecognised: [],
    confidence: 1,
    rowDivisions: [],
    around: NOTHING_AROUND,
  };
}

/** An evaluation that holds these findings, with a summary that counts them. */
export function evaluationOf(
  findings: readonly Finding[],
  parts: Partial<Pick<Evaluation, "tables" | "unread" | "notEvaluable">> = {}
): Evaluation {
  const count = (test: (finding: Finding) => boolean): number => findings.filter(test).length;
  const notEvaluable = parts.notEvaluable ?? [];
  const checked = 125 + findings.length;
  return {
    book: "运城2023上半年.xlsx",
    tables: parts.tables ?? [table("经济指标")],
    unread: parts.unread ?? [],
    rules: [RULE],
    findings,
    notEvaluable,
    flags: [],
    summary: {
      error: count(({ severity }) => severity === "error"),
      warning: count(({ severity }) => severity === "warning"),
      unmet: count(({ code }) => code === "target-unmet"),
      information: count(
        ({ code, severity }) => severity === "information" && code !== "target-unmet"
      ),
      checked,
      passed: 125,
      notEvaluable: notEvaluable.length,
    },
  };
}

/** The picture's evaluation: every level, a sheet part that was not read, two tests that could not be made. */
export function fullEvaluation(): Evaluation {
  const zone = (name: string, cell: string): FindingPlace => ({ zone: name, cell });
  return evaluationOf(
    [
      unmet(zone("河津开发区", "D6"), 9.3, 16),
      shareMismatch(zone("河津开发区", "F6")),
      unmet(zone("永济开发区", "D8"), -21.37, 17),
      growthMismatch(zone("闻喜开发区", "H9")),
      textNumber(zone("闻喜开发区", "J9")),
      unmet(zone("绛县经济技术开发区", "D12"), 15.2, 17),
    ],
    {
      tables: [
        {
          ...table("经济指标"),
          unrecognised: [{ area: area("L3:L17"), reason: "unknown-measure", text: "备用" }],
        },
      ],
      unread: [
        {
          sheet: "说明",
          unrecognised: [{ area: area("A1:A9"), reason: "no-header", text: "填报要求" }],
        },
      ],
      notEvaluable: [
        {
          kind: "not-evaluable",
          check: "growth-mismatch",
          at: { sheet: "经济指标", area: areaOfCell({ row: 5, column: 8 }) },
          reason: "basis-given",
        },
        {
          kind: "not-evaluable",
          check: "share-mismatch",
          at: { sheet: "经济指标", area: areaOfCell({ row: 7, column: 5 }) },
          reason: "missing-operand",
        },
      ],
    }
  );
}
