import * as React from "react";
import type { DraftCheck } from "../../core/narrative/check/index.ts";
import { usePane } from "../use-pane.tsx";
import { CheckedDraft } from "./CheckedDraft.tsx";
import { DraftEditor } from "./DraftEditor.tsx";
import type { DraftTexts } from "./draft-texts.ts";

/** 核稿: a draft is put in, then read with its numbers marked; going back to the editor keeps it. */
export function CheckHalf({ texts }: { readonly texts: DraftTexts }): React.JSX.Element {
  const { state } = usePane();
  const { checked } = state.draft;
  // The check whose draft is edited again; a new one is what is wanted to be seen.
  const [left, setLeft] = React.useState<DraftCheck | null>(null);
  return checked === null || checked.check === left ? (
    <DraftEditor texts={texts} />
  ) : (
    <CheckedDraft
      checked={checked}
      texts={texts}
      onEdit={() => {
        setLeft(checked.check);
      }}
    />
  );
}
