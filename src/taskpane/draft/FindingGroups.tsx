import * as React from "react";
import { CellLinks } from "./CellLinks.tsx";
import type { DraftFindings, ListedFinding } from "./check-findings.ts";
import type { FindingGroup } from "./marks.ts";
import { FINDING_GROUPS } from "./marks.ts";
import type { DraftTexts } from "./draft-texts.ts";
import { useStops } from "./use-stops.ts";

/** So many findings of a group are shown at first, and with each further asking. */
const SHOWN = 20;

/** What was found, grouped by verdict. Choosing one shows its words in the draft and its cell in the sheet. */
export function FindingGroups(props: {
  readonly groups: DraftFindings["groups"];
  readonly chosen: number | null;
  readonly isAnythingChecked: boolean;
  readonly texts: DraftTexts;
  readonly onChoose: (finding: ListedFinding) => void;
}): React.JSX.Element {
  const { groups, chosen, isAnythingChecked, texts, onChoose } = props;
  const filled = FINDING_GROUPS.filter((group) => groups[group].length > 0);
  const [first] = filled;
  const stops = useStops(first === undefined ? null : `${first} 0`);
  return (
    <section
      className="zc-scroll zc-draft-findings"
      aria-label={texts.findings}
      data-is-scrollable="true"
      onKeyDown={stops.onKeyDown}
      onFocus={stops.onFocus}
    >
      {filled.length === 0 && (
        <p className="zc-quiet">{isAnythingChecked ? texts.nothingFound : texts.noNumbers}</p>
      )}
      {filled.map((group) => (
        <Group
          key={group}
          group={group}
          findings={groups[group]}
          chosen={groups[group].some(({ mark }) => mark === chosen) ? chosen : null}
          active={stops.active}
          texts={texts}
          onChoose={onChoose}
        />
      ))}
    </section>
  );
}

function Group(props: {
  readonly group: FindingGroup;
  readonly findings: readonly ListedFinding[];
  readonly chosen: number | null;
  readonly active: string | null;
  readonly texts: DraftTexts;
  readonly onChoose: (finding: ListedFinding) => void;
}): React.JSX.Element {
  const { group, findings, chosen, active, texts, onChoose } = props;
  const [count, setCount] = React.useState(SHOWN);
  const isOpenAtFirst = group !== "unclaimed";
  return (
    <details open={isOpenAtFirst} className={`zc-draft-group zc-draft-group-${group}`}>
      <summary>
        {texts.group[group]} <span className="zc-count">{findings.length}</span>
      </summary>
      <ul>
        {findings.slice(0, count).map((finding, index) => (
          <li key={index} className={finding.mark === chosen ? "zc-draft-chosen" : undefined}>
            <button
              type="button"
              className="zc-draft-finding"
              data-stop={`${group} ${index}`}
              tabIndex={active === `${group} ${index}` ? 0 : -1}
              aria-label={`${finding.words}: ${finding.message}`}
              onClick={() => {
                onChoose(finding);
              }}
            >
              <span className={`zc-mark zc-mark-${finding.look}`}>{finding.words}</span>{" "}
              <span className="zc-message">{finding.message}</span>
            </button>
            <CellLinks cells={finding.cells} texts={texts} />
          </li>
        ))}
      </ul>
      {findings.length > count && (
        <button
          type="button"
          className="zc-link zc-draft-more"
          onClick={() => {
            setCount(count + SHOWN);
          }}
        >
          {texts.showMore(Math.min(SHOWN, findings.length - count))}
        </button>
      )}
    </details>
  );
}
