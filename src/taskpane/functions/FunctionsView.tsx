import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { formatFailure } from "../../core/index.ts";
import { FUNCTION_RECORDS } from "../../core/measures/index.ts";
import { BusyStrip } from "../BusyStrip.tsx";
import { NoticeBar } from "../NoticeBar.tsx";
import { start, usePane } from "../use-pane.tsx";
import { CallForm } from "./CallForm.tsx";
import { ExplainedCard } from "./ExplainedCard.tsx";
import { Offers } from "./Offers.tsx";
import { PortableSection } from "./PortableSection.tsx";
import { functionsTexts } from "./texts.ts";
import { useDesk } from "./use-desk.ts";
import "../form.css";
import "./functions.css";

/** 函数: what the selected formula says, columns a table could have, a call put together by pointing, portable copies. */
export function FunctionsView(): React.JSX.Element {
  const { pane, state } = usePane();
  const { desk, on } = useDesk();
  const texts = functionsTexts(state.locale);
  const { sight, explained, draft, failure, offers } = on;
  return (
    <>
      <header className="zc-top">
        <label className="zc-function-choice">
          {texts.choose}
          <select
            value={draft?.name ?? ""}
            disabled={sight === null}
            onChange={({ target }) => {
              desk.choose(FUNCTION_RECORDS.find(({ id }) => id === target.value)?.id ?? null);
            }}
          >
            <option value="">{texts.noneChosen}</option>
            {FUNCTION_RECORDS.map(({ id }) => (
              <option key={id} value={id}>
                {`${texts.title[id]} ${id}`}
              </option>
            ))}
          </select>
        </label>
        <BusyStrip />
      </header>
      <NoticeBar />
      <div className="zc-scroll" data-is-scrollable="true">
        {pane.workbook.customFunctions() === "missing" && (
          <p className="zc-remark" role="note">
            {texts.older}
          </p>
        )}
        {failure !== null && (
          <section className="zc-guidance" role="alert">
            <p>{texts.notRead}</p>
            <p>{formatFailure(failure, state.locale).message}</p>
            <p>{formatFailure(failure, state.locale).wayOut}</p>
            <div className="zc-actions">
              <DefaultButton
                text={texts.retry}
                onClick={() => {
                  start(desk.refresh());
                }}
              />
            </div>
          </section>
        )}
        {sight === null && failure === null && <p className="zc-quiet">{texts.reading}</p>}
        {sight !== null && draft !== null && (
          <CallForm desk={desk} sight={sight} draft={draft} outcome={on.outcome} texts={texts} />
        )}
        {sight !== null && explained !== null && (
          <ExplainedCard cell={explained} sight={sight} texts={texts} />
        )}
        {sight !== null && offers.length > 0 && (
          <Offers offers={offers} desk={desk} texts={texts} />
        )}
        {sight !== null && <PortableSection sight={sight} desk={desk} texts={texts} />}
      </div>
    </>
  );
}
