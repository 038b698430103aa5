import { normaliseText, recogniseIndicator, recogniseMeasure } from "../catalog/index.ts";
import type { Cell } from "../workbook/book.ts";
import { PLAIN, parseLimit } from "./parse-limit.ts";
import type { TargetClause } from "./parse-limit.ts";
import { parseScopes } from "./parse-scope.ts";
import { findTier } from "./tier-words.ts";

const NONE = /^(?:[-—–−/\\×…]+|无|N\/A|不适用|不考核|不设目标|未设置|待定|待下达|未下达)?$/iu;

/** The clauses of a 目标值 cell; "none" where it sets no target; undefined where it cannot be read. */
export function parseTargetCell(
  cell: Pick<Cell, "value" | "numberFormat">
): readonly TargetClause[] | "none" | undefined {
  const { value, numberFormat } = cell;
  if (value === null) return "none";
  if (typeof value === "boolean")
    return value ? [{ ...PLAIN, scope: null, value: 1, isYesNo: true }] : "none";
  if (typeof value === "number") {
    const isPercent = numberFormat.replace(/"[^"]*"/g, "").includes("%");
    const number = isPercent ? Number((value * 100).toPrecision(15)) : value;
    return [{ ...PLAIN, scope: null, value: number, unit: isPercent ? "%" : null }];
  }
  if (typeof value !== "string") return undefined;
  const text = normaliseText(value).replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
  if (NONE.test(text)) return "none";
  const limit = parseLimit(text);
  return limit === undefined ? parseList(text) : [{ ...limit, scope: null }];
}

/** 河津16%、其余17% · 17%(河津、永济16%) · 工业类17%,农业类18% · 17%(河津除外). */
function parseList(text: string): readonly TargetClause[] | undefined {
  const clauses: TargetClause[] = [];
  let names = "";
  const pieces = text
    .replace(/\(([^()]*)\)/gu, ",$1")
    .split(/[、,;]/u)
    .filter((piece) => piece !== "");
  for (const piece of pieces) {
    const left = /^(.+?)除外$/u.exec(piece)?.[1];
    if (left !== undefined) {
      const last = clauses.at(-1);
      const [exempt] = parseScopes(`除${[names, left].filter((name) => name !== "").join("、")}外`);
      if (last === undefined || exempt === undefined) return undefined;
      clauses[clauses.length - 1] = {
        ...last,
        scope: { ...(last.scope ?? exempt), exempt: exempt.exempt },
      };
      names = "";
      continue;
    }
    const own = splitName(piece);
    if (own === undefined) {
      names = names === "" ? piece : `${names}、${piece}`;
      continue;
    }
    const limit = parseLimit(own.rest);
    if (limit === undefined) return undefined;
    const tier = names === "" && TIER_WORD.test(own.name) ? findTier(own.name) : undefined;
    if (tier !== undefined) {
      clauses.push({ ...limit, scope: null, tier });
      continue;
    }
    const whom = [names, own.name].filter((name) => name !== "").join("、");
    names = "";
    const scopes = whom === "" ? [null] : parseScopes(whom);
    if (scopes.some((scope) => scope?.zones.some((zone) => !isName(zone)) === true))
      return undefined;
    clauses.push(...scopes.map((scope) => ({ ...limit, scope })));
  }
  return names === "" && clauses.length > 0 ? clauses : undefined;
}

const TIER_WORD =
  /^(?:底线|保底|必保|确保|考核|力争|奋斗|挑战)(?:目标)?(?:达到|完成|实现)?[:为]?$/u;

/** Whether text before a number can be a zone's name: 约 in 约17 and 大概 are none. */
function isName(text: string): boolean {
  return (
    /^\p{Script=Han}{2,}$/u.test(text) &&
    !/^(?:大约|大概|大致|接近|近似|左右|约为|不少|至少|最低|最高|尽量|争取|计划|暂定|待定|预计|同比|增长|其中)/u.test(
      text
    ) &&
    recogniseIndicator(text) === undefined &&
    recogniseMeasure(text) === undefined
  );
}

/** The name before a limit: 河津不低于16% → 河津 and 不低于16%; undefined where no number stands. */
function splitName(piece: string): { readonly name: string; readonly rest: string } | undefined {
  const match =
    /^(\D*?)((?:不低于|不少于|不高于|不超过|高于|低于|超过|达到|增长|≥|≤|>=|<=|>|<)?[+-]?\d.*)$/u.exec(
      piece
    );
  return match === null
    ? undefined
    : { name: (match[1] ?? "").replace(/[:为]$/u, ""), rest: match[2] ?? "" };
}
