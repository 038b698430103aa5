/** The sheet that holds the target rules as an ordinary table. */
export const RULES_SHEET = "目标规则";

/** The ledger: one row per finding, with the statistician's remarks. */
export const LEDGER_SHEET = "审核台账";

/** Where a composed text is put; further ones are numbered: 成文文稿 2. */
export const TEXT_SHEET = "成文文稿";

/** Whether a sheet is one of ours: it is never read as an indicator sheet. */
export function isOwnSheet(name: string): boolean {
  return name === RULES_SHEET || name === LEDGER_SHEET || isTextSheet(name);
}

/** Whether a sheet holds a composed text. */
export function isTextSheet(name: string): boolean {
  return name === TEXT_SHEET || /^成文文稿 \d+$/u.test(name);
}
