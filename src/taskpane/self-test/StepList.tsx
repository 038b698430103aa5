import * as React from "react";
import type { StepId, StepResult } from "../../actions/self-test/index.ts";
import { STEP_IDS } from "../../actions/self-test/index.ts";
import type { Locale } from "../../core/index.ts";
import { Icon } from "../icons.tsx";
import type { Section, SelfTestTexts } from "./texts-shape.ts";
import { selfTestTexts } from "./texts.ts";
import { isFunction, nameOf, sectionOf, wordStep } from "./wording.ts";

const ORDER: readonly Section[] = ["host", "sheet", "function", "end"];

/** All steps in their sections; functions, of which there are many, two abreast while there is nothing to say of them. */
export function StepList(props: {
  readonly results: readonly StepResult[];
  readonly isRunning: boolean;
  readonly locale: Locale;
}): React.JSX.Element {
  const { results, isRunning, locale } = props;
  const texts = selfTestTexts(locale);
  const next = isRunning ? STEP_IDS[results.length] : undefined;
  return (
    <>
      {ORDER.map((section) => {
        const ids = STEP_IDS.filter((id) => sectionOf(id) === section).filter(
          (id) => isRunning || results.some((result) => result.id === id)
        );
        if (ids.length === 0) return null;
        return (
          <section key={section} aria-label={texts.section[section]}>
            <h2 className="zc-self-test-section">{texts.section[section]}</h2>
            <ul className="zc-self-test-steps">
              {ids.map((id, index) => (
                <Step
                  key={id}
                  id={id}
                  result={results.find((result) => result.id === id) ?? null}
                  before={results.find((result) => result.id === ids[index - 1]) ?? null}
                  isNext={id === next}
                  locale={locale}
                  texts={texts}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

const MARKS = { passed: "done", limited: "error", failed: "close", skipped: "more" } as const;

function Step(props: {
  readonly id: StepId;
  readonly result: StepResult | null;
  /** The step above: what was said there is not said again. */
  readonly before: StepResult | null;
  readonly isNext: boolean;
  readonly locale: Locale;
  readonly texts: SelfTestTexts;
}): React.JSX.Element {
  const { id, result, before, isNext, locale, texts } = props;
  const name = nameOf(id, texts);
  if (result === null) {
    return (
      <li className={`zc-self-test-step ${isFunction(id) ? "is-narrow" : ""}`} data-step={id}>
        <span className="zc-self-test-mark" aria-hidden="true">
          {isNext ? "…" : ""}
        </span>
        <span className="zc-quiet-text">{name}</span>
      </li>
    );
  }
  const { what, wayOut } = wordStep(result, locale);
  const said = before === null ? null : wordStep(before, locale);
  const shownWhat = what === said?.what ? null : what;
  const shownWay = wayOut === said?.wayOut ? null : wayOut;
  const isNarrow = isFunction(id) && shownWhat === null && shownWay === null;
  return (
    <li
      className={`zc-self-test-step is-${result.status} ${isNarrow ? "is-narrow" : ""}`}
      data-step={id}
      data-status={result.status}
    >
      <span className="zc-self-test-mark" aria-hidden="true">
        <Icon name={MARKS[result.status]} />
      </span>
      <span>
        <span className="zc-self-test-name">{name}</span>
        <span className={isNarrow || result.status === "passed" ? "zc-hidden" : "zc-pill"}>
          {texts.status[result.status]}
        </span>
        {shownWhat !== null && <span className="zc-self-test-what">{shownWhat}</span>}
        {shownWay !== null && <span className="zc-self-test-way">{shownWay}</span>}
      </span>
    </li>
  );
}
