import type { IList } from "office-ui-fabric-react/lib/List";
import { List } from "office-ui-fabric-react/lib/List";
import * as React from "react";
import type { Finding, Locale } from "../core/index.ts";
import { reasonLabel } from "../core/index.ts";
import { toBullets } from "./bullet.ts";
import { CellLink } from "./CellLink.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { Icon } from "./icons.tsx";
import type { ValidationResult } from "./pane-state.ts";
import type { Row } from "./rows.ts";
import { toRows } from "./rows.ts";
import type { PaneTexts } from "./pane-texts.ts";
import { usePane } from "./use-pane.tsx";
import { useRoving } from "./use-roving.ts";
import { wordCheck, wordFinding } from "./wording.ts";

/** Up to so many lines are simply there, which serves find-in-page and screen readers; beyond, only what is in view. */
const WHOLE_UP_TO = 150;

export function FindingList(props: { readonly result: ValidationResult }): React.JSX.Element {
  const { pane, state, texts } = usePane();
  const { evaluation } = props.result;
  const { locale, filters, opened, toggledGroups } = state;
  const rows = React.useMemo(
    () => toRows(evaluation, locale, { filters, opened, toggledGroups }),
    [evaluation, locale, filters, opened, toggledGroups]
  );
  const bulletOf = React.useMemo(() => toBullets(evaluation), [evaluation]);
  useWordsAhead(evaluation.findings, locale);
  const list = React.useRef<IList>(null);
  const roving = useRoving(rows, (index) => {
    list.current?.scrollToIndex(index);
  });
  const toggleFinding = React.useCallback(
    (key: string) => {
      pane.dispatch({ kind: "finding-toggled", key });
    },
    [pane]
  );

  if (rows.length === 0) {
    return (
      <div className="zc-quiet">
        <p>{texts.noMatch}</p>
        <button
          type="button"
          className="zc-link"
          onClick={() => {
            pane.dispatch({ kind: "filters-cleared" });
          }}
        >
          {texts.clearFilters}
        </button>
      </div>
    );
  }
  const renderRow = (row: Row | undefined): React.ReactNode => {
    if (row === undefined) return null;
    const tabIndex = roving.activeKey === row.key ? 0 : -1;
    switch (row.kind) {
      case "group":
        return (
          <GroupRow
            row={row}
            tabIndex={tabIndex}
            texts={texts}
            onToggle={() => {
              pane.dispatch({ kind: "group-toggled", key: row.key });
            }}
          />
        );
      case "finding":
        return (
          <FindingRow
            row={row}
            bullet={bulletOf(row.finding)}
            tabIndex={tabIndex}
            texts={texts}
            locale={locale}
            onToggle={toggleFinding}
          />
        );
      case "not-evaluable":
        return (
          <div className="zc-finding zc-not-evaluable" data-row={row.key}>
            <CellLink address={row.outcome.at} show="cell" tabIndex={tabIndex} />
            <span>{wordCheck(row.outcome.check, locale)}</span>
            <span className="zc-message">{reasonLabel(row.outcome.reason, locale)}</span>
          </div>
        );
    }
  };
  return (
    <div
      className="zc-list"
      role="group"
      aria-label={texts.findings}
      onKeyDown={roving.onKeyDown}
      onFocus={roving.onFocus}
    >
      <List
        componentRef={list}
        items={[...rows]}
        getKey={(row) => row.key}
        // Rows look different when one of these changes; without it the List keeps its old cells.
        version={[rows, roving.activeKey, texts]}
        onRenderCell={renderRow}
        onShouldVirtualize={() => rows.length > WHOLE_UP_TO}
      />
    </div>
  );
}

/** Words a few findings at a time while nothing else happens, so that the first key in the filter has no wait. */
function useWordsAhead(findings: readonly Finding[], locale: Locale): void {
  React.useEffect(() => {
    let timer = setTimeout(wordSome, 200, 0);
    function wordSome(from: number): void {
      for (const finding of findings.slice(from, from + 25)) wordFinding(finding, locale);
      if (from + 25 < findings.length) timer = setTimeout(wordSome, 0, from + 25);
    }
    return () => {
      clearTimeout(timer);
    };
  }, [findings, locale]);
}

function GroupRow(props: {
  readonly row: Extract<Row, { kind: "group" }>;
  readonly tabIndex: number;
  readonly texts: PaneTexts;
  readonly onToggle: () => void;
}): React.JSX.Element {
  const { row, texts } = props;
  const place = row.range === null ? row.sheet : `${row.sheet} ${row.range}`;
  return (
    <h2 className="zc-group" data-row={row.key}>
      <button
        type="button"
        data-part="main"
        tabIndex={props.tabIndex}
        aria-expanded={row.isOpen}
        onClick={props.onToggle}
      >
        <Icon name="chevron" />
        <span>{`${texts.level[row.level]} · ${place}`}</span>
        <span className="zc-count">{row.count}</span>
      </button>
    </h2>
  );
}
