import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import type { CheckedText } from "../draft-state.ts";
import { NoticeBar } from "../NoticeBar.tsx";
import { start, usePane } from "../use-pane.tsx";
import { CellLinks } from "./CellLinks.tsx";
import type { DraftFinding } from "./check-findings.ts";
import { draftFindings } from "./check-findings.ts";
import { FindingGroups } from "./FindingGroups.tsx";
import { Legend } from "./Legend.tsx";
import { MarkedText } from "./MarkedText.tsx";
import type { DraftTexts } from "./draft-texts.ts";

const DETAILS = "zc-claim-details";

/** A draft as it was checked: its coverage, its numbers marked by verdict, and what was found, the worst first. */
export function CheckedDraft(props: {
  readonly checked: CheckedText;
  readonly texts: DraftTexts;
  readonly onEdit: () => void;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { checked, texts, onEdit } = props;
  const { draft, check, against, workbook } = checked;
  const [chosen, setChosen] = React.useState<number | null>(null);
  // What the list says of a mark chosen there need not be said twice.
  const [chosenIn, setChosenIn] = React.useState<"text" | "list">("text");
  const [shown, setShown] = React.useState(0);
  const { marks, atMark, groups } = React.useMemo(
    () => draftFindings(draft, check, texts, state.locale),
    [draft, check, texts, state.locale]
  );
  React.useEffect(() => {
    setChosen(null);
  }, [check]);
  const goTo = (mark: number): void => {
    const cell = marks[mark]?.cells[0];
    if (cell !== undefined) start(pane.goTo(cell));
  };
  const { numbers, checked: done, unclaimed } = check.coverage;
  const isBlocked = state.busy !== null && state.busy.task !== "go-to";
  return (
    <>
      <div className="zc-draft-bar">
        <p className="zc-coverage" role="status">
          <strong>{texts.coverage(numbers, done, unclaimed.length)}</strong>{" "}
          <span>{texts.against[against]}</span>
        </p>
        <DefaultButton text={texts.edit} onClick={onEdit} />
      </div>
      {workbook === "edited" && (
        <p className="zc-draft-state zc-stale">
          {texts.editedSince}{" "}
          <button
            type="button"
            className="zc-link"
            disabled={isBlocked}
            onClick={() => {
              start(pane.checkText({ draft, against }));
            }}
          >
            {texts.checkAgain}
          </button>
        </p>
      )}
      <NoticeBar />
      <div className="zc-scroll zc-checked" data-is-scrollable="true">
        <MarkedText
          text={draft}
          marks={marks}
          chosen={chosen}
          shown={shown}
          label={texts.checkedDraft}
          details={DETAILS}
          onChoose={(mark) => {
            setChosen(mark);
            setChosenIn("text");
          }}
          onGo={goTo}
        />
      </div>
      <Legend texts={texts} marks={marks} />
      {chosen !== null && chosenIn === "text" && (
        <Details findings={atMark[chosen] ?? []} texts={texts} />
      )}
      <FindingGroups
        groups={groups}
        chosen={chosen}
        isAnythingChecked={numbers > 0}
        texts={texts}
        onChoose={(finding) => {
          setChosen(finding.mark);
          setChosenIn("list");
          setShown((times) => times + 1);
          const [cell] = finding.cells;
          if (cell !== undefined) start(pane.goTo(cell));
        }}
      />
    </>
  );
}

/** Everything that is to be said of the chosen words. */
function Details(props: {
  readonly findings: readonly DraftFinding[];
  readonly texts: DraftTexts;
}): React.JSX.Element {
  const { findings, texts } = props;
  return (
    <section className="zc-draft-details" id={DETAILS} aria-label={texts.details}>
      {findings.map(({ words, message, cells }, index) => (
        <div key={index}>
          <p>
            <strong>{words}</strong> {message}
          </p>
          <CellLinks cells={cells} texts={texts} />
        </div>
      ))}
    </section>
  );
}
