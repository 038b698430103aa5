import * as React from "react";
import type { Evaluation, Locale } from "../core/index.ts";
import { formatPeriodWords } from "../core/index.ts";
import { countUnrecognised } from "./Recognition.tsx";
import type { PaneTexts } from "./pane-texts.ts";
import { start, usePane } from "./use-pane.tsx";

/** Unit · period · how much was checked; and whether that is still true. */
export function SummaryLine(): React.JSX.Element | null {
  const { pane, state, texts } = usePane();
  if (state.result === null) return null;
  const { evaluation, isStale, calculation } = state.result;
  const isOpen = state.recognition === "open";
  return (
    <>
      <p className="zc-summary">
        {describe(evaluation, texts, state.locale)}{" "}
        <button
          type="button"
          className="zc-link"
          aria-expanded={isOpen}
          aria-controls="zc-recognition"
          title={texts.recognitionSummary(evaluation.tables.length, countUnrecognised(evaluation))}
          onClick={() => {
            pane.dispatch({ kind: "recognition-toggled" });
          }}
        >
          {recognitionText(evaluation, texts)}
        </button>
      </p>
      {calculation === "manual" && <p className="zc-stale">{texts.manualCalculation}</p>}
      {isStale && (
        <p className="zc-stale">
          {texts.stale}{" "}
          <button
            type="button"
            className="zc-link"
            onClick={() => {
              start(pane.validate("mark"));
            }}
          >
            {texts.validateAgain}
          </button>
        </p>
      )}
    </>
  );
}

function describe(evaluation: Evaluation, texts: PaneTexts, locale: Locale): string {
  const { tables, summary } = evaluation;
  const cities = [...new Set(tables.flatMap(({ city }) => city ?? []))];
  const periods = [
    ...new Set(
      tables.flatMap(({ period }) => (period === null ? [] : formatPeriodWords(period, locale)))
    ),
  ];
  return [
    // A book of many cities or periods is named by its file alone.
    ...(cities.length === 1 ? cities : []),
    ...(periods.length === 1 ? periods : []),
    texts.summary(summary.checked, summary.passed),
  ].join(" · ");
}

function recognitionText(evaluation: Evaluation, texts: PaneTexts): string {
  const count = countUnrecognised(evaluation);
  return count === 0 ? texts.recognition : `${texts.recognition} (${count})`;
}
