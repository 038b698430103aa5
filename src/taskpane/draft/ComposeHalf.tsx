import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { formatComposeNote } from "../../core/narrative/compose/index.ts";
import type { ComposeNote } from "../../core/narrative/compose/index.ts";
import { CellLink } from "../CellLink.tsx";
import type { ComposedText } from "../draft-state.ts";
import { NoHostGuidance } from "../Guidance.tsx";
import { NoticeBar } from "../NoticeBar.tsx";
import { start, usePane } from "../use-pane.tsx";
import { CellLinks } from "./CellLinks.tsx";
import type { SpanFacts } from "./compose-marks.ts";
import { composeMarks, ofWhat, spanFacts } from "./compose-marks.ts";
import { MarkedText } from "./MarkedText.tsx";
import { StyleChoice } from "./StyleChoice.tsx";
import type { DraftTexts } from "./draft-texts.ts";

/** 成文: the paragraphs of the report out of the workbook, each number with its cells; nothing is written unasked. */
export function ComposeHalf({ texts }: { readonly texts: DraftTexts }): React.JSX.Element {
  const { pane, state, texts: paneTexts } = usePane();
  const { composed, style } = state.draft;
  const isBlocked = state.host !== "excel" || (state.busy !== null && state.busy.task !== "go-to");
  return (
    <>
      <div className="zc-draft-bar">
        <StyleChoice texts={texts} isBlocked={isBlocked} />
        <PrimaryButton
          text={composed === null ? texts.compose : texts.composeAgain}
          disabled={isBlocked}
          onClick={() => {
            start(pane.composeText(style));
          }}
        />
      </div>
      <NoticeBar />
      {composed !== null && <Composed composed={composed} texts={texts} isBlocked={isBlocked} />}
      {composed === null && (
        <div className="zc-scroll">
          {state.host === "none" ? (
            <NoHostGuidance texts={paneTexts} />
          ) : (
            <section className="zc-guidance">
              <h2>{texts.composeGuidance.title}</h2>
              <p>{texts.composeGuidance.text}</p>
            </section>
          )}
        </div>
      )}
    </>
  );
}

const DETAILS = "zc-span-details";

function Composed(props: {
  readonly composed: ComposedText;
  readonly texts: DraftTexts;
  readonly isBlocked: boolean;
}): React.JSX.Element {
  const { pane } = usePane();
  const { composed, texts, isBlocked } = props;
  const { composition, outdated } = composed;
  const [chosen, setChosen] = React.useState<number | null>(null);
  const facts = React.useMemo(() => spanFacts(composition, outdated), [composition, outdated]);
  const marks = React.useMemo(() => composeMarks(facts, texts), [facts, texts]);
  React.useEffect(() => {
    setChosen(null);
  }, [composition]);
  const onGo = (mark: number): void => {
    const cell = facts[mark]?.span.cells[0];
    if (cell !== undefined) start(pane.goTo(cell));
  };
  return (
    <>
      <Freshness composed={composed} texts={texts} />
      <div className="zc-scroll" data-is-scrollable="true">
        <MarkedText
          text={composition.text}
          marks={marks}
          chosen={chosen}
          shown={0}
          label={texts.composedText}
          details={DETAILS}
          onChoose={setChosen}
          onGo={onGo}
        />
        <Notes notes={composition.notes} texts={texts} />
      </div>
      <SpanDetails facts={chosen === null ? null : (facts[chosen] ?? null)} texts={texts} />
      <footer className="zc-footer zc-draft-footer">
        <DefaultButton
          text={texts.copy}
          onClick={() => {
            start(pane.copyText(composition.text));
          }}
        />
        <DefaultButton
          text={texts.save}
          onClick={() => {
            start(pane.saveText(texts.fileName, composition.text));
          }}
        />
        <DefaultButton
          text={texts.insert}
          disabled={isBlocked}
          onClick={() => {
            start(pane.insertText());
          }}
        />
      </footer>
    </>
  );
}

/** Edits come in bursts: one comparison after the last of them. */
const REST_MS = 800;

/** Which style, how many numbers, and how many the workbook no longer says so. An edit is followed by a comparison. */
function Freshness(props: {
  readonly composed: ComposedText;
  readonly texts: DraftTexts;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { composed, texts } = props;
  const { composition, outdated, workbook } = composed;
  const isBusy = state.busy !== null;
  const [hasFailed, setFailed] = React.useState(false);
  React.useEffect(() => {
    if (workbook === "as-compared") setFailed(false);
    if (workbook !== "edited" || isBusy || hasFailed) return undefined;
    const timer = setTimeout(() => {
      start(
        pane.compareText().then(() => {
          // Once is enough where it cannot be done: the button tries again.
          setFailed(pane.getState().draft.composed?.workbook === "edited");
        })
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [pane, workbook, isBusy, hasFailed]);
  const old = outdated?.outdated.length ?? 0;
  const added = outdated?.added.length ?? 0;
  const freshness =
    workbook === "comparing"
      ? texts.comparing
      : workbook === "edited"
        ? texts.edited
        : old + added > 0
          ? texts.outdated(old, added)
          : texts.upToDate;
  return (
    <p
      className={`zc-draft-state${old + added > 0 || workbook !== "as-compared" ? " zc-stale" : ""}`}
    >
      <span role="status">
        {`${texts.composed(composition.style, composition.spans.length)} · ${freshness}`}
      </span>{" "}
      {workbook === "edited" && (
        <button
          type="button"
          className="zc-link"
          onClick={() => {
            start(pane.compareText());
          }}
        >
          {texts.compare}
        </button>
      )}
    </p>
  );
}

/** The chosen number: what it is, its arithmetic, its cells, and what the workbook says now. */
function SpanDetails(props: {
  readonly facts: SpanFacts | null;
  readonly texts: DraftTexts;
}): React.JSX.Element {
  const { facts, texts } = props;
  if (facts === null) {
    return <p className="zc-draft-details zc-quiet-line">{texts.pickNumber}</p>;
  }
  const { span, outdated } = facts;
  return (
    <section className="zc-draft-details" aria-label={texts.details} id={DETAILS}>
      <p>
        <strong>{span.text}</strong>{" "}
        {[ofWhat(span), texts.measure[span.measure]].filter((part) => part !== "").join(" · ")}
      </p>
      {outdated !== null && <p className="zc-draft-old">{texts.changed(outdated)}</p>}
      <p className="zc-arithmetic">{span.arithmetic}</p>
      <CellLinks cells={span.cells} texts={texts} />
    </section>
  );
}

function Notes(props: {
  readonly notes: readonly ComposeNote[];
  readonly texts: DraftTexts;
}): React.JSX.Element | null {
  const { state } = usePane();
  const { notes, texts } = props;
  if (notes.length === 0) return null;
  return (
    <details className="zc-draft-notes">
      <summary>{texts.notes(notes.length)}</summary>
      <ul>
        {notes.map((note, index) => {
          const [cell] = note.cells;
          return (
            <li key={index} className="zc-message">
              {formatComposeNote(note, state.locale)}{" "}
              {cell !== undefined && <CellLink address={cell} show="sheet-and-cell" />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
