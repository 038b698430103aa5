import { normaliseText, parsePeriod } from "../catalog/index.ts";
import type { PaceStep } from "./target-rule.ts";

const STEP = /([^、,;:()%\d]*(?:\d{1,2}(?:-\d{1,2})?[月季][^、,;:()%\d]*)?):?(\d+(?:\.\d+)?)%/gu;

/** 年度(一季度22%、上半年50%、三季度77%): an office's own plan of the year; empty where the text has none. */
export function parsePacePlan(text: string): readonly PaceStep[] {
  const key = normaliseText(text);
  const steps = [...key.matchAll(STEP)].flatMap(([, time = "", percent = ""]): PaceStep[] => {
    const months = monthsOfStep(time.replace(/^(?:年度|全年|总量|序时)/u, ""));
    return months === undefined ? [] : [{ months, percent: Number(percent) }];
  });
  return [...new Map(steps.map((step) => [step.months, step])).values()].sort(
    (a, b) => a.months - b.months
  );
}

/** The months that are over where a step of a plan is due. */
export function monthsOfStep(text: string): number | undefined {
  const period = parsePeriod(text);
  switch (period?.kind) {
    case "cumulative":
      return period.months;
    case "quarter":
      // 三季度77% of a plan for the year speaks of the first three quarters.
      return period.quarter * 3;
    case "month":
    case "stock":
      return period.month;
    case "year":
      return 12;
    default:
      return undefined;
  }
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [3, "一季度"],
  [6, "上半年"],
  [9, "前三季度"],
  [12, "全年"],
]);

export function formatPacePlan(pace: readonly PaceStep[]): string {
  return pace
    .map(({ months, percent }) => `${NAMES.get(months) ?? `1-${months}月`}${percent}%`)
    .join("、");
}

/** What is due by a month: the step of that month, or on the straight line between the steps before and after it. */
export function paceByPlan(pace: readonly PaceStep[], months: number): number | undefined {
  if (pace.length === 0) return undefined;
  const steps: readonly PaceStep[] = [
    { months: 0, percent: 0 },
    ...pace,
    ...(pace.some((step) => step.months === 12) ? [] : [{ months: 12, percent: 100 }]),
  ];
  const after = steps.find((step) => step.months >= months);
  const before = [...steps].reverse().find((step) => step.months <= months);
  if (after === undefined || before === undefined) return undefined;
  if (after.months === before.months) return after.percent;
  const part = (months - before.months) / (after.months - before.months);
  return Number((before.percent + part * (after.percent - before.percent)).toPrecision(12));
}
