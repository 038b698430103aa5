import * as React from "react";
import type { Mark, MarkLook } from "./marks.ts";
import type { DraftTexts } from "./draft-texts.ts";

const ORDER: readonly MarkLook[] = [
  "agrees",
  "within-rounding",
  "disagrees",
  "unverifiable",
  "lint",
  "unclaimed",
];

/** What the underlines mean: those that are to be seen, with how often. */
export function Legend(props: {
  readonly marks: readonly Mark[];
  readonly texts: DraftTexts;
}): React.JSX.Element | null {
  const { marks, texts } = props;
  const counts = new Map<MarkLook, number>();
  for (const { look, isLinted } of marks) {
    counts.set(look, (counts.get(look) ?? 0) + 1);
    if (isLinted && look !== "lint") counts.set("lint", (counts.get("lint") ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  return (
    <ul className="zc-legend" aria-label={texts.legend}>
      {ORDER.filter((look) => counts.has(look)).map((look) => (
        <li key={look}>
          <span className={`zc-mark zc-mark-${look}`}>{texts.look[look]}</span> {counts.get(look)}
        </li>
      ))}
    </ul>
  );
}
