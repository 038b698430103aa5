import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { NoticeBar } from "../NoticeBar.tsx";
import { loadActions } from "../services.ts";
import { start, usePane } from "../use-pane.tsx";
import { FileInput } from "./FileInput.tsx";
import type { DraftTexts } from "./draft-texts.ts";

/** More than any office's report of a year, and no more than can be marked without holding up the pane. */
const MOST_CHARACTERS = 100_000;
/** Four bytes a character at most, in any encoding. */
const MOST_BYTES = MOST_CHARACTERS * 4;

/** Where a draft is pasted, typed or read from a file. */
export function DraftEditor({ texts }: { readonly texts: DraftTexts }): React.JSX.Element {
  const { pane, state } = usePane();
  const { draft, host, busy } = state;
  const field = React.useRef<HTMLTextAreaElement>(null);
  const input = React.useRef<HTMLInputElement>(null);
  const [fault, setFault] = React.useState<string | null>(null);
  const [isAlone, setAlone] = React.useState(draft.checked?.against === "text");
  const isBlocked = busy !== null && busy.task !== "go-to";
  const keep = (): void => {
    pane.changeDraft({ text: field.current?.value ?? "" });
  };
  const put = (text: string): void => {
    if (field.current !== null) field.current.value = text;
    setFault(faultOf(text, texts));
    keep();
  };
  const read = async (file: File): Promise<void> => {
    if (file.size > MOST_BYTES) {
      setFault(texts.tooLong(MOST_CHARACTERS));
      return;
    }
    const { decodeText } = await loadActions();
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    // A .docx or another binary file is no text whatever its name says.
    if (text.includes("\u0000")) setFault(texts.unreadableFile(file.name));
    else put(text.replace(/\r\n?/gu, "\n"));
  };
  const check = (): void => {
    const text = field.current?.value ?? "";
    const found = faultOf(text, texts);
    setFault(found);
    if (found === null) {
      const against = isAlone || host !== "excel" ? "text" : "book";
      start(pane.checkText({ draft: text, against }));
    } else field.current?.focus();
  };
  return (
    <>
      <NoticeBar />
      <form
        className="zc-editor"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={(event) => {
          const file = event.dataTransfer.files[0];
          if (file === undefined) return;
          event.preventDefault();
          start(read(file));
        }}
      >
        <textarea
          ref={field}
          defaultValue={draft.text}
          placeholder={texts.pasteHere}
          aria-label={texts.draft}
          aria-invalid={fault !== null}
          {...(fault === null ? {} : { "aria-describedby": FAULT })}
          spellCheck={false}
          onBlur={keep}
        />
        {fault !== null && (
          <p id={FAULT} className="zc-draft-fault" role="alert">
            {fault}
          </p>
        )}
        <div className="zc-actions">
          <PrimaryButton type="submit" text={texts.check} disabled={isBlocked} />
          <DefaultButton text={texts.open} onClick={() => input.current?.click()} />
          <label className="zc-against">
            <input
              type="checkbox"
              checked={!isAlone && host === "excel"}
              disabled={host !== "excel"}
              onChange={({ target }) => {
                setAlone(!target.checked);
              }}
            />
            {texts.againstBook}
          </label>
        </div>
        <FileInput ref={input} accept=".txt,text/plain" label={texts.openFile} onFile={read} />
      </form>
    </>
  );
}

const FAULT = "zc-draft-fault";

function faultOf(text: string, texts: DraftTexts): string | null {
  if (text.trim() === "") return texts.emptyDraft;
  return text.length > MOST_CHARACTERS ? texts.tooLong(MOST_CHARACTERS) : null;
}
