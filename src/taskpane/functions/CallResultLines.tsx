import * as React from "react";
import type { FunctionSight, PreparedCall } from "../../actions/index.ts";
import { formatCell } from "../../core/index.ts";
import { usePane } from "../use-pane.tsx";
import type { FunctionsTexts } from "./functions-texts.ts";
import { wordResult } from "./words.ts";

/** The result as the workbook stands now, the formula that will be there, and what is to be known about it. */
export function CallResultLines(props: {
  readonly prepared: PreparedCall;
  readonly sight: FunctionSight;
  readonly texts: FunctionsTexts;
  /** The destination, in A1. */
  readonly at: string;
}): React.JSX.Element {
  const { state } = usePane();
  const { prepared, sight, texts, at } = props;
  const { record, becomes, formula, results } = prepared;
  const operands = prepared.args.flatMap(({ operand }) => operand ?? []);
  const arithmetic = sight.arithmetic({ ...prepared, operands }, state.locale);
  const [first] = results?.[0] ?? [];
  const isWaiting = becomes.kind === "nothing" && becomes.because === "arguments";
  const rows = results?.length ?? 1;
  const columns = results?.[0]?.length ?? 1;
  const notes = [
    ...(rows * columns > 1 ? [texts.spills(rows, columns)] : []),
    ...(prepared.isGuarded ? [texts.guard] : []),
    ...(becomes.kind === "native" ? [texts.native] : []),
    ...(becomes.kind === "value" ? [texts.value] : []),
    ...(becomes.kind === "nothing" && becomes.because !== "arguments"
      ? [texts.nothing[becomes.because]]
      : []),
    ...(becomes.kind !== "nothing" && prepared.header !== null
      ? [texts.header(formatCell(prepared.header.at), prepared.header.text)]
      : []),
    ...(prepared.isShownAsPercent ? [texts.shownAsPercent(at)] : []),
  ];
  return (
    <div className="zc-live" role="status" aria-label={texts.result}>
      <p>
        <span className="zc-message">{texts.result} </span>
        {isWaiting ? (
          <span className="zc-message">{texts.noResultYet}</span>
        ) : first === undefined ? (
          <span className="zc-message">{texts.resultInExcel}</span>
        ) : (
          <strong className={first.ok ? "zc-number" : "zc-none"}>
            {wordResult(record, first, state.locale, texts)}
          </strong>
        )}
      </p>
      {arithmetic !== null && <p className="zc-message">{arithmetic}</p>}
      {formula !== null && (
        <p>
          <span className="zc-message">{texts.willInsert} </span>
          <code className="zc-formula">{formula}</code>
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className="zc-message">
          {note}
        </p>
      ))}
    </div>
  );
}
