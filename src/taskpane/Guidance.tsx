import * as React from "react";
import type { Evaluation } from "../core/index.ts";
import type { PaneTexts } from "./pane-texts.ts";

/** What to do on one's own sheet, while there is nothing to show. */
export function EmptyGuidance({ texts }: { readonly texts: PaneTexts }): React.JSX.Element {
  return (
    <div className="zc-guidance">
      <h2>{texts.empty.title}</h2>
      <ol>
        {texts.empty.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className="zc-message">{texts.empty.note}</p>
    </div>
  );
}

/** Nothing found is good news only if something was checked. */
export function CleanGuidance(props: {
  readonly evaluation: Evaluation;
  readonly texts: PaneTexts;
}): React.JSX.Element {
  const { evaluation, texts } = props;
  const { checked } = evaluation.summary;
  const { title, text } =
    checked === 0
      ? texts.nothingRead
      : { title: texts.clean.title, text: texts.clean.text(checked) };
  return (
    <div className="zc-guidance">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}

/** Opened in a plain browser: where this page belongs. */
export function NoHostGuidance({ texts }: { readonly texts: PaneTexts }): React.JSX.Element {
  return (
    <div className="zc-guidance">
      <h2>{texts.noHost.title}</h2>
      <p>{texts.noHost.text}</p>
    </div>
  );
}
