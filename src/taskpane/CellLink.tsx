import * as React from "react";
import type { Address } from "../core/index.ts";
import { formatAddress, formatArea } from "../core/index.ts";
import { start, usePane } from "./use-pane.tsx";

/** A cell's address; choosing it shows the cell in the sheet. */
export function CellLink(props: {
  readonly address: Address;
  readonly show: "cell" | "sheet-and-cell";
  readonly tabIndex?: number;
}): React.JSX.Element {
  const { pane, texts } = usePane();
  const { address, show } = props;
  const full = formatAddress(address);
  return (
    <button
      type="button"
      className="zc-cell"
      data-part="cell"
      tabIndex={props.tabIndex}
      aria-label={texts.goTo(full)}
      onClick={(event) => {
        event.stopPropagation();
        start(pane.goTo(address));
      }}
    >
      {show === "cell" ? formatArea(address.area) : full}
    </button>
  );
}
