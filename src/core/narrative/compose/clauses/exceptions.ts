import { addressOfOrigin, inUnitOf, targetAt } from "../../../checks/target-at.ts";
import type { Field } from "../../../model/table.ts";
import type { Subject } from "../../../model/zone.ts";
import type { Target } from "../../../rules/target.ts";
import type { RuleOrigin } from "../../../rules/target-rule.ts";
import { printFigure, say } from "../context.ts";
import type { ClauseContext } from "../context.ts";
import { join } from "../fragment.ts";
import type { Fragment } from "../fragment.ts";
import { zoneLabel } from "../zone-label.ts";
import { targetFigure } from "./target-figure.ts";

/** 河津开发区16%、其余开发区17%: zones whose target is not the headline; null where there is none. */
export function exceptionsOf(
  context: ClauseContext,
  field: Field,
  headline: Target
): Fragment | null {
  const { topic, check } = context;
  const value = inUnitOf(headline, field.unit) ?? headline.value;
  const members = topic.speaker.members.length > 1 ? topic.speaker.members : [];
  const targets = members.flatMap((subject) => {
    const target = targetAt(check, { index: topic.index, subject, field });
    const own = target && inUnitOf(target, field.unit);
    return target === undefined || own === undefined ? [] : [{ subject, target, value: own }];
  });
  // 47.5亿元 of all zones together is no headline of theirs.
  if (targets.length > 0 && targets.every((each) => each.value !== value)) return null;
  if (targets.length > 0) return wordExceptions(context, field, targets, value, [headline.origin]);
  const isOfAll = topic.speaker.subject?.role !== "zone";
  if (!isOfAll || headline.rule.except.length === 0 || members.length > 0) return null;
  const named = headline.rule.except.map((exception) => ({
    subject: null,
    name: `${exception.zone}${/区$/u.test(exception.zone) ? "" : "开发区"}`,
    target: { rule: headline.rule, value: exception.value, origin: exception.origin },
    value: inUnitOf({ ...headline, value: exception.value }, field.unit) ?? exception.value,
  }));
  return wordExceptions(context, field, named, value, [headline.origin]);
}

export function wordExceptions(
  context: ClauseContext,
  field: Field,
  targets: readonly {
    readonly subject: Subject | null;
    readonly name?: string;
    readonly target: Target;
    readonly value: number;
  }[],
  headline: number,
  headlineOrigins: readonly RuleOrigin[]
): Fragment | null {
  const { style, topic } = context;
  if (style.exceptions === "omit") return null;
  const isNamedOnly = targets.every(({ subject }) => subject === null);
  const others = targets.filter(({ value }) => value !== headline);
  if (others.length === 0) return null;
  const print = (value: number, target: Target, zone: string): Fragment =>
    printFigure(context, targetFigure(context, field, target, value), {
      measure: "target",
      wording: "exception",
      detail: zone,
      zone,
    });
  const said = others.flatMap(({ subject, name, target, value }) => {
    const zone = subject === null ? (name ?? "") : zoneLabel(subject);
    return say(context, "exception", { zone, target: print(value, target, zone) }) ?? [];
  });
  const ordinary = targets.filter(({ value }) => value === headline);
  const [first] = ordinary;
  const isWithoutTarget = !isNamedOnly && targets.length < topic.speaker.members.length;
  if (!isWithoutTarget && (first !== undefined || isNamedOnly)) {
    const target = first?.target ?? targets[0]?.target;
    if (target !== undefined) {
      // Who the others are depends on everybody's target, and what they have on the headline's.
      const origins = new Set([
        ...headlineOrigins,
        target.origin,
        ...targets.map(({ target: each }) => each.origin),
      ]);
      const cells = [...origins].flatMap((origin) => addressOfOrigin(origin) ?? []);
      const figure = { ...targetFigure(context, field, target, headline), cells };
      const span = { measure: "target", wording: "rest", detail: "rest" } as const;
      said.push(...(wordRest(context, printFigure(context, figure, span)) ?? []));
    }
  } else {
    // 其余 would speak for zones that have no target: each is named with its own.
    said.push(
      ...ordinary.flatMap(({ subject, target, value }) => {
        const zone = subject === null ? "" : zoneLabel(subject);
        return say(context, "exception", { zone, target: print(value, target, zone) }) ?? [];
      })
    );
  }
  return join(said, style.marks.list);
}

function wordRest(context: ClauseContext, target: Fragment): readonly Fragment[] | null {
  const rest = say(context, "rest", { target });
  return rest && [rest];
}

/** The value most zones have: that of 其余. */
export function commonest<T extends { readonly value: number }>(all: readonly T[]): T {
  const counts = new Map<number, number>();
  for (const { value } of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first, ...rest] = all;
  if (first === undefined) throw new Error("The commonest of nothing.");
  return rest.reduce(
    (best, each) => ((counts.get(each.value) ?? 0) > (counts.get(best.value) ?? 0) ? each : best),
    first
  );
}
