import { checkDraft } from "../../../../src/core/narrative/check/index.ts";
import type { Claim, DraftCheck } from "../../../../src/core/narrative/check/index.ts";

/** A text checked against itself. */
export function check(draft: string): DraftCheck {
  return checkDraft({ draft, tables: null });
}

/** The claims at a number, as it is printed; of several places the one behind the words given. */
export function claimsAt(draft: string, text: string, behind = ""): readonly Claim[] {
  const from = behind === "" ? 0 : draft.indexOf(behind);
  if (from < 0) throw new Error(`no such words: ${behind}`);
  const at = draft.indexOf(text, from);
  if (at < 0) throw new Error(`no such number: ${text}`);
  return check(draft).claims.filter((claim) => claim.start <= at && at < claim.end);
}

/** kind:verdict of each claim at a number. */
export function saidOf(draft: string, text: string, behind = ""): readonly string[] {
  return claimsAt(draft, text, behind).map(({ kind, verdict }) => `${kind}:${verdict}`);
}

/** Every statement that disagrees, as printed. */
export function disagreeing(draft: string): readonly string[] {
  return check(draft)
    .claims.filter(({ verdict }) => verdict === "disagrees")
    .map(({ text, kind }) => `${text} ${kind}`);
}

/** The verdicts at the number between braces: as it stands, and with other digits in its place. */
export function verdictsOf(marked: string, wrong: string): readonly string[] {
  const right = /\{(.*?)\}/u.exec(marked)?.[1] ?? "";
  const at = marked.indexOf("{");
  return [right, wrong].flatMap((digits) =>
    check(marked.replace(/\{.*?\}/u, digits))
      .claims.filter(({ start, end }) => start <= at && at < end)
      .map(({ verdict }) => verdict)
  );
}
