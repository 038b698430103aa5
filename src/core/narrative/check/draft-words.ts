import type { Locale } from "../../findings/locale.ts";
import { roundTo } from "../../model/decimal.ts";
import type { Claim, ClaimKind, ClaimVerdict } from "./draft-check.ts";
import type { LintCode, LintNote } from "./lint/lint-note.ts";
import type { Missing, Note } from "./working.ts";

interface Words {
  readonly kinds: Readonly<Record<ClaimKind, string>>;
  readonly verdicts: Readonly<Record<ClaimVerdict, string>>;
  readonly missing: Readonly<Record<Missing, string>>;
  readonly lint: Readonly<Record<LintCode, (found: string) => string>>;
  readonly note: (note: Note) => string;
  readonly sentence: (
    head: string,
    arithmetic: string | null,
    verdict: string,
    notes: readonly string[]
  ) => string;
}

const number = (value: number): string => String(roundTo(value, 2));

const ZH: Words = {
  kinds: {
    value: "数值",
    share: "占比",
    growth: "增速",
    increase: "增减额",
    multiple: "倍数",
    difference: "百分点差",
    pace: "序时进度",
    contribution: "贡献",
    rate: "完成率或比率",
    sum: "合计",
    count: "个数",
    rank: "位次",
    members: "逐个核对",
    target: "目标",
    verdict: "达标判断",
    order: "大小关系",
  },
  verdicts: {
    agrees: "吻合",
    "within-rounding": "尾差",
    disagrees: "不符",
    unverifiable: "表内无此数",
  },
  missing: {
    whole: "没有找到分母",
    part: "没有找到分子",
    base: "没有找到上年同期数,不能重算",
    reference: "没有找到被比较的增速",
    "earlier-rate": "没有找到前一时期的增速",
    "own-rate": "没有找到自身的增速或比率",
    target: "没有找到目标值",
    attained: "没有找到完成率",
    members: "要逐个核对各成员的数,文中没有",
    ranking: "要有全部成员的排名,文中没有",
    parts: "没有找到各组成部分",
    operands: "没有找到可以重算的数",
    counterpart: "没有另一处可以核对",
    cell: "没有找到对应的单元格",
  },
  note: (note) => {
    switch (note.code) {
      case "missing":
        return ZH.missing[note.what];
      case "given":
        return note.basis === "constant-price"
          ? "可比价增速由统计部门给出,不按现价重算"
          : "可比口径增速由统计部门给出,不按公布的绝对额重算";
      case "implied":
        return `按此推算应为 ${number(note.low)}—${number(note.high)}${note.unit},请确认`;
      case "sign":
        return "方向词与数不符,绝对值相同";
      case "truncated":
        return "似为去尾,没有四舍五入";
      case "power-of-ten":
        return "相差 10 的整数次方,请查单位或小数点";
      case "wholes":
        return note.first === note.last
          ? `总数应为 ${note.first}`
          : `总数应为 ${note.first}—${note.last}`;
      case "infeasible":
        return "没有一个整数总数能得出这个比例";
      case "robust":
        return "对每一个目标值都成立";
      case "weights":
        return "对各目标值结论不一,取决于权重";
      case "basis": {
        const others = note.others.length === 0 ? "" : `;其他口径:${note.others.join(",")}`;
        return note.fits === null
          ? `说不清按哪种口径计算${others}`
          : `按“${note.fits}”的口径吻合${others},请注明口径`;
      }
      case "names":
        return `名称 ${note.names} 个,数 ${note.numbers} 个`;
      case "threshold":
        return "按单边区间判断";
      case "elsewhere":
        return `另一处为 ${note.text}`;
      case "order":
        return note.relation === "part"
          ? "部分不大于全部"
          : note.relation === "falling"
            ? "应依次递减"
            : "事项不少于项目";
      case "split":
        return "各部分应等于全部";
    }
  },
  lint: {
    "percent-for-points": (found) => `两个增速之差应写“个百分点”:${found}`,
    "repeated-sentence": (found) => `这句话出现两次:${short(found)}`,
    "doubled-word": (found) => `字词重复:${found}`,
    "missing-word": (found) => `似有缺字:${found}`,
    "exact-with-more": (found) => `精确数后面不用“余”“多”:${found}`,
    "cutoff-word": () => "“截止”后面接日期时应写“截至”",
    "sign-word": (found) => `“下降”与负号重复:${found}`,
    "fine-precision": (found) => `位数比所据的数更细:${found}`,
    "unit-of-indicator": (found) => `单位与指标不相称:${found}`,
    "torn-number": (found) => `数与前后文字被换行隔开:${found}`,
    "half-width-marks": (found) => `中文中用了半角标点“${found}”`,
    "rate-basis": (found) => `${found} 不是按个数算的,请确认并注明口径`,
    "names-and-numbers": (found) => `“分别”的名称与数的个数不一致:${found}`,
  },
  sentence: (head, arithmetic, verdict, notes) =>
    `${head}${arithmetic === null ? "" : `:${arithmetic}`},${verdict}${notes.length === 0 ? "" : `(${notes.join(";")})`}`,
};

const EN: Words = {
  kinds: {
    value: "value",
    share: "share",
    growth: "growth",
    increase: "increase",
    multiple: "multiple",
    difference: "difference in points",
    pace: "pace",
    contribution: "contribution",
    rate: "rate",
    sum: "sum",
    count: "count",
    rank: "rank",
    members: "every member",
    target: "target",
    verdict: "verdict on a target",
    order: "order",
  },
  verdicts: {
    agrees: "agrees",
    "within-rounding": "within rounding",
    disagrees: "disagrees",
    unverifiable: "cannot be verified",
  },
  missing: {
    whole: "the whole was not found",
    part: "the part was not found",
    base: "last year's value was not found, so it cannot be recomputed",
    reference: "the rate it is compared with was not found",
    "earlier-rate": "the rate of the earlier period was not found",
    "own-rate": "its own rate was not found",
    target: "the target was not found",
    attained: "the attainment was not found",
    members: "every member would have to be seen; the text does not hold them",
    ranking: "the ranking of all members is not in the text",
    parts: "the parts were not found",
    operands: "nothing was found to recompute it from",
    counterpart: "there is nothing else to hold it against",
    cell: "no cell of it was found",
  },
  note: (note) => {
    switch (note.code) {
      case "missing":
        return EN.missing[note.what];
      case "given":
        return note.basis === "constant-price"
          ? "growth at constant prices is given, never recomputed from current ones"
          : "growth in the same scope is given, never recomputed from published levels";
      case "implied":
        return `it would have to be ${number(note.low)} to ${number(note.high)} ${note.unit}: please confirm`;
      case "sign":
        return "the direction word contradicts the numbers; the size agrees";
      case "truncated":
        return "seems cut off instead of rounded";
      case "power-of-ten":
        return "a power of ten apart: check the unit or the decimal point";
      case "wholes":
        return note.first === note.last
          ? `the total must be ${note.first}`
          : `the total must be ${note.first} to ${note.last}`;
      case "infeasible":
        return "no whole total gives this percentage";
      case "robust":
        return "true for every target";
      case "weights":
        return "the targets disagree: it depends on weights";
      case "basis": {
        const others = note.others.length === 0 ? "" : `; otherwise: ${note.others.join(", ")}`;
        return note.fits === null
          ? `the basis cannot be told${others}`
          : `agrees on the basis of ${note.fits}${others}; please declare the basis`;
      }
      case "names":
        return `${note.names} names, ${note.numbers} numbers`;
      case "threshold":
        return "judged as a one-sided interval";
      case "elsewhere":
        return `elsewhere ${note.text}`;
      case "order":
        return note.relation === "part"
          ? "a part may not exceed its whole"
          : note.relation === "falling"
            ? "should fall from one to the next"
            : "matters are at least as many as projects";
      case "split":
        return "the parts must make the whole";
    }
  },
  lint: {
    "percent-for-points": (found) =>
      `the difference of two rates is in percentage points (个百分点): ${found}`,
    "repeated-sentence": (found) => `this sentence stands twice: ${short(found)}`,
    "doubled-word": (found) => `doubled words: ${found}`,
    "missing-word": (found) => `a word seems missing: ${found}`,
    "exact-with-more": (found) => `an exact number does not go with 余 or 多: ${found}`,
    "cutoff-word": () => "before a date it is 截至, not 截止",
    "sign-word": (found) => `下降 and a minus say it twice: ${found}`,
    "fine-precision": (found) => `finer than the numbers it comes from: ${found}`,
    "unit-of-indicator": (found) => `this unit does not go with the indicator: ${found}`,
    "torn-number": (found) => `a line break parts a number from its words: ${found}`,
    "half-width-marks": (found) => `half-width mark in Chinese text: ${found}`,
    "rate-basis": (found) =>
      `${found} is not computed by count: please confirm and declare its basis`,
    "names-and-numbers": (found) => `分别 with another number of names than numbers: ${found}`,
  },
  sentence: (head, arithmetic, verdict, notes) =>
    `${head}${arithmetic === null ? "" : `: ${arithmetic}`}, ${verdict}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`,
};

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function wordsOf(locale: Locale): Words {
  return locale === "zh-CN" ? ZH : EN;
}

/** A claim in one sentence: what it is, its arithmetic, the verdict, and what else matters. */
export function formatClaim(claim: Claim, locale: Locale): string {
  const words = wordsOf(locale);
  const { arithmetic, notes } = claim.working;
  return words.sentence(
    words.kinds[claim.kind],
    arithmetic,
    words.verdicts[claim.verdict],
    notes.map((note) => words.note(note))
  );
}

export function formatLint({ code, found }: LintNote, locale: Locale): string {
  return wordsOf(locale).lint[code](found);
}

export function verdictLabel(verdict: ClaimVerdict, locale: Locale): string {
  return wordsOf(locale).verdicts[verdict];
}
