import type {
  Book,
  Evaluation,
  Finding,
  FindingCode,
  Operand,
  TargetRule,
  WritePlan,
} from "../../../src/core/index.ts";
import { flagSheets, parseArea, planFlags } from "../../../src/core/index.ts";

/** The plan that shows these findings, and nothing else, on a workbook. */
export function planOf(book: Book, ...findings: readonly Finding[]): WritePlan {
  const flags = flagSheets({ tables: [], findings, watched: [], failing: [] }, book);
  return planFlags({ ...evaluationOf(...findings), flags }, null);
}

/** An evaluation that says these findings and nothing else. */
export function evaluationOf(...findings: readonly Finding[]): Evaluation {
  return {
    book: "book.xlsx",
    tables: [],
    unread: [],
    rules: [],
    findings,
    notEvaluable: [],
    flags: [],
    summary: {
      error: 0,
      warning: 0,
      unmet: 0,
      information: 0,
      checked: 0,
      passed: 0,
      notEvaluable: 0,
    },
  };
}

type Of<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>;

/** An operand "part=14.26@C5" (same sheet), "whole=177.53" (no cell) or "whole=177.53@全市!C5". */
function operand(text: string, sheet: string): Operand {
  const match = /^(\w+)=(-?[\d.]+)(?:@(?:(.+)!)?(\w+))?$/.exec(text);
  if (match === null) throw new Error(`not an operand: ${text}`);
  const [, role = "", value = "", otherSheet, cell] = match;
  const area = cell === undefined ? undefined : parseArea(cell);
  return {
    role,
    label: role,
    value: Number(value),
    decimals: value.split(".")[1]?.length ?? 0,
    unit: null,
    at: area === undefined ? null : { sheet: otherSheet ?? sheet, area },
  };
}

/** A finding of a code at a cell, as plain as its type allows. */
export function findingAt<Code extends FindingCode>(
  code: Code,
  sheet: string,
  cell: string,
  rest: Pick<Of<Code>, "params"> & {
    readonly stated?: number | string | null;
    readonly operands?: readonly string[];
    readonly severity?: Finding["severity"];
    readonly class?: Finding["class"];
    readonly subject?: Partial<Finding["subject"]>;
    readonly remark?: Finding["remark"];
    readonly expected?: Finding["expected"];
  }
): Finding {
  const area = parseArea(cell);
  if (area === undefined) throw new Error(`not a cell: ${cell}`);
  const finding = {
    code,
    class: rest.class ?? (code === "target-unmet" ? "target" : "consistency"),
    severity: rest.severity ?? (code === "target-unmet" ? "information" : "error"),
    remark: rest.remark ?? "none",
    subject: {
      zone: null,
      indicator: null,
      measure: null,
      period: null,
      ...rest.subject,
    },
    at: { sheet, area },
    stated: rest.stated ?? null,
    expected: rest.expected ?? null,
    params: rest.params,
    trace: {
      operands: (rest.operands ?? []).map((text) => operand(text, sheet)),
      arithmetic: null,
      allowed: null,
      decimals: 2,
    },
    alternatives: [],
    consequences: [],
  };
  // The union cannot be followed through the type parameter; every field is given above.
  return finding as unknown as Finding;
}

function rule(comparison: TargetRule["comparison"], value: number): TargetRule {
  return {
    id: "r1",
    indicator: "industrial-investment",
    measure: "growth",
    comparison,
    value,
    unit: null,
    zones: [],
    zoneKind: null,
    except: [],
    exempt: [],
    relativeTo: null,
    pace: [],
    tier: "assessed",
    standing: "省定",
    period: null,
    kind: "rate",
    remarkRequired: false,
    origin: { kind: "rules-sheet", sheet: "目标规则", cell: "E2" },
  };
}

export function unmet(
  sheet: string,
  cell: string,
  actual: number,
  target: number,
  more: {
    readonly comparison?: TargetRule["comparison"];
    readonly targetCell?: string;
    readonly zone?: string;
  } = {}
): Finding {
  return findingAt("target-unmet", sheet, cell, {
    stated: actual,
    operands: [
      `actual=${actual}@${cell}`,
      `target=${target}${more.targetCell === undefined ? "" : `@${more.targetCell}`}`,
    ],
    subject: { zone: more.zone ?? "河津", indicator: "工业投资", measure: "growth" },
    params: {
      rule: rule(more.comparison ?? "at-least", target),
      target,
      actual,
      unit: null,
      hiddenByRounding: false,
    },
  });
}
