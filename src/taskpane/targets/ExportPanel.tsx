import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { copyText } from "../host-look.ts";
import { start } from "../use-pane.tsx";
import type { TargetsTexts } from "./texts.ts";

/** The rules as a file. A host whose browser saves no files still lets the text be copied. */
export function ExportPanel(props: {
  readonly text: string;
  readonly texts: TargetsTexts;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { text, texts, onClose } = props;
  const [said, setSaid] = React.useState("");
  const copy = async (): Promise<void> => {
    setSaid((await copyText(text)) ? texts.copied : texts.copyByHand);
  };
  return (
    <section className="zc-form" aria-label={texts.exported}>
      <textarea readOnly rows={8} value={text} aria-label={texts.exportText} />
      <div className="zc-actions">
        <DefaultButton
          text={texts.download}
          onClick={() => {
            download(text);
          }}
        />
        <DefaultButton
          text={texts.copy}
          onClick={() => {
            start(copy());
          }}
        />
        <span className="zc-message" role="status">
          {said}
        </span>
        <span className="zc-gap" />
        <button type="button" className="zc-link" onClick={onClose}>
          {texts.close}
        </button>
      </div>
    </section>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "zone-check-rules.json";
  link.click();
  URL.revokeObjectURL(url);
}
