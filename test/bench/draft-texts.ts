/** Report texts to measure the check of drafts with: varied as real ones are, and such as nobody writes. */

const PLACES = "临湖 青石 云岭 北塘 松江口 白沙 柳河 安吴 金坪 双溪 南浦 长原".split(" ");
const INDICATORS = [
  "规上工业增加值",
  "固定资产投资",
  "工业投资",
  "一般公共预算收入",
  "税收收入",
  "进出口总额",
  "规上工业营业收入",
  "实际使用外资",
] as const;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Dice {
  readonly number: (least: number, most: number, decimals: number) => string;
  readonly one: (list: readonly string[]) => string;
}

const SENTENCES: readonly ((dice: Dice) => string)[] = [
  ({ number, one }) =>
    `2024年1-9月,${one(PLACES)}开发区${one(INDICATORS)}完成${number(20, 900, 2)}亿元,占全市(${number(900, 3000, 2)}亿元)的${number(5, 60, 2)}%,同比增长${number(0, 30, 1)}%,高于全市(${number(0, 9, 1)}%)${number(1, 12, 1)}个百分点。`,
  ({ number, one }) =>
    `前三季度,全市${one(INDICATORS)}累计完成${number(50, 700, 1)}亿元,较上年同期增加${number(2, 40, 1)}亿元,增长${number(1, 20, 1)}%,增速比上半年加快${number(0, 4, 1)}个百分点。`,
  ({ number, one }) =>
    `${one(PLACES)}、${one(PLACES)}、${one(PLACES)}开发区${one(INDICATORS)}分别增长${number(1, 30, 1)}%、${number(1, 30, 1)}%和${number(1, 30, 1)}%。`,
  ({ number, one }) =>
    `${one(INDICATORS)}绝对量前三位的分别是${one(PLACES)}开发区${number(60, 90, 2)}亿元、${one(PLACES)}开发区${number(30, 60, 2)}亿元、${one(PLACES)}开发区${number(10, 30, 2)}亿元;增速后三位的为${one(PLACES)}开发区${number(3, 5, 1)}%、${one(PLACES)}开发区${number(1, 3, 1)}%、${one(PLACES)}开发区-${number(1, 9, 1)}%。`,
  ({ number }) =>
    `新签约项目${number(100, 300, 0)}个,总投资${number(200, 900, 1)}亿元,其中,亿元以上项目${number(20, 90, 0)}个,占比${number(10, 40, 1)}%;已开工${number(50, 90, 0)}个,开工率${number(30, 80, 1)}%。`,
  ({ number, one }) =>
    `${one(PLACES)}开发区完成年度目标(${number(100, 400, 0)}亿元)的${number(60, 90, 2)}%,超序时进度${number(1, 15, 2)}个百分点,未达到省定${number(6, 17, 0)}%目标值(${one(PLACES)}开发区${number(5, 9, 0)}%、其余开发区${number(10, 17, 0)}%)。`,
  ({ number, one }) =>
    `截至9月底,${one(PLACES)}开发区出让标准地${number(10, 60, 0)}宗${number(400, 3000, 1)}亩,新增经营主体${number(200, 3000, 0)}户,累计达到${number(2, 9, 2)}万户;规上工业企业${number(100, 400, 0)}家,较年初净增${number(2, 40, 0)}家。`,
  ({ one }) =>
    `下一步,${one(PLACES)}开发区将紧盯目标任务,进一步压实责任、完善机制,扎实推进“三个一批”活动,确保全年各项指标任务圆满完成。`,
];

/** A bulletin of about so many bytes; no two of its sentences have the same numbers. */
export function bulletinOf(bytes: number): string {
  const random = randomOf(bytes);
  const dice: Dice = {
    number: (least, most, decimals) => (least + random() * (most - least)).toFixed(decimals),
    one: (list) => list[Math.floor(random() * list.length)] ?? "",
  };
  const parts: string[] = [];
  for (let size = 0, index = 0; size < bytes; index += 1) {
    const sentence = SENTENCES[Math.floor(random() * SENTENCES.length)]?.(dice) ?? "";
    parts.push(sentence, index % 4 === 3 ? "\n" : "");
    size += Buffer.byteLength(sentence);
  }
  return parts.join("");
}

/** What a hostile text repeats, and what stands before the first of it. */
export const HOSTILE: Readonly<Record<string, readonly [repeated: string, before?: string]>> = {
  digits: ["1234567890"],
  "digits and points": ["1.2"],
  "digits and blanks": ["1234567890123456789012345 ", "完成1 "],
  "numbers and 、": ["12.3、"],
  "an open bracket": ["(12.3%"],
  brackets: ["(12)"],
  "of a whole in brackets": ["占全市(12.3亿元)的3.4%,"],
  "one growth after another": ["增长12%"],
  lines: ["增长12%\n"],
  "分别 with a long list": ["12.3%、", "甲、乙分别增长"],
  "words without numbers": ["增长达到"],
  "one statement for ever": ["工业投资完成12.3亿元,同比增长3.4%,"],
  "all have reached it": ["均达到10%目标。"],
  "one up and one down": ["一正一负1亿元。"],
  letters: ["a-"],
};

export function hostileOf(
  [repeated, before = ""]: readonly [string, string?],
  bytes: number
): string {
  return before + repeated.repeat(Math.ceil(bytes / Buffer.byteLength(repeated)));
}
