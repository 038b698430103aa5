/** 成文: a door of its own, since the pane's first load does without it. */
export { compose } from "./compose.ts";
export type { ComposeSource } from "./compose.ts";
export type { ComposeNote, ComposedSpan, Composition, SpanMeasure } from "./composition.ts";
export { formatComposeNote } from "./note-messages.ts";
export { compareCompositions, findOutdated } from "./outdated.ts";
export type { Outdated, OutdatedSpan } from "./outdated.ts";
export { parseStyle } from "./parse-style.ts";
export type { Style as HouseStyle } from "./style.ts";
export { STYLE_NAMES, findStyle, nearestStyle, styleOfCities } from "./styles/index.ts";
export { COMPOSITION_SCHEMA, compositionToJson } from "./to-json.ts";
