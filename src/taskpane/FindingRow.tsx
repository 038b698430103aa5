import * as React from "react";
import type { Bullet } from "./bullet.ts";
import type { Locale } from "../core/index.ts";
import { BulletBar } from "./BulletBar.tsx";
import { CellLink } from "./CellLink.tsx";
import type { Row } from "./rows.ts";
import type { PaneTexts } from "./pane-texts.ts";
import { TraceView } from "./TraceView.tsx";
import { wordFinding } from "./wording.ts";

/** A finding: where, of what, the verdict, one sentence; opened, how it was arrived at. */
export function FindingRow(props: {
  readonly row: Extract<Row, { kind: "finding" }>;
  readonly bullet: Bullet | undefined;
  readonly tabIndex: number;
  readonly texts: PaneTexts;
  readonly locale: Locale;
  readonly onToggle: (key: string) => void;
}): React.JSX.Element {
  const { row, bullet, tabIndex, texts } = props;
  const { finding, key, level, isOpen } = row;
  const words = wordFinding(finding, props.locale);
  const toggle = (): void => {
    props.onToggle(key);
  };
  // The buttons inside carry keyboard and names; the row's own click is for the mouse alone.
  return (
    <div className={`zc-finding${isOpen ? " zc-open" : ""}`} data-row={key} onClick={toggle}>
      <div className="zc-head">
        <CellLink address={finding.at} show="cell" tabIndex={tabIndex} />
        <button
          type="button"
          className="zc-title"
          data-part="main"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        >
          <span>{words.title}</span>
        </button>
        <span className={`zc-pill zc-level-${level}`}>{words.verdict}</span>
      </div>
      {bullet !== undefined && <BulletBar bullet={bullet} texts={texts} />}
      <p className="zc-message">{words.message}</p>
      {isOpen && <TraceView finding={finding} words={words} texts={texts} />}
    </div>
  );
}
