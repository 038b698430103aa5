import type { Evaluation } from "../core/index.ts";
import { lazyView } from "./lazy-view.tsx";
import { usePane } from "./use-pane.tsx";
import * as React from "react";

/** 表格识别: what was read and how, each line to be corrected. */
export const Recognition = lazyView(
  async () =>
    (await import(/* webpackChunkName: "recognition" */ "./recognition/RecognitionView.tsx"))
      .RecognitionView,
  Waiting
);

function Waiting(): React.JSX.Element {
  const { texts } = usePane();
  return <p className="zc-quiet">{texts.loading}</p>;
}

/** Parts of the sheets that were not understood; what the user set aside is none. */
export function countUnrecognised(evaluation: Evaluation): number {
  const parts = [...evaluation.tables, ...evaluation.unread];
  return parts.reduce(
    (count, { unrecognised }) =>
      count + unrecognised.filter(({ reason }) => !reason.startsWith("set-aside")).length,
    0
  );
}
