import * as React from "react";
import type {
  Evaluation,
  IndicatorTable,
  Locale,
  ReadingCorrection,
  TableLine,
  TableSubject,
  Unrecognised,
} from "../../core/index.ts";
import {
  areaOfCell,
  formatArea,
  formatPeriodWords,
  linesOfSheet,
  placeKey,
  subjectsOfSheet,
  unrecognisedLabel,
} from "../../core/index.ts";
import { CellLink } from "../CellLink.tsx";
import type { PaneTexts } from "../pane-texts.ts";
import { start, usePane } from "../use-pane.tsx";
import { LineRow } from "./LineRow.tsx";
import { SubjectRow } from "./SubjectRow.tsx";
import type { RecognitionTexts } from "./texts.ts";
import { recognitionTexts } from "./texts.ts";
import "../form.css";
import "./recognition.css";

/** A sheet full of strangers must not push the findings out of the pane. */
const SHOWN = 20;

/** What was read, how, and what was not, with why: a number that was not understood was not checked either. */
export function RecognitionView(props: {
  readonly evaluation: Evaluation;
  readonly texts: PaneTexts;
  readonly locale: Locale;
}): React.JSX.Element {
  const { evaluation, texts, locale } = props;
  const own = recognitionTexts(locale);
  const [editing, setEditing] = React.useState<string | null>(null);
  const tables = React.useMemo(() => withLines(evaluation), [evaluation]);
  const kept = new Map(
    (evaluation.kept?.corrections ?? []).map((correction) => [placeKey(correction), correction])
  );
  const known = new Set(
    tables.flatMap(({ lines, subjects }) => [...lines, ...subjects].map(({ key }) => key))
  );
  const setAsideZones = [...kept.values()].filter(
    (correction) => correction.kind === "subject" && correction.change.kind === "set-aside"
  );
  const orphans = [...kept].filter(
    ([key, correction]) => !known.has(key) && !setAsideZones.includes(correction)
  );
  const part = evaluation.kept?.part;
  const shared = { texts: own, editing, onEdit: setEditing, kept };
  return (
    <section className="zc-recognition" id="zc-recognition" aria-label={texts.recognition}>
      {(part === "newer" || part === "unreadable") && (
        <p className="zc-message">{own.part[part]}</p>
      )}
      {tables.map(({ table, lines, subjects }) => (
        <div key={`${table.sheet}${formatArea(table.area)}`}>
          <p>
            <CellLink address={{ sheet: table.sheet, area: table.area }} show="sheet-and-cell" />
          </p>
          <p className="zc-message">{describeTable(table, texts, own, locale)}</p>
          <Lines {...shared} table={table} lines={lines} />
          <details>
            <summary>{own.subjects(subjects.length)}</summary>
            <ul>
              {subjects.map((subject) => (
                <SubjectRow key={subject.key} {...shared} table={table} subject={subject} />
              ))}
            </ul>
          </details>
          <Notes table={table} texts={own} />
          <Rest table={table} lines={lines} texts={texts} own={own} locale={locale} />
        </div>
      ))}
      {evaluation.unread.map(({ sheet, unrecognised }) => (
        <div key={sheet}>
          <p>
            <strong>{sheet}</strong>
          </p>
          <p className="zc-message">{texts.unreadSheet}</p>
          <Unread sheet={sheet} items={unrecognised} texts={texts} locale={locale} />
        </div>
      ))}
      <Standing
        title={own.orphans}
        items={orphans.map(([, correction]) => correction)}
        texts={own}
      />
      <Standing
        title={own.setAside}
        items={setAsideZones.filter((correction) => !orphans.some(([, one]) => one === correction))}
        texts={own}
      />
    </section>
  );
}

interface ReadTable {
  readonly table: IndicatorTable;
  readonly lines: readonly TableLine[];
  readonly subjects: readonly TableSubject[];
}

function withLines({ tables }: Evaluation): readonly ReadTable[] {
  const sheets = [...new Set(tables.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const own = tables.filter((table) => table.sheet === sheet);
    const lines = linesOfSheet(own);
    const subjects = subjectsOfSheet(own);
    return own.map((table, index) => ({
      table,
      lines: lines[index] ?? [],
      subjects: subjects[index] ?? [],
    }));
  });
}

/** What was not understood stands open; what was is one click away. */
function Lines(props: {
  readonly table: IndicatorTable;
  readonly lines: readonly TableLine[];
  readonly texts: RecognitionTexts;
  readonly editing: string | null;
  readonly onEdit: (key: string | null) => void;
  readonly kept: ReadonlyMap<string, ReadingCorrection>;
}): React.JSX.Element {
  const { table, lines, ...shared } = props;
  const isOpen = (line: TableLine): boolean =>
    (line.reason !== null && line.reason !== "set-aside") || shared.kept.has(line.key);
  const row = (line: TableLine): React.JSX.Element => (
    <LineRow key={line.key} {...shared} line={line} sheet={table.sheet} />
  );
  return (
    <>
      {lines.some(isOpen) && <ul>{lines.filter(isOpen).map(row)}</ul>}
      <details>
        <summary>{shared.texts.columns(lines.length)}</summary>
        <ul>{lines.filter((line) => !isOpen(line)).map(row)}</ul>
      </details>
    </>
  );
}

/** What stands under the table and was kept with it, each with its cell. */
function Notes(props: {
  readonly table: IndicatorTable;
  readonly texts: RecognitionTexts;
}): React.JSX.Element | null {
  const { sheet, around } = props.table;
  if (around.notes.length === 0) return null;
  return (
    <details>
      <summary>{props.texts.notes(around.notes.length)}</summary>
      <ul>
        {around.notes.slice(0, SHOWN).map(({ text, at }) => (
          <li key={`${at.row},${at.column}`}>
            <CellLink address={{ sheet, area: areaOfCell(at) }} show="cell" />
            <span className="zc-quote">{text}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Rest(props: {
  readonly table: IndicatorTable;
  readonly lines: readonly TableLine[];
  readonly texts: PaneTexts;
  readonly own: RecognitionTexts;
  readonly locale: Locale;
}): React.JSX.Element {
  const { table, lines, texts, locale } = props;
  const rest = table.unrecognised.filter(
    ({ area, reason }) =>
      !reason.startsWith("set-aside") &&
      !lines.some((line) => line.area.row === area.row && line.area.column === area.column)
  );
  if (rest.length > 0)
    return <Unread sheet={table.sheet} items={rest} texts={texts} locale={locale} />;
  const isAllRead = lines.every(({ reason }) => reason === null || reason === "set-aside");
  return <>{isAllRead && <p className="zc-message">{texts.allRead}</p>}</>;
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

/** Corrections that have no line of their own any more, each to be taken back. */
function Standing(props: {
  readonly title: string;
  readonly items: readonly ReadingCorrection[];
  readonly texts: RecognitionTexts;
}): React.JSX.Element | null {
  const { pane } = usePane();
  const { title, items, texts } = props;
  if (items.length === 0) return null;
  return (
    <div>
      <p className="zc-message">{title}</p>
      <ul>
        {items.map((correction) => {
          const name = correction.kind === "line" ? correction.path.join(" / ") : correction.label;
          return (
            <li key={placeKey(correction)}>
              <span>{`${correction.sheet} · ${name}`}</span>
              <button
                type="button"
                className="zc-link"
                aria-label={texts.undoOf(name)}
                onClick={() => {
                  start(pane.correctReading(correction, "undo"));
                }}
              >
                {texts.undo}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function describeTable(
  table: IndicatorTable,
  texts: PaneTexts,
  own: RecognitionTexts,
  locale: Locale
): string {
  return [
    texts.orientation[table.orientation],
    texts.tableSize(table.subjects.length, table.fields.length),
    ...(table.period === null ? [] : [formatPeriodWords(table.period, locale)]),
    ...(table.city === null ? [] : [table.city]),
    own.confidence(Math.floor(table.confidence * 100)),
  ].join(" · ");
}
