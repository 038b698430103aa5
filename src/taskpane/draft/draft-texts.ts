import type { OutdatedSpan, SpanMeasure } from "../../core/narrative/compose/index.ts";
import type { FindingGroup, MarkLook } from "./marks.ts";

/** What the 文稿 view says; it comes with the view, not with the pane. */
export interface DraftTexts {
  readonly halves: string;
  readonly half: Readonly<Record<"compose" | "check", string>>;

  readonly compose: string;
  readonly composeAgain: string;
  readonly style: string;
  readonly styleOfCity: string;
  readonly styleFromFile: string;
  readonly styleFile: string;
  readonly composeGuidance: { readonly title: string; readonly text: string };
  readonly composed: (style: string, numbers: number) => string;
  readonly composedText: string;
  readonly copy: string;
  readonly save: string;
  readonly insert: string;
  readonly fileName: string;
  readonly comparing: string;
  readonly edited: string;
  readonly compare: string;
  readonly upToDate: string;
  readonly outdated: (count: number, added: number) => string;
  readonly changed: (outdated: OutdatedSpan) => string;
  readonly sourced: string;
  readonly measure: Readonly<Record<SpanMeasure, string>>;
  readonly pickNumber: string;
  readonly details: string;
  readonly moreCells: (count: number) => string;
  readonly notes: (count: number) => string;

  readonly draft: string;
  readonly pasteHere: string;
  readonly open: string;
  readonly openFile: string;
  readonly check: string;
  readonly checkAgain: string;
  readonly edit: string;
  readonly againstBook: string;
  readonly emptyDraft: string;
  readonly tooLong: (limit: number) => string;
  readonly unreadableFile: (name: string) => string;
  readonly coverage: (numbers: number, checked: number, unclaimed: number) => string;
  readonly against: Readonly<Record<"book" | "text", string>>;
  readonly editedSince: string;
  readonly checkedDraft: string;
  readonly look: Readonly<Record<MarkLook, string>>;
  readonly legend: string;
  readonly findings: string;
  readonly group: Readonly<Record<FindingGroup, string>>;
  readonly notChecked: string;
  readonly showMore: (count: number) => string;
  readonly nothingFound: string;
  readonly noNumbers: string;
}
