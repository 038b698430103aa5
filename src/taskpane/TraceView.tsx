import * as React from "react";
import type { Address, Finding, FindingCode, Operand } from "../core/index.ts";
import { formatAddress } from "../core/index.ts";
import { CellLink } from "./CellLink.tsx";
import { TraceLine } from "./TraceLine.tsx";
import type { PaneTexts } from "./pane-texts.ts";
import type { FindingWords } from "./wording.ts";
import { addUnit, showNumber } from "./wording.ts";

/** More cells than this are counted: nobody goes through sixty of them by hand. */
const SHOWN = 12;

/** Why a verdict was given; every number that took part leads to its cell. */
export function TraceView(props: {
  readonly finding: Finding;
  readonly words: FindingWords;
  readonly texts: PaneTexts;
}): React.JSX.Element {
  const { finding, words, texts } = props;
  const { operands, allowed, decimals } = finding.trace;
  const number = (value: number | null): string | null =>
    value === null ? null : showNumber(value, decimals);
  // The bounds are between the printed digits: at the cell's own places both would read as its neighbours.
  const finer = (value: number): string => showNumber(value, Math.min(12, decimals + 3));
  // What else was found at the cell itself does not follow from it.
  const own = formatAddress(finding.at);
  const here = finding.consequences.filter(({ at }) => formatAddress(at) === own);
  const elsewhere = finding.consequences.filter(({ at }) => formatAddress(at) !== own);
  return (
    <dl
      className="zc-trace"
      onClick={(event) => {
        event.stopPropagation(); // Reading and selecting text is no click on the row.
      }}
    >
      <TraceLine label={texts.trace.rule}>{words.rule}</TraceLine>
      {words.target !== null && <TraceLine label={texts.trace.target}>{words.target}</TraceLine>}
      {operands.length > 0 && (
        <TraceLine label={texts.trace.operands}>
          <ul className="zc-operands">
            {operands.map((operand, index) => (
              <OperandView key={index} operand={operand} sheet={finding.at.sheet} />
            ))}
          </ul>
        </TraceLine>
      )}
      <TraceLine label={texts.trace.arithmetic}>{words.arithmetic}</TraceLine>
      {words.rounding !== null && (
        <TraceLine label={texts.trace.rounding}>{words.rounding}</TraceLine>
      )}
      {allowed !== null && allowed.low !== allowed.high && (
        <TraceLine label={texts.trace.allowed}>
          {texts.allowed(finer(allowed.low), finer(allowed.high))}
        </TraceLine>
      )}
      <TraceLine label={texts.trace.passes}>
        {finding.expected === null
          ? words.passes
          : texts.passes(number(finding.expected.low), number(finding.expected.high))}
      </TraceLine>
      {words.needed !== null && <TraceLine label={texts.trace.needed}>{words.needed}</TraceLine>}
      {here.length > 0 && (
        <TraceLine label={texts.sameCell}>
          {here.map(({ code }) => texts.verdict[code as FindingCode]).join(texts.listed)}
        </TraceLine>
      )}
      {elsewhere.length > 0 && (
        <TraceLine label={texts.consequences}>
          <ul className="zc-operands">
            {elsewhere.slice(0, SHOWN).map(({ code, at }, index) => (
              <li key={index}>
                <CellLink address={at} show={showIn(at, finding)} />
                <span>{texts.verdict[code as FindingCode]}</span>
              </li>
            ))}
            {elsewhere.length > SHOWN && <li>{texts.andMore(elsewhere.length - SHOWN)}</li>}
          </ul>
        </TraceLine>
      )}
      {finding.alternatives.length > 0 && (
        <TraceLine label={texts.alternatives}>
          <ul className="zc-operands">
            {finding.alternatives.slice(0, SHOWN).map((set, index) => (
              <li key={index}>
                {set.map((at, place) => (
                  <CellLink key={place} address={at} show={showIn(at, finding)} />
                ))}
              </li>
            ))}
            {finding.alternatives.length > SHOWN && (
              <li>{texts.andMore(finding.alternatives.length - SHOWN)}</li>
            )}
          </ul>
        </TraceLine>
      )}
      <TraceLine label={texts.trace.remedy}>{words.remedy}</TraceLine>
    </dl>
  );
}

function showIn(at: Address, finding: Finding): "cell" | "sheet-and-cell" {
  return at.sheet === finding.at.sheet ? "cell" : "sheet-and-cell";
}

function OperandView(props: {
  readonly operand: Operand;
  readonly sheet: string;
}): React.JSX.Element {
  const { label, value, decimals, unit, at } = props.operand;
  return (
    <li>
      {at !== null && (
        <CellLink address={at} show={at.sheet === props.sheet ? "cell" : "sheet-and-cell"} />
      )}
      <span>{label}</span>
      <span className="zc-number">{addUnit(showNumber(value, decimals), unit)}</span>
    </li>
  );
}
