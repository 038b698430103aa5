import type { CheckContext } from "../../checks/check.ts";
import type { ComposeNote } from "./composition.ts";
import type { ClauseContext } from "./context.ts";
import type { Group } from "./groups.ts";
import type { Style } from "./style.ts";
import { isNamed } from "./topics.ts";
import type { Topic } from "./topics.ts";

/** What a paragraph is made of besides its group. */
export interface ParagraphContext {
  readonly style: Style;
  readonly contextOf: (topic: Topic) => CheckContext;
  readonly note: (note: ComposeNote) => void;
  /** The period of the paragraph before, which need not be said again. */
  readonly before: string | null;
}

export function clauseContext(
  group: Group,
  topic: Topic,
  context: ParagraphContext
): ClauseContext {
  const { style } = context;
  const own = style.indicators.find(({ indicator }) => isNamed(topic, indicator));
  const name = own?.name ?? (style.names === "catalogue" ? topic.indicator.name : topic.name);
  return {
    style,
    check: context.contextOf(topic),
    topic,
    own,
    name,
    said: new Set(),
    key: group.key,
    note: context.note,
  };
}
