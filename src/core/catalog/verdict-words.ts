/** Words that say a target is met, and that it is not. 基本完成, 黄灯 and 持平 leave it open. */
const MET = new Set(
  "是 达到 已达到 达标 已达标 完成 已完成 超额完成 全部完成 √ ✓ ✔ ☑ 绿 绿灯 y yes 达到目标 完成目标 met 已完成目标".split(
    " "
  )
);
const UNMET = new Set(
  "否 未达到 没达到 未达标 不达标 未完成 没有完成 × ✗ ✘ x 红 红灯 n no 未达到目标 未完成目标 unmet".split(
    " "
  )
);
/** Verdicts on pace, which only a target for that part of the year can decide. */
const ON_PACE = new Set(
  "达序时 已达序时 达到序时 达到序时进度 超序时 超序时进度 达序时进度".split(" ")
);
const BEHIND = new Set("未达序时 未达到序时 未达到序时进度 滞后 欠序时 未达序时进度".split(" "));

export interface VerdictWord {
  readonly met: boolean;
  readonly isOfPace: boolean;
}

/** What a verdict cell says; undefined for a word that says neither. */
export function parseVerdict(text: string): VerdictWord | undefined {
  const word = text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  if (MET.has(word)) return { met: true, isOfPace: false };
  if (UNMET.has(word)) return { met: false, isOfPace: false };
  if (ON_PACE.has(word)) return { met: true, isOfPace: true };
  if (BEHIND.has(word)) return { met: false, isOfPace: true };
  return undefined;
}

/** Words for a verdict that begin the names of other things: 评价入库 is no verdict, 达标企业 no more than 达标率. */
const OPENING_NAMES = /^(?:评价|状态|预警|达标)$/u;

/** Whether a word at a place of a normalised text begins the name of something else. */
export function opensName(key: string, at: number, length: number): boolean {
  const rest = key.slice(at + length);
  return (
    OPENING_NAMES.test(key.slice(at, at + length)) &&
    /^(?!情况|结果|与否|[个户家宗项件]数)\p{Script=Han}/u.test(rest)
  );
}
