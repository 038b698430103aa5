import type { IComboBoxOption } from "office-ui-fabric-react/lib/ComboBox";
import { ComboBox } from "office-ui-fabric-react/lib/ComboBox";
import * as React from "react";

/** A field with a list that narrows as one types; where any text is allowed, what is typed stands as it is. */
export function ChoiceField(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  readonly allow: "choices" | "any-text";
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
}): React.JSX.Element {
  const { label, value, choices, allow, error, onChange } = props;
  const [typed, setTyped] = React.useState<string | null>(null);
  const listed = value === "" || choices.includes(value) ? choices : [value, ...choices];
  // While one types, what contains the text; a choice alone, or an untouched field, shows the whole list.
  const narrowed =
    typed === null || typed === ""
      ? listed
      : listed.filter((choice) => choice.toLowerCase().includes(typed.toLowerCase()));
  const options = narrowed.slice(0, 300).map((text): IComboBoxOption => ({ key: text, text }));
  return (
    <ComboBox
      label={label}
      options={options}
      selectedKey={value === "" ? null : value}
      text={typed ?? value}
      allowFreeform
      autoComplete="off"
      useComboBoxAsMenuWidth
      openOnKeyboardFocus={false}
      buttonIconProps={{ iconName: "ChevronDown" }}
      {...(error === undefined ? {} : { errorMessage: error })}
      onPendingValueChanged={(_option, _index, text) => {
        if (text !== undefined) setTyped(text);
      }}
      onChange={(_event, option, _index, text) => {
        setTyped(null);
        const chosen = option?.text ?? text ?? "";
        if (allow === "any-text" || chosen === "" || choices.includes(chosen)) onChange(chosen);
      }}
      onMenuDismissed={() => {
        setTyped(null);
      }}
    />
  );
}

/** A field whose every choice stands for a value of ours. */
export function WordField<Value extends string>(props: {
  readonly label: string;
  readonly words: readonly (readonly [Value, string])[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}): React.JSX.Element {
  const { label, words, value, onChange } = props;
  return (
    <ChoiceField
      label={label}
      value={words.find(([key]) => key === value)?.[1] ?? ""}
      choices={words.map(([, word]) => word)}
      allow="choices"
      onChange={(text) => {
        onChange(words.find(([, word]) => word === text)?.[0] ?? null);
      }}
    />
  );
}
