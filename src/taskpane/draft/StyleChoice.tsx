import * as React from "react";
import type { HouseStyle } from "../../core/narrative/compose/index.ts";
import { STYLE_NAMES, findStyle, parseStyle } from "../../core/narrative/compose/index.ts";
import { formatFailure } from "../../core/index.ts";
import { usePane } from "../use-pane.tsx";
import { FileInput } from "./FileInput.tsx";
import type { DraftTexts } from "./draft-texts.ts";

const OWN_FILE = "\u0000file";

/** Which house style: by the city, one of those that come along, or an office's own out of a file. */
export function StyleChoice(props: {
  readonly texts: DraftTexts;
  readonly isBlocked: boolean;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { texts, isBlocked } = props;
  const { style } = state.draft;
  const [fault, setFault] = React.useState<string | null>(null);
  const input = React.useRef<HTMLInputElement>(null);
  const names =
    style === null || STYLE_NAMES.includes(style.name) ? STYLE_NAMES : [...STYLE_NAMES, style.name];
  const choose = (chosen: HouseStyle | null): void => {
    setFault(null);
    pane.changeDraft({ style: chosen });
  };
  const read = async (file: File): Promise<void> => {
    const parsed = parseStyle(await file.text());
    if (parsed.ok) {
      choose(parsed.value);
      return;
    }
    const failure = { code: "style-invalid", file: file.name, problems: parsed.failure } as const;
    setFault(formatFailure(failure, state.locale).message);
  };
  return (
    <div className="zc-style">
      <label>
        <span>{texts.style}</span>
        <select
          disabled={isBlocked}
          value={style?.name ?? ""}
          onChange={({ target }) => {
            if (target.value === OWN_FILE) input.current?.click();
            else if (target.value === "") choose(null);
            else if (target.value !== style?.name) choose(findStyle(target.value) ?? null);
          }}
        >
          <option value="">{texts.styleOfCity}</option>
          {names.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={OWN_FILE}>{texts.styleFromFile}</option>
        </select>
      </label>
      <FileInput
        ref={input}
        accept=".json,application/json"
        label={texts.styleFile}
        onFile={read}
      />
      {fault !== null && (
        <p className="zc-draft-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
