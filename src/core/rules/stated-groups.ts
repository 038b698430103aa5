/** The sentences that set targets, cut into what each part of them is of. */

import { readPhrase, stripLeadIn } from "../catalog/phrase.ts";

/** What is named, and the pieces that say what is aimed at. */
export interface StatedGroup {
  /** "": the sentence names nothing. */
  readonly head: string;
  readonly pieces: readonly string[];
}

/** The words that name a target and nothing else, as a lead to a list: 省定目标:… */
export const LEAD =
  /^(?:注|备注|说明|其中|\d{4}年度?|本?年度|全年|[省市区县委级的为]|政府|初定|确定|定|下达|考核|各|开发区|园区|主要|指标|增速|增长|目标[值数]?|任务数?|要求|分别|如下|\d{1,2}[.、)]|\(\d{1,2}\)|[一二三四五六七八九十]{1,2}、|:)*$/u;
const SEPARATOR = /[,、](?![^()]*\))/u;
const NUMBER_AHEAD =
  /^(.*?)((?:不低于|不少于|不小于|不高于|不超过|不大于|控制在|高于|超过|低于|达到|≥|≤|>|<)?(?:[+-]?\d+(?:\.\d+)?(?!年|月|季).*|全[市省].*|(?:保持|实现)?(?:正|零|负)增长$|只增不减$))$/u;

/** 按省考核要求, 根据责任书: who says so, ahead of what is said. */
const BY_WHOM = /^(?:按照?|根据|依据|依照)[^\d]*$/u;
/** 其中河津分别为16%、15%: a value for each of the names before. */
const IN_TURN = /^(?:其中)?(?<zone>\D{2,}?)分别(?:为|是)?(?<value>[+-]?\d.*)$/u;
/** 17% alone, which goes on with such a list. */
const BARE_VALUE = /^[+-]?\d+(?:\.\d+)?\D{0,4}$/u;

/** 工业投资增速17%(河津16%),增加值增速7%: one group for each name, with the pieces behind it that name zones. */
export function groupsOf(sentence: string): readonly StatedGroup[] | undefined {
  // Which year it is of was asked before; the number ahead is what is aimed at.
  const undated = unwrapped(sentence).replace(/20\d{2}年度?/gu, "");
  const named = namedAhead(undated);
  if (named !== undefined) return [named];
  const open = stripLeadIn(withoutLead(undated));
  const groups: { readonly head: string; readonly pieces: string[] }[] = [];
  const pieces = open.split(SEPARATOR).filter((piece) => piece !== "");
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? "";
    if (groups.length === 0 && BY_WHOM.test(piece)) continue;
    const turn = groups.length > 1 ? IN_TURN.exec(piece)?.groups : undefined;
    if (turn !== undefined) {
      const values = [turn["value"] ?? "", ...bareValues(pieces.slice(at + 1))];
      if (values.length !== groups.length) return undefined;
      groups.forEach((group, place) =>
        group.pieces.push(`${turn["zone"] ?? ""}${values[place] ?? ""}`)
      );
      at += values.length - 1;
      continue;
    }
    const cut = NUMBER_AHEAD.exec(piece);
    const [head = "", tail = ""] = cut === null ? [piece, ""] : [cut[1], cut[2]];
    const last = groups.at(-1);
    if (tail !== "" && namesIndicator(head)) groups.push({ head, pieces: [tail] });
    else if (tail !== "" && last === undefined && LEAD.test(head))
      groups.push({ head: "", pieces: [tail] });
    else if (namesIndicator(piece)) return undefined;
    else if (last !== undefined) last.pieces.push(piece);
    else return undefined;
  }
  return groups;
}

/** 一、固定资产投资(目标12%) is 固定资产投资目标12%. */
function unwrapped(sentence: string): string {
  return stripLeadIn(sentence).replace(
    /\(((?:[^()]{0,8}(?:目标|省定|市定|省初定|任务|下达))[^()]*)\)/gu,
    "$1"
  );
}

/** What stands before the last colon, where it only says that targets follow. */
function withoutLead(sentence: string): string {
  let rest = sentence;
  for (let at = rest.indexOf(":"); at !== -1; at = rest.indexOf(":")) {
    if (LEAD.test(rest.slice(0, at))) rest = rest.slice(at + 1);
    else rest = rest.slice(0, at) + rest.slice(at + 1);
  }
  return rest;
}

function namesIndicator(head: string): boolean {
  return head !== "" && readPhrase(head).some(({ kind }) => kind === "indicator");
}

/** 工业投资增长目标:河津16%,其余17%: one name, and whom each of the numbers is for. */
function namedAhead(text: string): StatedGroup | undefined {
  const sentence = text.replace(/^(?:注|备注|说明)\d?:/u, "");
  const cut = sentence.indexOf(":");
  if (cut === -1 || sentence.indexOf(":", cut + 1) !== -1) return undefined;
  const [head, rest] = [stripLeadIn(sentence.slice(0, cut)), sentence.slice(cut + 1)];
  const pieces = rest.split(SEPARATOR).filter((piece) => piece !== "");
  const isOfZones = pieces.length > 0 && !pieces.some(namesIndicator) && !/\d/u.test(head);
  return isOfZones && namesIndicator(head) ? { head, pieces } : undefined;
}

function bareValues(pieces: readonly string[]): readonly string[] {
  const end = pieces.findIndex((piece) => !BARE_VALUE.test(piece));
  return end === -1 ? pieces : pieces.slice(0, end);
}
