/** 成文 and 核稿 of a whole workbook: a door of its own, since the pane's first load does without it. */
export { checkAgainstBook, composeBook, directNarrator } from "./narrate.ts";
export type { CheckRequest, ComposeAnswer, ComposeRequest, Narrator } from "./narrator.ts";
