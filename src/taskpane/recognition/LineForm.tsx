import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import type {
  CorrectedAgainst,
  LineChange,
  LineCorrection,
  Locale,
  Measure,
  ReferenceScope,
  TableLine,
} from "../../core/index.ts";
import { MEASURES, indicators, measureLabel } from "../../core/index.ts";
import { ChoiceField, WordField } from "../ChoiceField.tsx";
import { start, usePane } from "../use-pane.tsx";
import type { AgainstChoice, RecognitionTexts } from "./texts.ts";

const INDICATORS = indicators().map(({ name }) => name);
const UNITS = [
  "亿元",
  "万元",
  "元",
  "%",
  "个百分点",
  "户",
  "个",
  "家",
  "项",
  "亩",
  "万平方米",
  "万美元",
];
const SCOPES: readonly AgainstChoice[] = [
  "none",
  "total",
  "city",
  "province",
  "province-zones",
  "nation",
  "nation-zones",
  "benchmark",
];

/** What the user says a column or row means; what is left alone stays as it was read. */
export function LineForm(props: {
  readonly line: TableLine;
  readonly sheet: string;
  readonly correction: LineCorrection | null;
  readonly texts: RecognitionTexts;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { line, sheet, correction, texts, onDone } = props;
  const [first] = line.fields;
  const before = correction?.change.kind === "meaning" ? correction.change : null;
  const [change, setChange] = React.useState<Partial<Meaning>>({});
  const form = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => {
    form.current?.querySelector<HTMLElement>("input")?.focus();
  }, []);
  const keep = async (next: LineChange): Promise<void> => {
    const { path, nth } = line;
    onDone();
    await pane.correctReading({ kind: "line", sheet, path, nth, change: next }, "put");
  };
  const isRow = line.kind === "row";
  const isWhole = line.fields.length <= 1;
  return (
    <form
      ref={form}
      className="zc-form"
      aria-label={texts.correctOf(line.path.join(" / "))}
      onSubmit={(event) => {
        event.preventDefault();
        start(keep({ ...UNCHANGED, ...before, ...change, kind: "meaning" }));
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onDone();
      }}
    >
      <div className="zc-fields">
        <ChoiceField
          label={texts.indicator}
          value={change.indicator ?? (isRow || isWhole ? (first?.indicator.name ?? "") : "")}
          choices={INDICATORS}
          allow="any-text"
          onChange={(indicator) => {
            setChange({ ...change, indicator: indicator === "" ? null : indicator });
          }}
        />
        {!isRow && (
          <WordField
            label={texts.measure}
            words={measureWords(state.locale)}
            value={change.measure ?? first?.measure ?? null}
            onChange={(measure) => {
              setChange({ ...change, measure });
            }}
          />
        )}
        <ChoiceField
          label={texts.unit}
          value={change.unit ?? (isWhole ? (first?.unit?.name ?? "") : "")}
          choices={UNITS}
          allow="any-text"
          onChange={(unit) => {
            setChange({ ...change, unit: unit === "" ? null : unit });
          }}
        />
        {!isRow && (
          <WordField
            label={texts.against}
            words={SCOPES.map((scope) => [scope, texts.scopes[scope]])}
            value={keyOfAgainst(change.against ?? null, line)}
            onChange={(choice) => {
              setChange({ ...change, against: choice === null ? null : toAgainst(choice) });
            }}
          />
        )}
      </div>
      <div className="zc-actions">
        <PrimaryButton
          type="submit"
          text={texts.save}
          disabled={Object.keys(change).length === 0}
        />
        <DefaultButton
          text={texts.setAside}
          onClick={() => {
            start(keep({ kind: "set-aside" }));
          }}
        />
        <span className="zc-gap" />
        <button type="button" className="zc-link" onClick={onDone}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}

type Meaning = Extract<LineChange, { kind: "meaning" }>;
const UNCHANGED = { indicator: null, measure: null, unit: null, against: null };

const measureWords = (locale: Locale): readonly (readonly [Measure, string])[] =>
  MEASURES.map((measure) => [measure, measureLabel(measure, locale)]);

function toAgainst(choice: AgainstChoice): CorrectedAgainst {
  return choice === "none" || choice === "total"
    ? { kind: choice }
    : { kind: "reference", scope: choice };
}

function keyOfAgainst(chosen: CorrectedAgainst | null, line: TableLine): AgainstChoice | null {
  if (chosen !== null) return choiceOf(chosen);
  const against = line.fields[0]?.against ?? null;
  return against === null ? "none" : choiceOf(against);
}

/** An indicator as the whole is none of the list's choices: it is kept until another is chosen. */
function choiceOf(against: {
  readonly kind: string;
  readonly scope?: ReferenceScope;
}): AgainstChoice | null {
  if (against.kind === "reference") return against.scope ?? null;
  return against.kind === "total" || against.kind === "none" ? against.kind : null;
}
