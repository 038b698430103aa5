import * as React from "react";
import type { Evaluation, IndicatorTable, Locale, Unrecognised } from "../core/index.ts";
import { formatArea, unrecognisedLabel } from "../core/index.ts";
import { CellLink } from "./CellLink.tsx";
import type { PaneTexts } from "./pane-texts.ts";
import { wordPeriod } from "./wording.ts";

/** A sheet full of strangers must not push the findings out of the pane. */
const SHOWN = 20;

/** What was read, and what was not, with why: a number that was not understood was not checked either. */
export function Recognition(props: {
  readonly evaluation: Evaluation;
  readonly texts: PaneTexts;
  readonly locale: Locale;
}): React.JSX.Element {
  const { evaluation, texts, locale } = props;
  return (
    <section className="zc-recognition" id="zc-recognition" aria-label={texts.recognition}>
      {evaluation.tables.map((table) => (
        <div key={`${table.sheet}${formatArea(table.area)}`}>
          <p>
            <CellLink address={{ sheet: table.sheet, area: table.area }} show="sheet-and-cell" />
          </p>
          <p className="zc-message">{describeTable(table, texts, locale)}</p>
          {table.unrecognised.length === 0 ? (
            <p className="zc-message">{texts.allRead}</p>
          ) : (
            <Unread {...props} sheet={table.sheet} items={table.unrecognised} />
          )}
        </div>
      ))}
      {evaluation.unread.map(({ sheet, unrecognised }) => (
        <div key={sheet}>
          <p>
            <strong>{sheet}</strong>
          </p>
          <p className="zc-message">{texts.unreadSheet}</p>
          <Unread {...props} sheet={sheet} items={unrecognised} />
        </div>
      ))}
    </section>
  );
}

export function countUnrecognised(evaluation: Evaluation): number {
  const parts = [...evaluation.tables, ...evaluation.unread];
  return parts.reduce((count, { unrecognised }) => count + unrecognised.length, 0);
}

function Unread(props: {
  readonly sheet: string;
  readonly items: readonly Unrecognised[];
  readonly texts: PaneTexts;
  readonly locale: Locale;
}): React.JSX.Element | null {
  const { sheet, items, texts, locale } = props;
  if (items.length === 0) return null;
  return (
    <ul>
      {items.slice(0, SHOWN).map((item, index) => (
        <li key={index}>
          <CellLink address={{ sheet, area: item.area }} show="cell" />
          {item.text !== "" && <span className="zc-quote">{item.text}</span>}
          <span className="zc-message">{unrecognisedLabel(item.reason, locale)}</span>
        </li>
      ))}
      {items.length > SHOWN && <li>{texts.moreUnrecognised(items.length - SHOWN)}</li>}
    </ul>
  );
}

function describeTable(table: IndicatorTable, texts: PaneTexts, locale: Locale): string {
  const parts = [
    texts.orientation[table.orientation],
    texts.tableSize(table.subjects.length, table.fields.length),
  ];
  if (table.period !== null) parts.push(wordPeriod(table.period, locale));
  return parts.join(" · ");
}
