import { normaliseText } from "./normalise.ts";

/** 绿灯, 黄灯, 红灯: what a light stands for, between two limits in per cent; null: there is none to that side. */
export interface VerdictClass {
  readonly light: Light;
  readonly low: number | null;
  readonly high: number | null;
}

export type Light = "绿" | "黄" | "红";

const LIGHT = /[绿黄红](?=灯|牌|色|[:：为]|[≥≤><\d]|完成|$)/gu;
const NUMBER = "(\\d+(?:\\.\\d+)?)%?";
/** 90%(含)-100%, 90%≤完成率<100%, 90%至100%. */
const BETWEEN = new RegExp(
  `${NUMBER}(?:\\(不?含\\))?(?:-|至|到|~|[≤<]=?\\D{0,8}[≤<]=?)${NUMBER}`,
  "u"
);
const AT_LEAST = new RegExp(
  `(?:≥|>=?|不低于|不少于|不小于|高于|超过|大于|达到)${NUMBER}|${NUMBER}(?:\\(不?含\\))?(?:及|\\(含\\)|含)?以上`,
  "u"
);
const BELOW = new RegExp(
  `(?:≤|<=?|低于|少于|小于|不足|不到|不高于)${NUMBER}|${NUMBER}(?:\\(不?含\\))?(?:及|含)?以下`,
  "u"
);

/**
 * The limits that a note gives to each light: 绿灯:≥100%;黄灯:90%-100%;红灯:<90%, or 完成率100%及以上的亮绿灯. undefined
 * where it speaks of fewer than two, or one of them cannot be read: half of the classes would judge wrongly.
 */
export function parseVerdictClasses(text: string): readonly VerdictClass[] | undefined {
  const classes: VerdictClass[] = [];
  for (const piece of piecesOf(normaliseText(text))) {
    const lights = new Set(piece.match(LIGHT) ?? []);
    const [light, ...others] = lights;
    if (light === undefined) continue;
    const limits = others.length > 0 ? undefined : limitsIn(piece);
    if (limits === undefined) return undefined;
    classes.push({ light: light as Light, ...limits });
  }
  const isOnce = new Set(classes.map(({ light }) => light)).size === classes.length;
  return isOnce && classes.length >= 2 && isGapless(classes) ? classes : undefined;
}

/** 绿灯(≥100%)、黄灯(90%-100%): each light with what is said of it. */
function piecesOf(key: string): readonly string[] {
  return key.split(/[;,。、\n]/u).filter((piece) => piece !== "");
}

function limitsIn(piece: string): Pick<VerdictClass, "low" | "high"> | undefined {
  const between = BETWEEN.exec(piece);
  if (between !== null) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    return low < high ? { low, high } : undefined;
  }
  const [above, below] = [AT_LEAST.exec(piece), BELOW.exec(piece)];
  if ((above === null) === (below === null)) return undefined;
  const limit = Number(above?.[1] ?? above?.[2] ?? below?.[1] ?? below?.[2]);
  return above === null ? { low: null, high: limit } : { low: limit, high: null };
}

/** Each ends where another begins, so that nothing was misread. */
function isGapless(classes: readonly VerdictClass[]): boolean {
  const ends = classes.flatMap(({ high }) => (high === null ? [] : [high]));
  const starts = classes.flatMap(({ low }) => (low === null ? [] : [low]));
  return ends.length === starts.length && ends.every((end) => starts.includes(end));
}

/** The light that a cell shows: 绿灯, 绿, 黄牌. */
export function lightOf(text: string): Light | undefined {
  const [, light] = /^[●○■]?([绿黄红])(?:灯|牌|色)?$/u.exec(normaliseText(text)) ?? [];
  return light as Light | undefined;
}
