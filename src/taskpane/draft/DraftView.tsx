import * as React from "react";
import { BusyStrip } from "../BusyStrip.tsx";
import { usePane } from "../use-pane.tsx";
import { CheckHalf } from "./CheckHalf.tsx";
import { ComposeHalf } from "./ComposeHalf.tsx";
import { draftTexts } from "./texts.ts";
import "../form.css";
import "./draft.css";

const HALVES = ["compose", "check"] as const;

/** 文稿: the report's text, written from the sheets (成文) and checked against them (核稿). */
export function DraftView(): React.JSX.Element {
  const { pane, state } = usePane();
  const texts = draftTexts(state.locale);
  const { half } = state.draft;
  return (
    <>
      <header className="zc-top">
        <div className="zc-halves" role="group" aria-label={texts.halves}>
          {HALVES.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === half}
              onClick={() => {
                pane.changeDraft({ half: name });
              }}
            >
              {texts.half[name]}
            </button>
          ))}
        </div>
        <BusyStrip />
      </header>
      {half === "compose" ? <ComposeHalf texts={texts} /> : <CheckHalf texts={texts} />}
    </>
  );
}
