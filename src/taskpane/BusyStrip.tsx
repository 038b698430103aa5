import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import * as React from "react";
import type { Task } from "./level.ts";
import type { Busy } from "./pane-state.ts";
import type { PaneTexts } from "./pane-texts.ts";
import { useDelayed, usePane } from "./use-pane.tsx";

const CANCELLABLE: readonly Task[] = [
  "validate",
  "check-only",
  "compose",
  "check-text",
  "self-test",
];

/** What is going on, once it takes longer than a blink, and the way out of it. */
export function BusyStrip(): React.JSX.Element | null {
  const { pane, state, texts } = usePane();
  const { busy } = state;
  const isLong = useDelayed(busy !== null, 300);
  if (busy === null || !isLong) return null;
  const { phase } = busy;
  const isReading = phase?.kind === "reading" && phase.total > 0;
  // Half a plan would be worse than all of it: writing is not to be cancelled.
  const isCancellable = CANCELLABLE.includes(busy.task) && phase?.kind !== "writing";
  return (
    <div className="zc-busy">
      <div className="zc-busy-bar">
        <ProgressIndicator
          label={describe(busy, texts)}
          {...(isReading ? { percentComplete: phase.done / phase.total } : {})}
        />
      </div>
      {isCancellable && (
        <DefaultButton
          text={texts.cancel}
          onClick={() => {
            pane.cancel();
          }}
        />
      )}
    </div>
  );
}

function describe({ task, phase }: Busy, texts: PaneTexts): string {
  if (phase === null) return texts.working[task];
  switch (phase.kind) {
    case "reading":
      return phase.total > 0
        ? texts.readingProgress(Math.round((phase.done / phase.total) * 100))
        : texts.working[task];
    case "evaluating":
      return texts.evaluating;
    case "writing":
      return task === "validate" ? texts.writing : texts.working[task];
  }
}
