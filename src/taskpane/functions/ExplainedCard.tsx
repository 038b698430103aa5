import * as React from "react";
import type { ExplainedCell, FunctionSight } from "../../actions/index.ts";
import { isCellError } from "../../core/index.ts";
import type { CallOperand, ExplainedCall } from "../../core/portable/index.ts";
import { CellLink } from "../CellLink.tsx";
import { TraceLine } from "../TraceLine.tsx";
import { usePane } from "../use-pane.tsx";
import type { FunctionsTexts } from "./functions-texts.ts";
import { wordCell, wordInput, wordResult } from "./words.ts";

/** A formula of ours in words: the rule, the operands with their cells and values, the calculation, the result. */
export function ExplainedCard(props: {
  readonly cell: ExplainedCell;
  readonly sight: FunctionSight;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { state } = usePane();
  const { cell, sight, texts } = props;
  const { calls, isGuarded } = cell.explained;
  const name = sight.nameCell(cell.at, state.locale);
  const notes = notesOf(cell, isGuarded, texts);
  return (
    <section className="zc-explained" aria-label={texts.explained}>
      <h2 className="zc-section">{texts.explained}</h2>
      <div className="zc-rule">
        <div className="zc-head">
          <CellLink address={cell.at} show="cell" />
          <strong className="zc-title">{name ?? ""}</strong>
          <strong className="zc-number">{wordCell(cell.value, texts)}</strong>
        </div>
        <code className="zc-formula">{cell.formula}</code>
        {calls.map((call, index) => (
          <CallTrace key={index} call={call} cell={cell} sight={sight} texts={texts} />
        ))}
        {notes.map((note) => (
          <p key={note} className="zc-message">
            {note}
          </p>
        ))}
      </div>
    </section>
  );
}

function CallTrace(props: {
  readonly call: ExplainedCall;
  readonly cell: ExplainedCell;
  readonly sight: FunctionSight;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { state } = usePane();
  const { call, cell, sight, texts } = props;
  const { record, operands, results } = call;
  const language = state.locale === "zh-CN" ? "zh" : "en";
  const arithmetic = sight.arithmetic(call, state.locale);
  const [first] = results?.[0] ?? [];
  const isSpilled = results !== null && (results.length > 1 || (results[0]?.length ?? 1) > 1);
  return (
    <dl className="zc-trace">
      <TraceLine label={texts.rule}>
        <strong>{texts.title[record.id]}</strong> {record.formula[language]}
      </TraceLine>
      {operands.length > 0 && (
        <TraceLine label={texts.operands}>
          <ul className="zc-operands">
            {operands.map((operand, index) => {
              const parameter = record.parameters[Math.min(index, record.parameters.length - 1)];
              return operand.text === "" ? null : (
                <OperandLine
                  key={index}
                  operand={operand}
                  label={parameter?.name[language] ?? ""}
                  sheet={cell.at.sheet}
                  sight={sight}
                  texts={texts}
                />
              );
            })}
          </ul>
        </TraceLine>
      )}
      {arithmetic !== null && <TraceLine label={texts.arithmetic}>{arithmetic}</TraceLine>}
      {arithmetic === null && first !== undefined && (
        <TraceLine label={texts.gives}>
          {wordResult(record, first, state.locale, texts)}
          {isSpilled && ` · ${texts.spills(results.length, results[0]?.length ?? 1)}`}
        </TraceLine>
      )}
    </dl>
  );
}

function OperandLine(props: {
  readonly operand: CallOperand;
  readonly label: string;
  readonly sheet: string;
  readonly sight: FunctionSight;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { state } = usePane();
  const { operand, label, sheet, sight, texts } = props;
  const { place, text, scale } = operand;
  const name = place === null ? undefined : sight.nameCell(place, state.locale);
  const value = wordInput(operand, texts);
  return (
    <li>
      {place !== null && (
        <CellLink address={place} show={place.sheet === sheet ? "cell" : "sheet-and-cell"} />
      )}
      <span>
        {label}
        {name !== undefined && <span className="zc-message"> {name}</span>}
        {scale === "hundredfold" && <span className="zc-message"> ×100</span>}
      </span>
      <span className="zc-number">{value === "" ? text : value}</span>
    </li>
  );
}

function notesOf(
  { value, stands }: ExplainedCell,
  isGuarded: boolean,
  texts: FunctionsTexts
): readonly string[] {
  const error = isCellError(value) ? value.error : null;
  return [
    ...(stands === "copy" ? [texts.isCopy] : []),
    ...(error === "#NAME?" ? [texts.noName] : []),
    ...(error === "#SPILL!" ? [texts.noSpill] : []),
    ...(isGuarded ? [texts.guard] : []),
  ];
}
