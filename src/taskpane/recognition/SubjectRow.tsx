import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import * as React from "react";
import type {
  IndicatorTable,
  ReadingCorrection,
  SubjectChange,
  SubjectRole,
  TableSubject,
} from "../../core/index.ts";
import { areaOfCell } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import { WordField } from "../ChoiceField.tsx";
import { start, usePane } from "../use-pane.tsx";
import { RowActions } from "./RowActions.tsx";
import type { RecognitionTexts } from "./texts.ts";

const ROLES: readonly SubjectRole[] = [
  "zone",
  "project",
  "total",
  "subtotal",
  "part",
  "average",
  "reference",
];

/** A zone, total or reference: where, its name, its role. */
export function SubjectRow(props: {
  readonly table: IndicatorTable;
  readonly subject: TableSubject;
  readonly texts: RecognitionTexts;
  readonly editing: string | null;
  readonly onEdit: (key: string | null) => void;
  readonly kept: ReadonlyMap<string, ReadingCorrection>;
}): React.JSX.Element {
  const { pane } = usePane();
  const { table, subject: line, texts, editing, onEdit, kept } = props;
  const { subject, key, nth } = line;
  const { at, label } = subject;
  const correction = kept.get(key);
  const keep = (change: SubjectChange): void => {
    onEdit(null);
    start(pane.correctReading({ kind: "subject", sheet: table.sheet, label, nth, change }, "put"));
  };
  return (
    <li className="zc-line">
      {at.kind === "cell" && (
        <CellLink address={{ sheet: table.sheet, area: areaOfCell(at) }} show="cell" />
      )}
      <span>
        <span className="zc-path">{label}</span>{" "}
        <span className="zc-message">
          {[texts.roles[subject.role], ...(subject.name === label ? [] : [subject.name])].join(
            " · "
          )}
        </span>
      </span>
      <RowActions
        name={label}
        correction={correction}
        editing={editing === key ? "open" : "closed"}
        texts={texts}
        onToggle={() => {
          onEdit(editing === key ? null : key);
        }}
      />
      {editing === key && (
        <SubjectForm
          line={line}
          texts={texts}
          onKeep={keep}
          onCancel={() => {
            onEdit(null);
          }}
        />
      )}
    </li>
  );
}

function SubjectForm(props: {
  readonly line: TableSubject;
  readonly texts: RecognitionTexts;
  readonly onKeep: (change: SubjectChange) => void;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const { line, texts, onKeep, onCancel } = props;
  const { subject } = line;
  const [name, setName] = React.useState(subject.name);
  const [role, setRole] = React.useState<SubjectRole>(subject.role);
  return (
    <form
      className="zc-form"
      aria-label={texts.correctOf(subject.label)}
      onSubmit={(event) => {
        event.preventDefault();
        const isNamed = name.trim() !== "" && name !== subject.name;
        onKeep({ kind: "subject", name: isNamed ? name.trim() : null, role });
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onCancel();
      }}
    >
      <div className="zc-fields">
        <TextField
          label={texts.name}
          value={name}
          autoComplete="off"
          onChange={(_event, text) => {
            setName(text ?? "");
          }}
        />
        <WordField
          label={texts.role}
          words={ROLES.map((one) => [one, texts.roles[one]])}
          value={role}
          onChange={(chosen) => {
            if (chosen !== null) setRole(chosen);
          }}
        />
      </div>
      <div className="zc-actions">
        <PrimaryButton type="submit" text={texts.save} />
        <DefaultButton
          text={texts.setAside}
          onClick={() => {
            onKeep({ kind: "set-aside" });
          }}
        />
        <span className="zc-gap" />
        <button type="button" className="zc-link" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
