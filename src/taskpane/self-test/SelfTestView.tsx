import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { STEP_IDS } from "../../actions/self-test/index.ts";
import { BusyStrip } from "../BusyStrip.tsx";
import { NoHostGuidance } from "../Guidance.tsx";
import { NoticeBar } from "../NoticeBar.tsx";
import { start, usePane } from "../use-pane.tsx";
import { countStatuses, formatReport } from "./report.ts";
import { StepList } from "./StepList.tsx";
import { selfTestTexts } from "./texts.ts";
import type { SelfTestTexts } from "./texts-shape.ts";
import "./self-test.css";

/** 自检: says what will be done, asks, shows each step as it is tried, and gives the report. */
export function SelfTestView(): React.JSX.Element {
  const { pane, state, texts: paneTexts } = usePane();
  const { locale, selfTest, host, busy } = state;
  const texts = selfTestTexts(locale);
  const [isAsking, setAsking] = React.useState(false);
  const { report, results } = selfTest;
  const isRunning = busy?.task === "self-test";
  const hasStarted = isRunning || results.length > 0;
  return (
    <>
      <header className="zc-top">
        <div className="zc-toolbar">
          <PrimaryButton
            text={hasStarted ? texts.again : texts.start}
            disabled={host !== "excel" || busy !== null || isAsking}
            onClick={() => {
              setAsking(true);
            }}
          />
          {report !== null && (
            <DefaultButton
              text={texts.copyReport}
              onClick={() => {
                start(pane.copy(formatReport(report, pane.describeHost(), locale)));
              }}
            />
          )}
          <span className="zc-gap" />
          <DefaultButton
            text={texts.back}
            onClick={() => {
              pane.dispatch({ kind: "view-chosen", view: "audit" });
            }}
          />
        </div>
        <BusyStrip />
      </header>
      <NoticeBar />
      <div className="zc-scroll" data-is-scrollable="true">
        {isAsking && (
          <Question
            texts={texts}
            onBegin={() => {
              setAsking(false);
              start(pane.selfTest());
            }}
            onNotNow={() => {
              setAsking(false);
            }}
          />
        )}
        {host === "none" && <NoHostGuidance texts={paneTexts} />}
        {!hasStarted && !isAsking && host !== "none" && <Intro texts={texts} />}
        {hasStarted && (
          <>
            <p className="zc-self-test-summary" role="status">
              <strong>{headline()}</strong>
              {report !== null && <span>{texts.summary(countStatuses(results))}</span>}
              {report?.end === "cancelled" && <span>{texts.cancelled}</span>}
            </p>
            <StepList results={results} isRunning={isRunning} locale={locale} />
          </>
        )}
      </div>
    </>
  );

  function headline(): string {
    if (report === null) return texts.progress(results.length, STEP_IDS.length);
    const { failed, limited, skipped } = countStatuses(results);
    if (failed + skipped > 0) return texts.verdict.failed;
    return limited > 0 ? texts.verdict.limited : texts.verdict.all;
  }
}

function Intro({ texts }: { readonly texts: SelfTestTexts }): React.JSX.Element {
  return (
    <section className="zc-guidance">
      <h2>{texts.title}</h2>
      <p>{texts.intro}</p>
      <ul className="zc-self-test-points">
        {texts.tried.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="zc-message">{texts.undoWarning}</p>
    </section>
  );
}

/** Nothing is begun before this is answered. */
function Question(props: {
  readonly texts: SelfTestTexts;
  readonly onBegin: () => void;
  readonly onNotNow: () => void;
}): React.JSX.Element {
  const { texts } = props;
  return (
    <section className="zc-form" role="alertdialog" aria-labelledby="zc-self-test-question">
      <p id="zc-self-test-question">
        <strong>{texts.confirm}</strong>
      </p>
      <p className="zc-message">{texts.undoWarning}</p>
      <div className="zc-actions">
        <PrimaryButton text={texts.begin} autoFocus onClick={props.onBegin} />
        <DefaultButton text={texts.notNow} onClick={props.onNotNow} />
      </div>
    </section>
  );
}
