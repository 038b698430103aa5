import * as React from "react";
import type { Address } from "../../core/index.ts";
import { formatAddress } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import type { DraftTexts } from "./draft-texts.ts";

const MOST = 8;

/** The cells something is made of, each once. */
export function CellLinks(props: {
  readonly cells: readonly Address[];
  readonly texts: DraftTexts;
}): React.JSX.Element | null {
  const { texts } = props;
  const cells = [...new Map(props.cells.map((cell) => [formatAddress(cell), cell]))];
  if (cells.length === 0) return null;
  return (
    <p className="zc-draft-cells">
      {cells.slice(0, MOST).map(([address, cell]) => (
        <CellLink key={address} address={cell} show="sheet-and-cell" />
      ))}
      {cells.length > MOST && <span>{texts.moreCells(cells.length)}</span>}
    </p>
  );
}
