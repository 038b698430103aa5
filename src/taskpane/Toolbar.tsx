import { DefaultButton, IconButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import type { IContextualMenuItem } from "office-ui-fabric-react/lib/ContextualMenu";
import * as React from "react";
import { toDiagnostics } from "./diagnostics.ts";
import { start, usePane } from "./use-pane.tsx";

/** The one big action, its opposite, and what is needed less often behind the dots. */
export function Toolbar(): React.JSX.Element {
  const { pane, state, texts } = usePane();
  const isBlocked = state.host !== "excel" || (state.busy !== null && state.busy.task !== "go-to");
  const items: IContextualMenuItem[] = [
    {
      key: "ledger",
      text: texts.makeLedger,
      disabled: isBlocked,
      onClick: () => {
        start(pane.makeLedger());
      },
    },
    {
      key: "check-only",
      text: texts.checkOnly,
      disabled: isBlocked,
      onClick: () => {
        start(pane.validate("check-only"));
      },
    },
    {
      key: "self-test",
      text: texts.selfTest,
      onClick: () => {
        pane.dispatch({ kind: "view-chosen", view: "self-test" });
      },
    },
    {
      key: "language",
      text: texts.otherLanguage,
      onClick: () => {
        const locale = state.locale === "zh-CN" ? "en-US" : "zh-CN";
        pane.dispatch({ kind: "locale-chosen", locale });
      },
    },
    {
      key: "diagnostics",
      text: texts.copyDiagnostics,
      onClick: () => {
        start(pane.copy(toDiagnostics(state, pane.describeHost())));
      },
    },
  ];
  return (
    <div className="zc-toolbar">
      <PrimaryButton
        text={texts.validate}
        disabled={isBlocked}
        onClick={() => {
          start(pane.validate("mark"));
        }}
      />
      <DefaultButton
        text={texts.clearFlags}
        disabled={isBlocked}
        onClick={() => {
          start(pane.clearFlags());
        }}
      />
      <span className="zc-gap" />
      <IconButton
        iconProps={{ iconName: "More" }}
        ariaLabel={texts.more}
        title={texts.more}
        menuProps={{ items, directionalHintFixed: true }}
        onRenderMenuIcon={() => null}
      />
    </div>
  );
}
