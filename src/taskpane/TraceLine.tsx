import * as React from "react";

/** A line of a trace: what it tells, and the words. It stands in a dl. */
export function TraceLine(props: {
  readonly label: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
