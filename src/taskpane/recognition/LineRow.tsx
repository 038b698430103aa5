import * as React from "react";
import type { Field, ReadingCorrection, TableLine } from "../../core/index.ts";
import { measureLabel, unrecognisedLabel } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import { usePane } from "../use-pane.tsx";
import { LineForm } from "./LineForm.tsx";
import { RowActions } from "./RowActions.tsx";
import type { RecognitionTexts } from "./texts.ts";

/** A column or row: where, its words, and what they were taken for. */
export function LineRow(props: {
  readonly line: TableLine;
  readonly sheet: string;
  readonly texts: RecognitionTexts;
  readonly editing: string | null;
  readonly onEdit: (key: string | null) => void;
  readonly kept: ReadonlyMap<string, ReadingCorrection>;
}): React.JSX.Element {
  const { state } = usePane();
  const { line, sheet, texts, editing, onEdit, kept } = props;
  const name = line.path.join(" / ");
  const correction = kept.get(line.key);
  const meaning =
    line.reason === null
      ? wordMeaning(line, texts, (field) => measureLabel(field.measure, state.locale))
      : unrecognisedLabel(line.reason, state.locale);
  return (
    <li className="zc-line">
      <CellLink address={{ sheet, area: line.area }} show="cell" />
      <span>
        <span className="zc-path">{name}</span>{" "}
        <span className={line.reason === null ? "zc-message" : "zc-message zc-unread"}>
          {meaning}
        </span>
      </span>
      <RowActions
        name={name}
        correction={correction}
        editing={editing === line.key ? "open" : "closed"}
        texts={texts}
        onToggle={() => {
          onEdit(editing === line.key ? null : line.key);
        }}
      />
      {editing === line.key && (
        <LineForm
          line={line}
          sheet={sheet}
          correction={correction?.kind === "line" ? correction : null}
          texts={texts}
          onDone={() => {
            onEdit(null);
          }}
        />
      )}
    </li>
  );
}

/** 工业投资 · 占比 · % · 对 全市; what its fields do not share is left out. */
function wordMeaning(
  { fields }: TableLine,
  texts: RecognitionTexts,
  measureOf: (field: Field) => string
): string {
  const shared = (words: readonly string[]): readonly string[] =>
    new Set(words).size === 1 ? words.slice(0, 1) : [];
  const parts = [
    ...shared(fields.map(({ indicator }) => indicator.name)),
    ...shared(fields.map(measureOf)),
    ...shared(fields.map((field) => wordUnit(field, texts))),
    ...shared(fields.map((field) => wordAgainst(field, texts))),
  ].filter((part) => part !== "");
  return parts.length === 0 ? texts.various : parts.join(" · ");
}

/** A level whose name no table knows, and no unit tells in what: for the user to say. */
function wordUnit({ unit, indicator, measure }: Field, texts: RecognitionTexts): string {
  const isOpen = unit === null && measure === "actual" && !indicator.isCatalogued;
  return unit?.name ?? (isOpen ? texts.unitUnknown : "");
}

function wordAgainst({ against }: Field, texts: RecognitionTexts): string {
  switch (against?.kind) {
    case "reference":
      return texts.of(texts.scopes[against.scope]);
    case "indicator":
      return texts.of(against.indicator.name);
    case "total":
      return texts.of(texts.scopes.total);
    default:
      return "";
  }
}
