import * as React from "react";
import { RULES_SHEET, parseArea } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import { usePane } from "../use-pane.tsx";
import { withUnit } from "../wording.ts";
import type { RuleGroup } from "./rule-groups.ts";
import type { TargetsTexts } from "./texts.ts";
import { unitOfRule, wordRule, wordScope } from "./wording.ts";

/** A rule: its cell, what it is about, whose it is; the requirement, whom it holds for, its exceptions. */
export function RuleRow(props: {
  readonly group: RuleGroup;
  readonly texts: TargetsTexts;
  readonly onEdit: () => void;
}): React.JSX.Element {
  const { state, texts: paneTexts } = usePane();
  const { group, texts, onEdit } = props;
  const { rule, row } = group;
  const title =
    rule === null
      ? [row.texts["指标"], row.texts["口径"]].filter((text) => text !== undefined).join(" · ")
      : wordRule(rule, state.locale);
  const cell = rule?.origin.kind === "rules-sheet" ? parseArea(rule.origin.cell) : undefined;
  const area = cell ?? { row: row.row, column: 0, rows: 1, columns: 1 };
  return (
    <div className="zc-rule">
      <div className="zc-head">
        <CellLink address={{ sheet: RULES_SHEET, area }} show="cell" />
        <strong className="zc-title">{title}</strong>
        {rule !== null && rule.standing !== null && (
          <span className="zc-pill">{rule.standing}</span>
        )}
        <button type="button" className="zc-link" aria-label={texts.editOf(title)} onClick={onEdit}>
          {texts.edit}
        </button>
      </div>
      {rule === null ? (
        <p className="zc-message">
          {[texts.unread, row.texts["目标值"], row.texts["适用"]].filter(Boolean).join(" · ")}
        </p>
      ) : (
        <p className="zc-message">
          <b>{paneTexts.comparison[rule.comparison](withUnit(rule.value, unitOfRule(rule)))}</b>
          {` · ${wordScope(rule, texts.all, paneTexts.listed, state.locale)}`}
          {rule.period !== null && ` · ${rule.period}`}
          {rule.except.map(({ zone, value }) => (
            <span key={zone}>{` · ${zone} ${withUnit(value, unitOfRule(rule))}`}</span>
          ))}
        </p>
      )}
    </div>
  );
}
