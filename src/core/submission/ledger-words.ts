import type { Finding } from "../findings/finding.ts";
import { shorten } from "./cell-text.ts";

/** A value in the State column is shown so far. */
const MAX_STATE = 200;

/** The ledger's columns, in their order. */
export const LEDGER_COLUMNS = [
  "number",
  "severity",
  "class",
  "code",
  "place",
  "zone",
  "indicator",
  "measure",
  "period",
  "explanation",
  "stated",
  "expected",
  "remark",
  "state",
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** What is still to be done about a finding. */
export type LedgerState =
  "to-correct" | "to-explain" | "explained" | "target-unmet" | "told" | "lapsed";

/** Facts of a validation that head the ledger; null where the workbook does not say. */
interface LedgerHeading {
  readonly book: string;
  readonly city: string | null;
  readonly period: string | null;
  /** Local time as it is to be printed, or null. */
  readonly time: string | null;
  readonly error: number;
  readonly warning: number;
  readonly unmet: number;
}

/** Everything the ledger says in one language, save the findings' own sentences. */
export interface LedgerWords {
  readonly title: string;
  readonly columns: Readonly<Record<LedgerColumn, string>>;
  readonly states: Readonly<Record<LedgerState, string>>;
  readonly heading: (facts: LedgerHeading) => string;
  readonly guide: string;
  readonly gone: string;
  readonly lapsed: (stated: string) => string;
}

const zhCN: LedgerWords = {
  title: "审核台账",
  columns: {
    number: "序号",
    severity: "级别",
    class: "类别",
    code: "代码",
    place: "位置",
    zone: "开发区",
    indicator: "指标",
    measure: "口径",
    period: "期间",
    explanation: "说明",
    stated: "表内数",
    expected: "应为",
    remark: "备注说明",
    state: "状态",
  },
  states: {
    "to-correct": "待更正",
    "to-explain": "待说明",
    explained: "已说明",
    "target-unmet": "未达目标",
    told: "提示",
    lapsed: "已失效",
  },
  heading: (facts) =>
    [
      facts.city === null ? null : `填报单位:${facts.city}`,
      facts.period === null ? null : `报告期:${facts.period}`,
      `工作簿:${facts.book}`,
      facts.time === null ? null : `审核时间:${facts.time}`,
      `强制性${facts.error}条,核实性${facts.warning}条,未达目标${facts.unmet}项`,
    ]
      .filter((part) => part !== null)
      .join("  "),
  guide:
    "在“备注说明”栏填写说明,下次审核会按开发区、指标、口径、期间带回原处。表内数改动后说明失效;核对后清空其“状态”一格,说明重新生效。",
  gone: "本次审核中已无此问题,原说明保留备查。",
  lapsed: (stated) => `已失效(原值:${stated === "" ? "空" : shorten(stated, MAX_STATE)})`,
};

const enUS: LedgerWords = {
  title: "Validation ledger",
  columns: {
    number: "No.",
    severity: "Level",
    class: "Class",
    code: "Code",
    place: "Place",
    zone: "Zone",
    indicator: "Indicator",
    measure: "Measure",
    period: "Period",
    explanation: "Explanation",
    stated: "Stated",
    expected: "Expected",
    remark: "Remark",
    state: "State",
  },
  states: {
    "to-correct": "To correct",
    "to-explain": "To explain",
    explained: "Explained",
    "target-unmet": "Target unmet",
    told: "For information",
    lapsed: "Lapsed",
  },
  heading: (facts) =>
    [
      facts.city === null ? null : `Reported by: ${facts.city}`,
      facts.period === null ? null : `Period: ${facts.period}`,
      `Workbook: ${facts.book}`,
      facts.time === null ? null : `Validated: ${facts.time}`,
      `${facts.error} to correct, ${facts.warning} to verify, ${facts.unmet} targets unmet`,
    ]
      .filter((part) => part !== null)
      .join("  "),
  guide:
    "Write your explanation in the Remark column; the next validation puts it back by zone, indicator, measure and period. It lapses when the stated value changes; clear its State cell after checking and it counts again.",
  gone: "No longer found in this validation; the remark is kept for reference.",
  lapsed: (stated) => `Lapsed (was: ${stated === "" ? "blank" : shorten(stated, MAX_STATE)})`,
};

export const LEDGER_WORDS = { "zh-CN": zhCN, "en-US": enUS } as const;

/** The column a header cell names, in either language. */
export function findLedgerColumn(header: string): LedgerColumn | undefined {
  const word = header.replace(/\s+/g, " ").trim().toLowerCase();
  return LEDGER_COLUMNS.find((column) =>
    Object.values(LEDGER_WORDS).some((words) => words.columns[column].toLowerCase() === word)
  );
}

/** The value a lapsed remark speaks of, out of its State cell; undefined where the cell says something else. */
export function parseLapsed(state: string): string | undefined {
  const match = /^(?:已失效|Lapsed)\s*[((](?:原值|was)\s*[::]\s*([\s\S]*)[))]\s*$/i.exec(state);
  const stated = match?.[1];
  if (stated === undefined) return undefined;
  return stated === "空" || stated === "blank" ? "" : stated;
}

/** What is to be done about a finding, given whether it is explained. */
export function stateOf(finding: Finding, isExplained: "explained" | "unexplained"): LedgerState {
  if (finding.severity === "error") return "to-correct";
  if (isExplained === "explained") return "explained";
  if (finding.severity === "warning" || finding.remark === "required") return "to-explain";
  return finding.class === "target" ? "target-unmet" : "told";
}
