import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { toDiagnostics } from "./diagnostics.ts";
import type { Pane } from "./pane.ts";
import { describeError } from "./pane.ts";
import { getTexts } from "./texts.ts";
import { start } from "./use-pane.tsx";

interface Props {
  readonly pane: Pane;
}

interface State {
  readonly detail: string | null;
}

/** The last resort: a view that broke says so, gives its diagnostics and can be built anew. */
export class ErrorBoundary extends React.Component<Props, State> {
  override state: State = { detail: null };

  static getDerivedStateFromError(error: unknown): State {
    return { detail: describeError(error) };
  }

  override render(): React.ReactNode {
    const { detail } = this.state;
    if (detail === null) return this.props.children;
    const { pane } = this.props;
    const state = pane.getState();
    const texts = getTexts(state.locale);
    const text = toDiagnostics(
      { ...state, notice: { kind: "broken", detail } },
      pane.describeHost()
    );
    return (
      <div className="zc-guidance" role="alert">
        <h2>{texts.broken}</h2>
        <p>{texts.brokenWayOut}</p>
        <div className="zc-actions">
          <DefaultButton
            text={texts.copyDiagnostics}
            onClick={() => {
              start(pane.copy(text));
            }}
          />
          <DefaultButton
            text={texts.retry}
            onClick={() => {
              this.setState({ detail: null });
            }}
          />
        </div>
        <textarea readOnly rows={6} value={text} aria-label={texts.copyDiagnostics} />
      </div>
    );
  }
}
