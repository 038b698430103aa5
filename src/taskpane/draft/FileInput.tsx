import * as React from "react";
import { start } from "../use-pane.tsx";

interface FileInputProps {
  readonly accept: string;
  readonly label: string;
  readonly onFile: (file: File) => Promise<void>;
}

/** The browser's own dialogue for a file, opened by a control of ours that clicks it. */
export const FileInput = React.forwardRef<HTMLInputElement, FileInputProps>(function FileInput(
  { accept, label, onFile },
  ref
) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      hidden
      aria-label={label}
      onChange={({ target }) => {
        const file = target.files?.[0];
        if (file !== undefined) start(onFile(file));
        target.value = ""; // The same file once more is a choice too.
      }}
    />
  );
});
