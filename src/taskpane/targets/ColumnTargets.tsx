import * as React from "react";
import type { Evaluation } from "../../core/index.ts";
import { parseArea } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import { usePane } from "../use-pane.tsx";
import { withUnit } from "../wording.ts";
import { groupColumnTargets } from "./rule-groups.ts";
import type { TargetsTexts } from "./texts.ts";
import { unitOfRule, wordRule } from "./wording.ts";

/** A list of sixty zones says no more than its first few and their number. */
const ZONES_NAMED = 6;

/** The targets that stand in the indicator sheets themselves: read, not edited here. */
export function ColumnTargets(props: {
  readonly evaluation: Evaluation;
  readonly texts: TargetsTexts;
}): React.JSX.Element | null {
  const { state, texts: paneTexts } = usePane();
  const { evaluation, texts } = props;
  const targets = React.useMemo(() => groupColumnTargets(evaluation), [evaluation]);
  if (targets.length === 0) return null;
  return (
    <section aria-label={texts.fromColumns}>
      <h2 className="zc-section">
        {texts.fromColumns} <span className="zc-count">{texts.fromColumnsNote}</span>
      </h2>
      {targets.map(({ rule, zones }) => {
        const area = rule.origin.kind === "rules-file" ? undefined : parseArea(rule.origin.cell);
        const sheet = rule.origin.kind === "rules-file" ? "" : rule.origin.sheet;
        const named = zones.slice(0, ZONES_NAMED).join(paneTexts.listed);
        return (
          <div key={rule.id} className="zc-rule">
            <div className="zc-head">
              {area !== undefined && <CellLink address={{ sheet, area }} show="sheet-and-cell" />}
              <strong className="zc-title">{wordRule(rule, state.locale)}</strong>
              {rule.standing !== null && <span className="zc-pill">{rule.standing}</span>}
            </div>
            <p className="zc-message">
              <b>{paneTexts.comparison[rule.comparison](withUnit(rule.value, unitOfRule(rule)))}</b>
              {` · ${named}`}
              {zones.length > ZONES_NAMED && ` … (${zones.length})`}
            </p>
          </div>
        );
      })}
    </section>
  );
}
