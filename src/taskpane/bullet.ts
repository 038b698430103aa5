import type { Evaluation, Finding, TargetUnmet } from "../core/index.ts";
import { roundTo } from "../core/index.ts";
import { withUnit } from "./wording.ts";

/** Places on a bullet bar, in per cent of its width. */
export interface Bullet {
  readonly zero: number;
  readonly actual: number;
  readonly target: number;
  readonly actualText: string;
  readonly targetText: string;
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

/** The mark at the target and its label must not touch the edge. */
const MARGIN = 0.04;

/**
 * Scales of the unmet targets, one per indicator and measure, so that the bars of all zones can be compared by eye.
 * Zero is always on the scale: a growth of −21 against +17 is the other side of it.
 */
export function toBullets(evaluation: Evaluation): (finding: Finding) => Bullet | undefined {
  const scales = new Map<string, Scale>();
  for (const finding of evaluation.findings) {
    if (finding.code !== "target-unmet" || finding.params.rule.kind === "yes-no") continue;
    const { actual, target } = finding.params;
    const { low, high } = scales.get(scaleKey(finding)) ?? { low: 0, high: 0 };
    scales.set(scaleKey(finding), {
      low: Math.min(low, actual, target),
      high: Math.max(high, actual, target),
    });
  }
  return (finding) => {
    if (finding.code !== "target-unmet" || finding.params.rule.kind === "yes-no") return undefined;
    const scale = scales.get(scaleKey(finding));
    return scale === undefined ? undefined : toBullet(finding, scale);
  };
}

function toBullet({ params }: TargetUnmet, { low, high }: Scale): Bullet | undefined {
  if (!(high > low)) return undefined;
  const place = (value: number): number =>
    roundTo((MARGIN + ((value - low) / (high - low)) * (1 - 2 * MARGIN)) * 100, 2);
  return {
    zero: place(0),
    actual: place(params.actual),
    target: place(params.target),
    actualText: withUnit(params.actual, params.unit),
    targetText: withUnit(params.target, params.unit),
  };
}

function scaleKey({ subject }: Finding): string {
  return `${subject.indicator ?? ""}|${subject.measure ?? ""}`;
}
