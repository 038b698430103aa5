import * as React from "react";
import type { Bullet } from "./bullet.ts";
import type { PaneTexts } from "./pane-texts.ts";

/**
 * How far a value is from its target: a bar from zero to the value, the gap in amber, a mark at the target.
 * Zero and target are labelled; the bar of every zone has the same scale.
 */
export function BulletBar(props: {
  readonly bullet: Bullet;
  readonly texts: PaneTexts;
}): React.JSX.Element {
  const { bullet, texts } = props;
  const { zero, actual, target } = bullet;
  return (
    <svg
      className="zc-bullet"
      width="100%"
      height="25"
      role="img"
      aria-label={texts.bullet(bullet.actualText, bullet.targetText)}
    >
      <rect className="zc-bullet-track" x="0" y="3" width="100%" height="8" />
      <rect className="zc-bullet-value" y="3" height="8" {...span(zero, actual)} />
      <rect className="zc-bullet-gap" y="5" height="4" {...span(actual, target)} />
      <rect className="zc-bullet-zero" x={`${zero}%`} y="1" width="1" height="12" />
      <rect className="zc-bullet-target" x={`${target}%`} y="0" width="2" height="14" />
      {Math.abs(zero - target) > 18 && (
        <text className="zc-bullet-label" x={`${zero}%`} y="23" textAnchor={anchor(zero)}>
          0
        </text>
      )}
      <text
        className="zc-bullet-label"
        x={`${target}%`}
        y="23"
        textAnchor={anchor(target)}
      >{`${texts.targetLabel} ${bullet.targetText}`}</text>
    </svg>
  );
}

function span(from: number, to: number): { readonly x: string; readonly width: string } {
  return { x: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` };
}

/** Labels near an edge grow inwards. */
function anchor(place: number): "start" | "middle" | "end" {
  if (place < 20) return "start";
  return place > 80 ? "end" : "middle";
}
