import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { Customizer } from "office-ui-fabric-react/lib/Utilities";
import * as React from "react";
import { BusyStrip } from "./BusyStrip.tsx";
import { Counters } from "./Counters.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { CleanGuidance, EmptyGuidance, NoHostGuidance } from "./Guidance.tsx";
import { NoticeBar } from "./NoticeBar.tsx";
import type { Pane } from "./pane.ts";
import type { ValidationResult } from "./pane-state.ts";
import { Recognition } from "./Recognition.tsx";
import { countLevels } from "./level.ts";
import { SummaryLine } from "./SummaryLine.tsx";
import { getTheme } from "./theme.ts";
import { Toolbar } from "./Toolbar.tsx";
import { lazyView } from "./lazy-view.tsx";
import { PaneProvider, start, usePane } from "./use-pane.tsx";
import { tabId, VIEW_PANEL, ViewTabs } from "./ViewTabs.tsx";

const TargetsView = lazyView(
  async () =>
    (await import(/* webpackChunkName: "targets" */ "./targets/TargetsView.tsx")).TargetsView,
  Waiting
);

const SelfTestView = lazyView(
  async () =>
    (await import(/* webpackChunkName: "self-test" */ "./self-test/SelfTestView.tsx")).SelfTestView,
  Waiting
);

const FunctionsView = lazyView(
  async () =>
    (await import(/* webpackChunkName: "functions-view" */ "./functions/FunctionsView.tsx"))
      .FunctionsView,
  Waiting
);

const DraftView = lazyView(
  async () => (await import(/* webpackChunkName: "draft" */ "./draft/DraftView.tsx")).DraftView,
  Waiting
);

/** The list brings the findings' words in both languages and Fabric's List: nothing of it is needed before a validation. */
const Results = lazyView(
  async () => (await import(/* webpackChunkName: "results" */ "./Results.tsx")).Results,
  Waiting
);

export function App({ pane }: { readonly pane: Pane }): React.JSX.Element {
  return (
    <ErrorBoundary pane={pane}>
      <PaneProvider value={pane}>
        <PaneFrame />
      </PaneProvider>
    </ErrorBoundary>
  );
}

/** Tabs, and the view that is chosen; what must be told stands above whichever it is. */
function PaneFrame(): React.JSX.Element {
  const { state, texts } = usePane();
  const { result, theme, locale } = state;
  const settings = React.useMemo(() => ({ theme: getTheme(theme) }), [theme]);
  React.useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset["theme"] = theme;
  }, [locale, theme]);
  return (
    <Customizer settings={settings}>
      <main className="zc-pane" data-theme={theme} aria-busy={state.busy !== null}>
        <h1 className="zc-hidden">{texts.productName}</h1>
        <ViewTabs />
        <div
          className="zc-view"
          id={VIEW_PANEL}
          role="tabpanel"
          {...(state.view === "self-test"
            ? { "aria-label": texts.selfTest }
            : { "aria-labelledby": tabId(state.view) })}
        >
          {state.view === "audit" && <AuditView />}
          {state.view === "targets" && <TargetsView />}
          {state.view === "self-test" && <SelfTestView />}
          {state.view === "functions" && <FunctionsView />}
          {state.view === "draft" && <DraftView />}
        </div>
        <p className="zc-hidden" role="status">
          {announcement()}
        </p>
      </main>
    </Customizer>
  );

  function announcement(): string {
    if (state.busy !== null && state.busy.task !== "go-to") return texts.working[state.busy.task];
    if (result === null) return "";
    const { summary } = result.evaluation;
    return texts.announce(countLevels(result.evaluation), summary.checked);
  }
}

/** 审核: validate, see what was found, go there. */
function AuditView(): React.JSX.Element {
  const { state, texts } = usePane();
  const { result, locale } = state;
  return (
    <>
      <header className="zc-top">
        <Toolbar />
        <BusyStrip />
        <SummaryLine />
      </header>
      <NoticeBar />
      <Counters />
      <div className="zc-scroll" data-is-scrollable="true">
        {result !== null && state.recognition === "open" && (
          <Recognition evaluation={result.evaluation} texts={texts} locale={locale} />
        )}
        <Body />
      </div>
      {result !== null && <Footer result={result} />}
    </>
  );
}

function Waiting(): React.JSX.Element {
  const { texts } = usePane();
  return <p className="zc-quiet">{texts.loading}</p>;
}

function Body(): React.JSX.Element | null {
  const { state, texts } = usePane();
  const { result } = state;
  if (state.host === "none") return <NoHostGuidance texts={texts} />;
  if (state.host === "starting") return <p className="zc-quiet">{texts.starting}</p>;
  if (result === null) return state.busy === null ? <EmptyGuidance texts={texts} /> : null;
  const { findings, notEvaluable } = result.evaluation;
  if (findings.length === 0 && notEvaluable.length === 0) {
    return <CleanGuidance evaluation={result.evaluation} texts={texts} />;
  }
  return (
    <>
      {findings.length === 0 && <CleanGuidance evaluation={result.evaluation} texts={texts} />}
      <Results result={result} />
    </>
  );
}

function Footer({ result }: { readonly result: ValidationResult }): React.JSX.Element {
  const { pane, state, texts } = usePane();
  const time = result.at.toLocaleTimeString(state.locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const mark = result.marking === "mark" ? texts.marked : texts.notMarked;
  return (
    <footer className="zc-footer">
      <span className="zc-message">{`${texts.lastRun(time)} · ${mark}`}</span>
      <DefaultButton
        text={texts.makeLedger}
        disabled={state.busy !== null && state.busy.task !== "go-to"}
        onClick={() => {
          start(pane.makeLedger());
        }}
      />
    </footer>
  );
}
