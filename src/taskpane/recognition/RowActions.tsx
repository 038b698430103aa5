import * as React from "react";
import type { ReadingCorrection } from "../../core/index.ts";
import { start, usePane } from "../use-pane.tsx";
import type { RecognitionTexts } from "./texts.ts";

/** What can be done with a line of the reading: open its correction, and take back the one that is kept. */
export function RowActions(props: {
  readonly name: string;
  readonly correction: ReadingCorrection | undefined;
  readonly editing: "open" | "closed";
  readonly texts: RecognitionTexts;
  readonly onToggle: () => void;
}): React.JSX.Element {
  const { pane } = usePane();
  const { name, correction, editing, texts, onToggle } = props;
  return (
    <span className="zc-line-actions">
      {correction !== undefined && (
        <>
          <span className="zc-pill">{texts.corrected}</span>
          <button
            type="button"
            className="zc-link"
            aria-label={texts.undoOf(name)}
            onClick={() => {
              start(pane.correctReading(correction, "undo"));
            }}
          >
            {texts.undo}
          </button>
        </>
      )}
      <button
        type="button"
        className="zc-link"
        aria-label={texts.correctOf(name)}
        aria-expanded={editing === "open"}
        onClick={onToggle}
      >
        {texts.correct}
      </button>
    </span>
  );
}
