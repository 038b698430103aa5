import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { MessageBar, MessageBarType } from "office-ui-fabric-react/lib/MessageBar";
import * as React from "react";
import type { WriteIntent } from "../core/index.ts";
import { formatFailure } from "../core/index.ts";
import { toDiagnostics } from "./diagnostics.ts";
import type { Notice } from "./pane-state.ts";
import type { PaneTexts, Step } from "./pane-texts.ts";
import { start, usePane } from "./use-pane.tsx";

/** What the last action came to, where that is not to be seen in the list: failures with a way out, refusals, successes. */
export function NoticeBar(): React.JSX.Element | null {
  const { pane, state, texts } = usePane();
  const { notice } = state;
  if (notice === null) return null;
  const dismiss = (): void => {
    pane.dispatch({ kind: "noticed", notice: null });
  };
  const copyDiagnostics = (
    <DefaultButton
      text={texts.copyDiagnostics}
      onClick={() => {
        start(pane.copy(toDiagnostics(state, pane.describeHost())));
      }}
    />
  );
  return (
    <MessageBar
      messageBarType={toBarType(notice)}
      isMultiline
      onDismiss={dismiss}
      dismissButtonAriaLabel={texts.dismiss}
      className="zc-notice"
    >
      {notice.kind === "failure" && (
        <FailureText notice={notice}>
          <DefaultButton
            text={texts.retry}
            onClick={() => {
              start(pane.retry(notice.task));
            }}
          />
          {copyDiagnostics}
        </FailureText>
      )}
      {notice.kind === "broken" && (
        <>
          <strong>{texts.broken}</strong>
          <p>{texts.brokenWayOut}</p>
          <div className="zc-actions">{copyDiagnostics}</div>
        </>
      )}
      {notice.kind === "refused" &&
        describeRefusals(notice, texts).map((text) => <p key={text}>{text}</p>)}
      {notice.kind === "copy-by-hand" && (
        <>
          <p>{texts.copyByHand}</p>
          <textarea readOnly rows={5} value={notice.text} aria-label={texts.copyByHand} />
        </>
      )}
      {shortText(notice, texts)}
    </MessageBar>
  );
}

/** What did not happen, why, the way out, and what stands in the workbook now. */
function FailureText(props: {
  readonly notice: Extract<Notice, { kind: "failure" }>;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const { state, texts } = usePane();
  const { task, failure, done } = props.notice;
  const { message, wayOut } = formatFailure(failure, state.locale);
  return (
    <>
      <strong>{texts.taskFailed[task]}</strong>
      <p>{message}</p>
      <p>{wayOut}</p>
      <p>{done.length === 0 ? texts.doneNothing : texts.doneBefore(toSteps(done, texts))}</p>
      <div className="zc-actions">{props.children}</div>
    </>
  );
}

function shortText(notice: Notice, texts: PaneTexts): string | null {
  switch (notice.kind) {
    case "cleared":
      return texts.cleared;
    case "ledger-made":
      return texts.ledgerMade;
    case "inserted":
      return texts.inserted(notice.name, notice.becomes);
    case "copied":
      return texts.copied;
    case "text-copied":
      return texts.textCopied;
    case "saved":
      return texts.textSaved(notice.name);
    case "text-inserted":
      return texts.textInserted(notice.sheet);
    default:
      return null;
  }
}

function toBarType({ kind }: Notice): MessageBarType {
  switch (kind) {
    case "failure":
    case "broken":
      return MessageBarType.error;
    case "refused":
      return MessageBarType.warning;
    case "copy-by-hand":
      return MessageBarType.info;
    default:
      return MessageBarType.success;
  }
}

/** One sentence a reason, naming all its sheets. */
function describeRefusals(
  { task, refusals }: Extract<Notice, { kind: "refused" }>,
  texts: PaneTexts
): readonly string[] {
  if (task === "go-to") return refusals.map(({ sheet }) => texts.refusedSelection(sheet ?? ""));
  return [...new Set(refusals.map(({ reason }) => reason))].map((reason) => {
    const sheets = refusals.flatMap((refusal) =>
      refusal.reason === reason ? (refusal.sheet ?? []) : []
    );
    return texts.refused(task, reason, [...new Set(sheets)]);
  });
}

const STEPS: Readonly<Record<WriteIntent["kind"], Step>> = {
  "remove-flags": "flags-removed",
  "put-flags": "flags-put",
  "ensure-sheet": "sheet-made",
  "write-block": "block-written",
  "set-formulas": "formulas-set",
  "swap-formulas": "formulas-set",
  "swap-outer-formula": "outer-formulas-set",
  "remove-sheet": "sheet-removed",
  "put-part": "part-written",
  "remove-part": "part-written",
  select: "selected",
};

function toSteps(done: readonly WriteIntent[], texts: PaneTexts): readonly string[] {
  return done.map((intent) => {
    const step = texts.step[STEPS[intent.kind]];
    return "sheet" in intent ? `${step} (${intent.sheet})` : step;
  });
}
