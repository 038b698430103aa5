/** What tells a number in a bracket to be aimed at: 省定17%, 目标12%, 不低于60%, 其余17%. */
const AIMED =
  /目标|任务|省定|省初定|市定|县定|区定|下达|考核|要求|不低于|不少于|不高于|不超过|控制在|其余|≥|≤/u;
/** A head that is a target's own says what the numbers below it are: 目标(≥17%). */
const OF_TARGETS = /目标|任务|计划|考核|省定|省初定|市定|下达|责任/u;

/** 同比增速(%) over 省定17% in one cell: the line of the target behind the bracket of the unit. */
const TAIL =
  /^(.*?[)%])((?:省初?定|市定|考核|(?:年度|全年)?目标)(?:目标)?值?[:为]?(?:不低于|不高于|[≥≤])?\d[\d.]*%?(?:[(,、].*)?)$/u;

/** (时序进度50%), (不低于上年): by what the numbers are judged, no word of their name and no number to hold them against. */
const ASIDE =
  /^(?:(?:序时|时序|时间|均衡)(?:进度)?(?:要求)?:?\d[\d.]*%?|(?:不低于|高于|超过)[上去]年(?:同期)?(?:水平)?)$/u;

interface Bracket {
  readonly inner: string;
  readonly start: number;
  readonly end: number;
}

/** 控制目标(不高于): how the numbers below are compared, and no word of their name. */
const COMPARED = /\((?:不高于|不低于|不超过|不少于|不小于|不大于|以上|以内|以下|[≤≥<>]=?)\)/gu;

/** 控制目标(亩以内): a unit, and how the numbers in it are compared. */
const UNIT_COMPARED = /\(([^()\d]{1,4})以[内上下]\)/gu;

/** The outermost brackets of a normalised text. */
function bracketsIn(key: string): readonly Bracket[] {
  const brackets: Bracket[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < key.length; at++) {
    const letter = key.charAt(at);
    if (letter === "(") {
      if (depth === 0) start = at;
      depth += 1;
    } else if (letter === ")" && depth > 0) {
      depth -= 1;
      if (depth === 0) brackets.push({ inner: key.slice(start + 1, at), start, end: at + 1 });
    }
  }
  return brackets;
}

function without(text: string, brackets: readonly Bracket[]): string {
  return [...brackets]
    .reverse()
    .reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/**
 * A header or label with the target taken out that it states in a bracket: 同比增长(省定17%,河津16%) heads growths, and
 * 17% is what they are held against. `stated` holds what stood in the brackets; the head of a target column keeps its own.
 */
export function splitStatedTarget(given: string): {
  readonly rest: string;
  readonly stated: readonly string[];
} {
  if (!given.includes("(")) return { rest: given, stated: [] };
  const text = given.replace(UNIT_COMPARED, "($1)");
  const asides = bracketsIn(text).filter(({ inner, start }) => start > 0 && ASIDE.test(inner));
  const key = without(text, asides);
  if (!AIMED.test(key)) return { rest: key, stated: [] };
  const tail = TAIL.exec(key);
  if (tail?.[1] !== undefined && tail[2] !== undefined && !OF_TARGETS.test(tail[1]))
    return { rest: tail[1], stated: [tail[2]] };
  const bare = key.replace(COMPARED, "");
  if (bare !== key) return bare === "" ? { rest: key, stated: [] } : { rest: bare, stated: [] };
  const found = bracketsIn(key).filter(
    ({ inner }) => /\d|全[市省国]/u.test(inner) && AIMED.test(inner)
  );
  const rest = without(key, found);
  if (found.length === 0 || rest === "" || OF_TARGETS.test(rest)) return { rest: key, stated: [] };
  return { rest, stated: found.map(({ inner }) => inner) };
}
