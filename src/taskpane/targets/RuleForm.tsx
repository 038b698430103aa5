import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import * as React from "react";
import type { RulesColumn } from "../../core/index.ts";
import { indicators, measureLabel } from "../../core/index.ts";
import { ChoiceField } from "../ChoiceField.tsx";
import { start, usePane } from "../use-pane.tsx";
import type { RuleDraft } from "./rule-draft.ts";
import { draftOf, problemsOf, toEdit, toRemoval } from "./rule-draft.ts";
import type { RuleGroup } from "./rule-groups.ts";
import type { TargetsTexts } from "./texts.ts";

const INDICATORS = indicators().map(({ name }) => name);
const MEASURES = (["growth", "share", "actual", "rate", "difference"] as const).map((measure) =>
  measureLabel(measure, "zh-CN")
);
/** The sheet is written in Chinese whatever the pane speaks: it goes to the province. */
const CHOICES: Readonly<Partial<Record<RulesColumn, readonly string[]>>> = {
  指标: INDICATORS,
  口径: MEASURES,
  适用: ["全部", "工业类", "农业类", "文旅类", "服务业类", "综合类"],
  比较: ["不低于", "高于", "不高于", "低于"],
  单位: ["%", "个百分点", "亿元", "万元", "户", "个", "亩", "万平方米"],
  来源: ["省定", "省初定", "市定"],
  级别: ["提示", "须说明"],
};
const FIELDS = ["指标", "口径", "比较", "目标值", "单位", "适用", "来源", "期间", "级别"] as const;
/** Closed words: anything else would be a problem in the sheet. */
const CLOSED: readonly RulesColumn[] = ["比较", "级别"];

/** A rule and its exceptions as a form. Saving writes the cells that differ; the sheet stays the truth. */
export function RuleForm(props: {
  readonly group: RuleGroup | null;
  readonly texts: TargetsTexts;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { pane } = usePane();
  const { group, texts, onDone } = props;
  const [draft, setDraft] = React.useState<RuleDraft>(() => draftOf(group));
  const [isTried, setTried] = React.useState(false);
  const form = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => {
    form.current?.querySelector<HTMLElement>("input")?.focus();
  }, []);
  const problems = isTried ? problemsOf(draft, texts) : {};
  const setText = (name: RulesColumn, text: string): void => {
    setDraft((now) => ({ ...now, texts: { ...now.texts, [name]: text } }));
  };
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(problemsOf(draft, texts)).length > 0) return;
    await pane.changeRules({ kind: "save", edit: toEdit(group, draft) });
    // What could not be written stays in the form.
    if (pane.getState().notice === null) onDone();
  };
  const remove = async (): Promise<void> => {
    if (group !== null) await pane.changeRules({ kind: "save", edit: toRemoval(group) });
    onDone();
  };
  return (
    <form
      ref={form}
      className="zc-form"
      aria-label={group === null ? texts.newRule : texts.editOf(group.row.texts["指标"] ?? "")}
      onSubmit={(event) => {
        event.preventDefault();
        start(save());
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onDone();
      }}
    >
      <div className="zc-fields">
        {FIELDS.map((name) => {
          const common = {
            label: texts.field[name],
            value: draft.texts[name] ?? "",
            error: problems[name],
            onChange: (text: string): void => {
              setText(name, text);
            },
          };
          const choices = CHOICES[name];
          return choices === undefined ? (
            <PlainField key={name} {...common} />
          ) : (
            <ChoiceField
              key={name}
              {...common}
              choices={choices}
              allow={CLOSED.includes(name) ? "choices" : "any-text"}
            />
          );
        })}
      </div>
      <Exceptions draft={draft} problems={problems} texts={texts} onChange={setDraft} />
      <div className="zc-actions">
        <PrimaryButton type="submit" text={texts.save} />
        <DefaultButton text={texts.cancel} onClick={onDone} />
        <span className="zc-gap" />
        {group !== null && (
          <button
            type="button"
            className="zc-link"
            onClick={() => {
              start(remove());
            }}
          >
            {texts.remove}
          </button>
        )}
      </div>
    </form>
  );
}

function PlainField(props: {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
}): React.JSX.Element {
  return (
    <TextField
      label={props.label}
      value={props.value}
      autoComplete="off"
      {...(props.error === undefined ? {} : { errorMessage: props.error })}
      onChange={(_event, text) => {
        props.onChange(text ?? "");
      }}
    />
  );
}

function Exceptions(props: {
  readonly draft: RuleDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly texts: TargetsTexts;
  readonly onChange: (draft: RuleDraft) => void;
}): React.JSX.Element {
  const { draft, problems, texts, onChange } = props;
  const set = (
    index: number,
    change: { readonly zone?: string; readonly value?: string }
  ): void => {
    const exceptions = draft.exceptions.map((one, at) =>
      at === index ? { ...one, ...change } : one
    );
    onChange({ ...draft, exceptions });
  };
  return (
    <fieldset className="zc-exceptions">
      <legend>{texts.exceptions}</legend>
      {draft.exceptions.map((one, index) => (
        <div key={one.key} className="zc-exception">
          <TextField
            ariaLabel={texts.exceptionZone(index + 1)}
            placeholder={texts.field["适用"]}
            value={one.zone}
            {...(problems[`zone ${one.key}`] === undefined
              ? {}
              : { errorMessage: problems[`zone ${one.key}`] ?? "" })}
            onChange={(_event, zone) => {
              set(index, { zone: zone ?? "" });
            }}
          />
          <TextField
            ariaLabel={texts.exceptionValue(index + 1)}
            placeholder={texts.field["目标值"]}
            value={one.value}
            {...(problems[`value ${one.key}`] === undefined
              ? {}
              : { errorMessage: problems[`value ${one.key}`] ?? "" })}
            onChange={(_event, value) => {
              set(index, { value: value ?? "" });
            }}
          />
          <button
            type="button"
            className="zc-link"
            aria-label={texts.removeException(one.zone)}
            onClick={() => {
              onChange({
                ...draft,
                exceptions: draft.exceptions.filter((_, at) => at !== index),
              });
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        className="zc-link"
        onClick={() => {
          const key = Math.max(0, ...draft.exceptions.map((one) => one.key)) + 1;
          const added = { key, row: null, zone: "", value: "" };
          onChange({ ...draft, exceptions: [...draft.exceptions, added] });
        }}
      >
        {texts.addException}
      </button>
    </fieldset>
  );
}
