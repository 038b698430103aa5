import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import type { FunctionSight, MadePortable, Restored } from "../../actions/index.ts";
import type { Address } from "../../core/index.ts";
import { parseArea } from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import { start, usePane } from "../use-pane.tsx";
import type { Desk } from "./desk.ts";
import type { FunctionsTexts } from "./functions-texts.ts";

const SHOWN = 8;

type Report =
  | { readonly kind: "made"; readonly outcome: MadePortable }
  | { readonly kind: "restored"; readonly outcome: Restored };

/** 可移植副本 and back: what was done, and every cell that was left, with why. */
export function PortableSection(props: {
  readonly sight: FunctionSight;
  readonly desk: Desk;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { pane, state } = usePane();
  const { sight, desk, texts } = props;
  const [report, setReport] = React.useState<Report | null>(null);
  const isBlocked = state.busy !== null;
  const make = async (): Promise<void> => {
    const outcome = await pane.makePortable();
    setReport(outcome === undefined ? null : { kind: "made", outcome });
    await desk.refresh();
  };
  const restore = async (): Promise<void> => {
    const outcome = await pane.restorePortable();
    setReport(outcome === undefined ? null : { kind: "restored", outcome });
    await desk.refresh();
  };
  return (
    <section aria-label={texts.portable}>
      <h2 className="zc-section">{texts.portable}</h2>
      <div className="zc-portable">
        {sight.takenNames.length > 0 && (
          <p className="zc-remark zc-asks" role="alert">
            {texts.taken(sight.takenNames)}
          </p>
        )}
        <p className="zc-message">{texts.portableNote}</p>
        {sight.kept > 0 && <p className="zc-message">{texts.kept(sight.kept)}</p>}
        <div className="zc-actions">
          <DefaultButton
            text={texts.makePortable}
            disabled={isBlocked || sight.takenNames.length > 0}
            onClick={() => {
              start(make());
            }}
          />
          <DefaultButton
            text={texts.restore}
            disabled={isBlocked || sight.kept === 0}
            onClick={() => {
              start(restore());
            }}
          />
        </div>
        {report?.kind === "made" && <Made outcome={report.outcome} texts={texts} />}
        {report?.kind === "restored" && <Back outcome={report.outcome} texts={texts} />}
      </div>
    </section>
  );
}

function Made(props: {
  readonly outcome: MadePortable;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { outcome, texts } = props;
  const all = [...outcome.cells, ...outcome.outer];
  const formulas = all.filter(({ became }) => became.kind === "formula").length;
  const values: ToldCell[] = [];
  const left: ToldCell[] = [];
  for (const { sheet, cell, became } of outcome.cells) {
    if (became.kind === "value")
      values.push({ sheet, cell, why: texts.valueReason[became.reason] });
    if (became.kind === "left") left.push({ sheet, cell, why: texts.leftReason[became.reason] });
  }
  for (const { place, became } of outcome.outer) {
    if (became.kind === "formula") continue;
    const told = { name: texts.outerPlace(place), why: texts.outerReason(became) };
    (became.kind === "left" ? left : values).push(told);
  }
  return (
    <div role="status">
      {all.length === 0 && <p>{texts.noCalls}</p>}
      {formulas > 0 && <p>{texts.madeFormulas(formulas)}</p>}
      {values.length > 0 && (
        <Told title={texts.madeValues(values.length)} cells={values} texts={texts} />
      )}
      {left.length > 0 && <Told title={texts.madeLeft(left.length)} cells={left} texts={texts} />}
    </div>
  );
}

function Back(props: {
  readonly outcome: Restored;
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { outcome, texts } = props;
  const restored = outcome.restored.length + outcome.outerRestored.length;
  const left: readonly ToldCell[] = [
    ...outcome.left.map(({ sheet, cell, reason }) => ({
      sheet,
      cell,
      why: texts.notRestoredReason[reason],
    })),
    ...outcome.outerLeft.map(({ place, reason }) => ({
      name: texts.outerPlace(place),
      why: texts.outerNotRestoredReason[reason],
    })),
  ];
  return (
    <div role="status">
      {restored === 0 && left.length === 0 && <p>{texts.nothingKept}</p>}
      {restored > 0 && <p>{texts.restored(restored)}</p>}
      {left.length > 0 && (
        <Told title={texts.notRestored(left.length)} cells={left} texts={texts} />
      )}
    </div>
  );
}

/** A cell, or in words what is none. */
type ToldCell = ({ readonly sheet: string; readonly cell: string } | { readonly name: string }) & {
  readonly why: string;
};

function Told(props: {
  readonly title: string;
  readonly cells: readonly ToldCell[];
  readonly texts: FunctionsTexts;
}): React.JSX.Element {
  const { title, cells, texts } = props;
  return (
    <>
      <p>{title}</p>
      <ul className="zc-told">
        {cells.slice(0, SHOWN).map((one) => {
          const address = addressOf(one);
          return (
            <li key={"name" in one ? one.name : `${one.sheet}!${one.cell}`}>
              {"name" in one && <span>{one.name}</span>}
              {address !== null && <CellLink address={address} show="sheet-and-cell" />}
              <span className="zc-message">{one.why}</span>
            </li>
          );
        })}
        {cells.length > SHOWN && (
          <li className="zc-message">{texts.andMore(cells.length - SHOWN)}</li>
        )}
      </ul>
    </>
  );
}

function addressOf(told: ToldCell): Address | null {
  if ("name" in told) return null;
  const area = parseArea(told.cell);
  return area === undefined ? null : { sheet: told.sheet, area };
}
