import * as React from "react";
import { nextTask } from "../next-task.ts";
import type { Mark, Paragraph } from "./marks.ts";
import { toParagraphs } from "./marks.ts";
import { useStops } from "./use-stops.ts";

/** So many pieces are rendered at a time: a long text must not hold up a click. */
const PIECES_A_SLICE = 150;

/** A text with its marks, as text. A mark that gets the focus is chosen; a click or Enter goes to where it comes from. */
export function MarkedText(props: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly chosen: number | null;
  /** Brings the chosen mark into sight; another number, once more. */
  readonly shown: number;
  readonly label: string;
  /** Id of what describes the chosen mark. */
  readonly details: string;
  readonly onChoose: (mark: number) => void;
  readonly onGo: (mark: number) => void;
}): React.JSX.Element {
  const { text, marks, chosen, shown, label, details, onChoose, onGo } = props;
  const paragraphs = React.useMemo(() => toParagraphs(text, marks), [text, marks]);
  const visible = useSlices(paragraphs);
  const stops = useStops(marks.length === 0 ? null : "0");
  const container = React.useRef<HTMLDivElement>(null);
  const seen = React.useRef(0);
  React.useEffect(() => {
    if (chosen === null || seen.current === shown) return;
    const mark = container.current?.querySelector(`[data-stop="${chosen}"]`);
    if (mark === null || mark === undefined) return; // In a slice that is still to come.
    seen.current = shown;
    mark.scrollIntoView({ block: "center" });
  }, [chosen, shown, visible]);
  const go = (target: EventTarget): boolean => {
    const at = target instanceof HTMLElement ? target.dataset["mark"] : undefined;
    if (at === undefined) return false;
    onChoose(Number(at));
    onGo(Number(at));
    return true;
  };
  return (
    // The marks inside are the controls; keys and clicks are heard in one place for all of them.
    <div
      ref={container}
      className="zc-text"
      role="group"
      aria-label={label}
      onClick={({ target }) => {
        go(target);
      }}
      onKeyDown={(event) => {
        stops.onKeyDown(event);
        if (event.key === "Enter" || event.key === " ") {
          if (go(event.target)) event.preventDefault();
        }
      }}
      onFocus={(event) => {
        stops.onFocus(event);
        const at = event.target.dataset["mark"];
        if (at !== undefined) onChoose(Number(at));
      }}
    >
      {paragraphs.slice(0, visible).map((paragraph, index) => {
        const has = (mark: number | null): boolean =>
          mark !== null && mark >= paragraph.firstMark && mark <= paragraph.lastMark;
        const active = stops.active === null ? null : Number(stops.active);
        return (
          <Line
            key={index}
            paragraph={paragraph}
            marks={marks}
            chosen={has(chosen) ? chosen : null}
            active={has(active) ? active : null}
            details={details}
          />
        );
      })}
    </div>
  );
}

const Line = React.memo(function Line(props: {
  readonly paragraph: Paragraph;
  readonly marks: readonly Mark[];
  readonly chosen: number | null;
  readonly active: number | null;
  readonly details: string;
}): React.JSX.Element {
  const { paragraph, marks, chosen, active, details } = props;
  return (
    <p>
      {paragraph.pieces.map(({ text, mark, isStop, isLinted }, index) => {
        const about = mark === null ? undefined : marks[mark];
        if (mark === null || about === undefined) return text;
        const className = [
          "zc-mark",
          `zc-mark-${about.look}`,
          ...(isLinted && about.look !== "lint" ? ["zc-mark-linted"] : []),
          ...(mark === chosen ? ["zc-mark-chosen"] : []),
        ].join(" ");
        return isStop ? (
          <span
            key={index}
            className={className}
            role="button"
            tabIndex={mark === active ? 0 : -1}
            data-stop={mark}
            data-mark={mark}
            aria-label={`${text} ${about.label}`}
            aria-pressed={mark === chosen}
            {...(mark === chosen ? { "aria-describedby": details } : {})}
            title={about.hint}
          >
            {text}
          </span>
        ) : (
          <span key={index} className={className} data-mark={mark} title={about.hint}>
            {text}
          </span>
        );
      })}
    </p>
  );
});

/** How many of the paragraphs to render by now. */
function useSlices(paragraphs: readonly Paragraph[]): number {
  const [state, setState] = React.useState({ paragraphs, count: sliceFrom(paragraphs, 0) });
  const count = state.paragraphs === paragraphs ? state.count : sliceFrom(paragraphs, 0);
  React.useEffect(() => {
    if (count >= paragraphs.length) return undefined;
    let isWanted = true;
    void nextTask().then(() => {
      if (isWanted) setState({ paragraphs, count: sliceFrom(paragraphs, count) });
    });
    return () => {
      isWanted = false;
    };
  }, [paragraphs, count]);
  return count;
}

function sliceFrom(paragraphs: readonly Paragraph[], from: number): number {
  let to = from;
  for (let pieces = 0; to < paragraphs.length && pieces < PIECES_A_SLICE; to += 1) {
    pieces += 1 + (paragraphs[to]?.pieces.length ?? 0);
  }
  return to;
}
