import { DefaultButton, IconButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import * as React from "react";
import { RULES_SHEET, formatRulesFile, parseArea } from "../../core/index.ts";
import type { RulesProblem } from "../../core/index.ts";
import { BusyStrip } from "../BusyStrip.tsx";
import { CellLink } from "../CellLink.tsx";
import { NoticeBar } from "../NoticeBar.tsx";
import { start, usePane } from "../use-pane.tsx";
import { wordFinding } from "../wording.ts";
import { ColumnTargets } from "./ColumnTargets.tsx";
import { ExportPanel } from "./ExportPanel.tsx";
import type { RuleGroup } from "./rule-groups.ts";
import { groupRules } from "./rule-groups.ts";
import { RuleForm } from "./RuleForm.tsx";
import { RuleRow } from "./RuleRow.tsx";
import type { TargetsTexts } from "./texts.ts";
import { targetsTexts } from "./texts.ts";
import { wordProblem } from "./wording.ts";
import "../form.css";
import "./targets.css";

/** 目标: the rules in force. What stands in the 目标规则 sheet is edited here and written there; target columns are shown. */
export function TargetsView(): React.JSX.Element {
  const { pane, state } = usePane();
  const texts = targetsTexts(state.locale);
  const [editing, setEditing] = React.useState<number | "new" | null>(null);
  const [isExporting, setExporting] = React.useState(false);
  const { rules, host, result } = state;
  React.useEffect(() => {
    if (host === "excel") start(pane.readRules());
  }, [pane, host]);
  const isBlocked = state.busy !== null && state.busy.task !== "go-to";
  const groups = React.useMemo(() => (rules === null ? [] : groupRules(rules)), [rules]);
  const lint = result?.evaluation.findings.filter((finding) => finding.class === "rules") ?? [];
  const done = (): void => {
    setEditing(null);
  };
  return (
    <>
      <header className="zc-top">
        <div className="zc-toolbar">
          <PrimaryButton
            text={texts.add}
            disabled={isBlocked || rules === null || rules.sheet === "absent"}
            onClick={() => {
              setEditing("new");
            }}
          />
          <ImportButton texts={texts} isBlocked={isBlocked || host !== "excel"} />
          <DefaultButton
            text={texts.exportFile}
            disabled={rules === null || rules.rules.length === 0}
            aria-expanded={isExporting}
            onClick={() => {
              setExporting(!isExporting);
            }}
          />
          <span className="zc-gap" />
          <IconButton
            iconProps={{ iconName: "Refresh" }}
            ariaLabel={texts.refresh}
            title={texts.refresh}
            disabled={isBlocked || host !== "excel"}
            onClick={() => {
              start(pane.readRules());
            }}
          />
        </div>
        <BusyStrip />
      </header>
      <NoticeBar />
      <div className="zc-scroll" data-is-scrollable="true">
        {isExporting && rules !== null && (
          <ExportPanel
            text={formatRulesFile(rules.rules)}
            texts={texts}
            onClose={() => {
              setExporting(false);
            }}
          />
        )}
        {rules?.sheet === "absent" && <Absent texts={texts} isBlocked={isBlocked} />}
        {rules !== null && rules.problems.length > 0 && (
          <Problems problems={rules.problems} texts={texts} />
        )}
        {lint.length > 0 && (
          <section aria-label={texts.lint}>
            <h2 className="zc-section">{texts.lint}</h2>
            {lint.map((finding, index) => (
              <p key={index} className="zc-rule zc-message">
                <CellLink address={finding.at} show="sheet-and-cell" />{" "}
                {wordFinding(finding, state.locale).message}
              </p>
            ))}
          </section>
        )}
        {editing === "new" && <RuleForm group={null} texts={texts} onDone={done} />}
        {rules?.sheet === "there" && (
          <section aria-label={texts.inSheet(groups.length)}>
            <h2 className="zc-section">{texts.inSheet(groups.length)}</h2>
            {groups.length === 0 && <p className="zc-quiet">{texts.emptySheet}</p>}
            {groups.map((group) => (
              <Rule
                key={group.row.row}
                group={group}
                isOpen={editing === group.row.row}
                texts={texts}
                onOpen={() => {
                  setEditing(group.row.row);
                }}
                onDone={done}
              />
            ))}
          </section>
        )}
        {result !== null && <ColumnTargets evaluation={result.evaluation} texts={texts} />}
      </div>
    </>
  );
}

function Rule(props: {
  readonly group: RuleGroup;
  readonly isOpen: boolean;
  readonly texts: TargetsTexts;
  readonly onOpen: () => void;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { group, isOpen, texts, onOpen, onDone } = props;
  return isOpen ? (
    <RuleForm group={group} texts={texts} onDone={onDone} />
  ) : (
    <RuleRow group={group} texts={texts} onEdit={onOpen} />
  );
}

function Absent(props: {
  readonly texts: TargetsTexts;
  readonly isBlocked: boolean;
}): React.JSX.Element {
  const { pane } = usePane();
  const { texts, isBlocked } = props;
  const insert = (content: "template" | "empty"): void => {
    start(pane.changeRules({ kind: "insert", content }));
  };
  return (
    <section className="zc-guidance">
      <h2>{texts.absent.title}</h2>
      <p>{texts.absent.text}</p>
      <div className="zc-actions">
        <PrimaryButton
          text={texts.fromTemplate}
          disabled={isBlocked}
          onClick={() => {
            insert("template");
          }}
        />
        <DefaultButton
          text={texts.empty}
          disabled={isBlocked}
          onClick={() => {
            insert("empty");
          }}
        />
      </div>
    </section>
  );
}

const SHOWN = 30;

function Problems(props: {
  readonly problems: readonly RulesProblem[];
  readonly texts: TargetsTexts;
}): React.JSX.Element {
  const { state } = usePane();
  const { problems, texts } = props;
  return (
    <section aria-label={texts.problems}>
      <h2 className="zc-section">{texts.problems}</h2>
      {problems.slice(0, SHOWN).map((problem, index) => {
        const area = parseArea(problem.path);
        return (
          <p key={index} className="zc-rule zc-message zc-level-error">
            {area !== undefined && <CellLink address={{ sheet: RULES_SHEET, area }} show="cell" />}{" "}
            {wordProblem(problem, state.locale)}
          </p>
        );
      })}
      {problems.length > SHOWN && (
        <p className="zc-rule zc-message">{texts.more(problems.length - SHOWN)}</p>
      )}
    </section>
  );
}

/** A file is chosen by the browser's own dialogue; the button that opens it is ours. */
function ImportButton(props: {
  readonly texts: TargetsTexts;
  readonly isBlocked: boolean;
}): React.JSX.Element {
  const { pane } = usePane();
  const input = React.useRef<HTMLInputElement>(null);
  const read = async (file: File): Promise<void> => {
    await pane.changeRules({ kind: "import", name: file.name, text: await file.text() });
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={props.texts.importFile}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = ""; // The same file once more is a choice too.
          if (file !== undefined) start(read(file));
        }}
      />
      <DefaultButton
        text={props.texts.importFile}
        disabled={props.isBlocked}
        onClick={() => input.current?.click()}
      />
    </>
  );
}
