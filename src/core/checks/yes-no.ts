import type { Outcome } from "../evaluation/evaluation.ts";
import { observationAt } from "../model/table.ts";
import type { Place } from "../model/table-index.ts";
import type { Target } from "../rules/target.ts";
import { addressOf, found, notEvaluable, passed, subjectAt } from "./describe.ts";
import { targetOperand } from "./target-at.ts";
import { parseVerdict } from "../catalog/verdict-words.ts";

const ID = "target-unmet";

/** 全部以标准地出让: what the column says in words is yes. A word that says neither leaves it open. */
export function judgeYesNo(place: Place, target: Target): readonly Outcome[] {
  const { index, subject, field } = place;
  const observation = observationAt(index.table, subject.index, field.index);
  if (observation === undefined || subject.role !== "zone") return [];
  const at = addressOf(index, observation.at);
  const { content } = observation;
  if (content.kind !== "word") return [notEvaluable(ID, at, "missing-operand")];
  const verdict = parseVerdict(content.text);
  if (verdict === undefined) return [notEvaluable(ID, at, "undecided")];
  if (verdict.met) return [passed(ID, at, false)];
  return [
    found({
      code: ID,
      class: "target",
      severity: "information",
      remark: target.rule.remarkRequired ? "required" : "optional",
      subject: subjectAt(place),
      at,
      stated: content.text,
      expected: null,
      params: { rule: target.rule, target: 1, actual: 0, unit: null, hiddenByRounding: false },
      trace: {
        operands: [targetOperand(target, null)],
        arithmetic: null,
        allowed: null,
        decimals: 0,
      },
      alternatives: [],
      consequences: [],
    }),
  ];
}
