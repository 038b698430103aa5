import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import * as React from "react";
import type { FunctionSight, PreparedArgument } from "../../actions/index.ts";
import { formatArea, formatAddress } from "../../core/index.ts";
import { getFunctionRecord } from "../../core/measures/index.ts";
import { ChoiceField } from "../ChoiceField.tsx";
import { start, usePane } from "../use-pane.tsx";
import { CallResultLines } from "./CallResultLines.tsx";
import type { Desk, Draft, InsertOutcome } from "./desk.ts";
import { requestOf } from "./desk.ts";
import type { ArgumentField } from "./fields.ts";
import { choicesOf, fieldsOf, placeOf, signatureOf } from "./fields.ts";
import type { FunctionsTexts } from "./functions-texts.ts";
import { wordOperand } from "./words.ts";

/** A call put together: one box an argument, pointed at or typed; its result as it stands, and where it goes. */
export function CallForm(props: {
  readonly desk: Desk;
  readonly sight: FunctionSight;
  readonly draft: Draft;
  readonly outcome: InsertOutcome | null;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { desk, sight, draft, outcome, texts } = props;
  const { locale } = state;
  const record = getFunctionRecord(draft.name);
  const functions = pane.workbook.customFunctions();
  const prepared = React.useMemo(
    () => ({
      cell: sight.prepare(requestOf(draft, "cell", functions)),
      table: sight.prepare(requestOf(draft, "table", functions)),
    }),
    [sight, draft, functions]
  );
  const isBlocked = state.busy !== null;
  const canInsert = prepared.cell !== undefined && prepared.cell.becomes.kind !== "nothing";
  const filled =
    prepared.table?.becomes.kind === "nothing" ? 1 : (prepared.table?.cells.length ?? 1);
  const language = locale === "zh-CN" ? "zh" : "en";
  return (
    <form
      className="zc-form zc-call"
      aria-label={`${texts.title[draft.name]} ${draft.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (canInsert && !isBlocked) start(desk.insert("cell", "ask"));
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        if (draft.picking === null) desk.choose(null);
        else desk.pick(null);
      }}
    >
      <div className="zc-head">
        <code className="zc-title">{signatureOf(record, locale)}</code>
        <button
          type="button"
          className="zc-link"
          onClick={() => {
            desk.choose(null);
          }}
        >
          {texts.close}
        </button>
      </div>
      <p className="zc-message">{record.formula[language]}</p>
      <details className="zc-message">
        <summary>{texts.more}</summary>
        {record.source[language]}
      </details>
      <div className="zc-boxes">
        {fieldsOf(record).map((field) => (
          <ArgumentBox
            key={field.index}
            field={field}
            draft={draft}
            prepared={prepared.cell?.args[placeOf(draft.name, field.index, draft.args)]}
            sight={sight}
            desk={desk}
            texts={texts}
          />
        ))}
        <PickBox
          label={texts.at}
          value={formatAddress(draft.at)}
          isPicking={draft.picking === "at"}
          texts={texts}
          onPick={() => {
            desk.pick("at");
          }}
        />
      </div>
      {prepared.cell !== undefined && (
        <CallResultLines
          prepared={prepared.cell}
          sight={sight}
          texts={texts}
          at={formatArea(draft.at.area)}
        />
      )}
      <div className="zc-actions">
        <PrimaryButton type="submit" text={texts.insert} disabled={!canInsert || isBlocked} />
        {filled > 1 && (
          <DefaultButton
            text={texts.fill(filled)}
            disabled={!canInsert || isBlocked}
            onClick={() => {
              start(desk.insert("table", "ask"));
            }}
          />
        )}
      </div>
      {outcome !== null && <Outcome outcome={outcome} desk={desk} texts={texts} />}
    </form>
  );
}

function ArgumentBox(props: {
  readonly field: ArgumentField;
  readonly draft: Draft;
  readonly prepared: PreparedArgument | undefined;
  readonly sight: FunctionSight;
  readonly desk: Desk;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { state } = usePane();
  const { field, draft, prepared, sight, desk, texts } = props;
  const { index, name, kind, presence } = field;
  const value = draft.args[index] ?? "";
  const word = state.locale === "zh-CN" ? name.zh : name.en;
  const label = presence === "optional" ? texts.optional(word) : word;
  const choices = choicesOf(kind, state.locale);
  const problem =
    prepared === undefined || prepared.problem === null || prepared.problem === "missing"
      ? undefined
      : texts.problem[prepared.problem];
  const type = (text: string): void => {
    desk.type(index, text);
  };
  if (choices !== undefined) {
    return (
      <ChoiceField
        label={label}
        value={value}
        choices={choices}
        allow="any-text"
        error={problem}
        onChange={type}
      />
    );
  }
  const notes =
    prepared === undefined || prepared.operand === null || value === ""
      ? []
      : wordOperand(prepared.operand, sight, draft.at.sheet, state.locale, texts);
  return (
    <PickBox
      label={label}
      value={value}
      isPicking={draft.picking === index}
      texts={texts}
      problem={problem}
      notes={notes}
      onPick={() => {
        desk.pick(index);
      }}
      onType={type}
    />
  );
}

/** A box the selection in the sheet flows into while it is chosen; the focus itself goes to the sheet. */
function PickBox(props: {
  readonly label: string;
  readonly value: string;
  readonly isPicking: boolean;
  readonly texts: FunctionsTexts;
  readonly problem?: string | undefined;
  readonly notes?: readonly string[];
  readonly onPick: () => void;
  readonly onType?: (text: string) => void;
}): React.JSX.Element {
  const { label, value, isPicking, texts, problem, notes = [], onPick, onType } = props;
  return (
    <div className={isPicking ? "zc-box zc-picking" : "zc-box"}>
      <TextField
        label={label}
        value={value}
        autoComplete="off"
        spellCheck={false}
        readOnly={onType === undefined}
        placeholder={isPicking ? texts.picking : ""}
        {...(problem === undefined ? {} : { errorMessage: problem })}
        onFocus={onPick}
        onClick={onPick}
        onChange={(_event, text) => {
          onType?.(text ?? "");
        }}
      />
      {notes.map((note) => (
        <p key={note} className="zc-message">
          {note}
        </p>
      ))}
    </div>
  );
}

function Outcome(props: {
  readonly outcome: InsertOutcome;
  readonly desk: Desk;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { outcome, desk, texts } = props;
  if (outcome.kind === "inserted") {
    return (
      <p className="zc-remark zc-done" role="status">
        {texts.inserted(outcome.becomes, outcome.cells, outcome.skipped)}
        {outcome.header !== null && ` ${texts.headed(outcome.header.cell, outcome.header.text)}`}
      </p>
    );
  }
  const { span } = outcome;
  return (
    <div
      className="zc-remark zc-asks"
      role="alertdialog"
      aria-label={texts.occupied(outcome.cells)}
    >
      <p>{texts.occupied(outcome.cells)}</p>
      <div className="zc-actions">
        {span === "table" && (
          <DefaultButton
            text={texts.skip}
            onClick={() => {
              start(desk.insert(span, "skip"));
            }}
          />
        )}
        <DefaultButton
          text={texts.replace}
          onClick={() => {
            start(desk.insert(span, "replace"));
          }}
        />
        <DefaultButton
          text={texts.cancel}
          onClick={() => {
            desk.forgetOutcome();
          }}
        />
      </div>
    </div>
  );
}
