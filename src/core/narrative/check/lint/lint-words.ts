import type { CleanText } from "../text/clean-text.ts";
import { placeOf } from "../text/clean-text.ts";
import type { LintCode, LintNote } from "./lint-note.ts";

/** Faults that a form of words shows. The whole match is marked, or its group `at`. */
const FAULTS: readonly (readonly [LintCode, RegExp])[] = [
  [
    "doubled-word",
    /完成投资(?:额)?完成|(?:完成){2,}|实现实现|增长增长|下降下降|同比同比|达到达到|达达到|亿亿元?|万万元|元元|个个百分点|百分点百分点|的的(?!确)|、{2,}|,{2,}|。{2,}|;{2,}|,。|、。|%%|占占/gu,
  ],
  [
    "missing-word",
    /完成投(?=\d)|完成投(?![资入产运用放送])|固定资产投(?!资)|工业增加(?=[\d完达同占])|调研\d+个(?=[,。;])|同比增(?=[,。;])|百分(?=[,。;])|开工率达?(?=[,。;])/gu,
  ],
  ["cutoff-word", /截止(?!到|日期|时间|日)(?=\d|目前|今年|本月|上月|年|现在|[一二三四]季度)/gu],
  ["sign-word", /(?:下降|减少|降低|下滑|负增长|回落)(?:了)?-\d+(?:\.\d+)?%?/gu],
];

export function lintWords(clean: CleanText): readonly LintNote[] {
  const notes: LintNote[] = [];
  for (const [code, pattern] of FAULTS) {
    for (const match of clean.text.matchAll(pattern)) {
      notes.push(noteAt(clean, code, match.index, match.index + match[0].length));
    }
  }
  return [...notes, ...halfWidthMarks(clean), ...tornNumbers(clean)];
}

export function noteAt(clean: CleanText, code: LintCode, from: number, to: number): LintNote {
  const [start, end] = placeOf(clean, from, to);
  return { code, start, end, found: clean.text.slice(from, to) };
}

/** Half-width commas and brackets between Chinese words: one note, at the first. */
function halfWidthMarks({ original }: CleanText): readonly LintNote[] {
  const match = /[一-龥%][,;:()](?=[一-龥\d-])/u.exec(original);
  if (match === null) return [];
  const start = match.index + 1;
  return [{ code: "half-width-marks", start, end: start + 1, found: match[0].slice(1) }];
}

/** A line break that parts a number from its words. */
function tornNumbers(clean: CleanText): readonly LintNote[] {
  return clean.tears.flatMap((at) => {
    const [before, after] = [
      clean.text.slice(Math.max(0, at - 4), at),
      clean.text.slice(at, at + 8),
    ];
    const isTorn = /^[+-]?\d/u.test(after) ? !/[,。;、]$/u.test(before) : /\d$/u.test(before);
    if (!isTorn) return [];
    const length = /^[+-]?\d+(?:\.\d+)?%?/u.exec(after)?.[0].length ?? 1;
    return [noteAt(clean, "torn-number", Math.max(0, at - 1), at + length)];
  });
}
