import type { RulesColumn, RulesEdit, RulesRow, RulesTexts } from "../../core/index.ts";
import type { RuleGroup } from "./rule-groups.ts";
import type { TargetsTexts } from "./texts.ts";

/** A rule while it is edited: its row's texts, and its exceptions. */
export interface RuleDraft {
  readonly texts: RulesTexts;
  readonly exceptions: readonly ExceptionDraft[];
}

export interface ExceptionDraft {
  readonly key: number;
  /** Null: not in the sheet yet. */
  readonly row: RulesRow | null;
  readonly zone: string;
  readonly value: string;
}

const NEW_RULE: RulesTexts = {
  口径: "同比增速",
  比较: "不低于",
  单位: "%",
  适用: "全部",
  级别: "提示",
};

export function draftOf(group: RuleGroup | null): RuleDraft {
  if (group === null) return { texts: NEW_RULE, exceptions: [] };
  return {
    texts: group.row.texts,
    exceptions: group.exceptions.map((row, index) => ({
      key: index + 1,
      row,
      zone: row.texts["适用"] ?? "",
      value: row.texts["目标值"] ?? "",
    })),
  };
}

const NUMBER = /^[^\d+-]{0,6}[+-]?[\d,]+(?:\.\d+)?[^\d]{0,6}$/;

/** What keeps a draft from being a rule, by field. */
export function problemsOf(
  { texts, exceptions }: RuleDraft,
  words: TargetsTexts
): Readonly<Record<string, string>> {
  const isNumber = (text: string | undefined): boolean =>
    NUMBER.test((text ?? "").normalize("NFKC").trim());
  const problems: Record<string, string> = {};
  if ((texts["指标"] ?? "").trim() === "") problems["指标"] = words.needName;
  if (!isNumber(texts["目标值"])) problems["目标值"] = words.needNumber;
  for (const { key, zone, value } of exceptions) {
    if (zone.trim() === "") problems[`zone ${key}`] = words.needZone;
    if (!isNumber(value)) problems[`value ${key}`] = words.needNumber;
  }
  return problems;
}

/** What ties an exception to its rule: it has to say the same as the rule's row wherever it says it. */
const SHARED: readonly RulesColumn[] = ["指标", "口径", "比较", "单位", "档次", "期间"];

export function toEdit(group: RuleGroup | null, draft: RuleDraft): RulesEdit {
  const exceptionTexts = ({ zone, value }: ExceptionDraft): RulesTexts => ({
    ...draft.texts,
    适用: zone.trim(),
    目标值: value.trim(),
    备注: "例外",
  });
  const added = draft.exceptions.filter(({ row }) => row === null).map(exceptionTexts);
  if (group === null) return { changed: [], added: [draft.texts, ...added], removed: [] };
  const kept = new Set(draft.exceptions.map(({ row }) => row));
  const changed = draft.exceptions.flatMap(({ row, zone, value }) => {
    if (row === null) return [];
    const shared = SHARED.flatMap((name) => {
      const now = draft.texts[name] ?? "";
      const isSaid = row.texts[name] !== undefined || now !== (group.row.texts[name] ?? "");
      return isSaid && now !== (group.row.texts[name] ?? "") ? [[name, now]] : [];
    });
    const texts = {
      ...row.texts,
      ...Object.fromEntries(shared),
      适用: zone.trim(),
      目标值: value.trim(),
    } as RulesTexts;
    return [{ was: row, texts }];
  });
  return {
    changed: [{ was: group.row, texts: draft.texts }, ...changed],
    added,
    removed: group.exceptions.filter((row) => !kept.has(row)),
  };
}

/** A rule goes with its exceptions: alone they would become rules of their own. */
export function toRemoval({ row, exceptions }: RuleGroup): RulesEdit {
  return { changed: [], added: [], removed: [row, ...exceptions] };
}
