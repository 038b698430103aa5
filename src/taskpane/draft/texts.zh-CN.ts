import type { DraftTexts } from "./draft-texts.ts";

export const chinese: DraftTexts = {
  halves: "文稿",
  half: { compose: "成文", check: "核稿" },

  compose: "成文",
  composeAgain: "重新成文",
  style: "文风",
  styleOfCity: "按本市",
  styleFromFile: "打开文风文件…",
  styleFile: "文风文件",
  composeGuidance: {
    title: "从指标表写出报告段落",
    text: "每个数都来自单元格:停在数上可看出处和算式,点一下就转到单元格。表改动以后,文中过时的数会标出来。工作簿不作任何改动。",
  },
  composed: (style, numbers) => `文风 ${style} · ${numbers} 个数`,
  composedText: "成文的段落",
  copy: "复制",
  save: "存为文本",
  insert: "写入新表",
  fileName: "开发区指标文稿.txt",
  comparing: "表已改动,正在对照…",
  edited: "表已改动,文中的数可能已过时。",
  compare: "对照",
  upToDate: "与表一致",
  outdated: (count, added) =>
    [count === 0 ? "" : `${count} 个数已过时`, added === 0 ? "" : `表里多出 ${added} 个数可写`]
      .filter(Boolean)
      .join(",") + ",原文未改",
  changed: ({ change, now }) => {
    switch (change) {
      case "number":
        return `已过时,表里现为 ${now?.text ?? ""}`;
      case "words":
        return "已过时:数未变,说法(高低、达到与否等)变了";
      case "gone":
        return "已过时:表里已没有这个数";
    }
  },
  sourced: "可看出处",
  measure: {
    period: "时期",
    zones: "开发区",
    count: "个数",
    value: "完成数",
    whole: "总数",
    share: "占比",
    growth: "同比",
    increase: "增减额",
    reference: "被比较的数",
    difference: "相差",
    target: "目标",
    attainment: "完成进度",
    done: "已完成",
    remaining: "剩余",
    rate: "比率",
    rank: "位次",
    signs: "正负",
  },
  pickNumber: "选一个带下划线的数,看它的单元格和算式;方向键换下一个,回车转到单元格。",
  details: "出处",
  moreCells: (count) => `等 ${count} 个单元格`,
  notes: (count) => `提示 ${count}`,

  draft: "文稿",
  pasteHere: "把文稿粘贴在这里",
  open: "打开文件",
  openFile: "打开 .txt 文稿",
  check: "核稿",
  checkAgain: "重新核稿",
  edit: "改稿",
  againstBook: "与工作簿核对",
  emptyDraft: "还没有文稿:请粘贴,或打开 .txt 文件。",
  tooLong: (limit) => `文稿超过 ${limit / 10_000} 万字,请分段核对。`,
  unreadableFile: (name) => `${name} 读不出来,请另存为 .txt 再打开,或直接粘贴。`,
  coverage: (numbers, checked, unclaimed) =>
    `共识别 ${numbers} 个数字,核对 ${checked} 个,未核对 ${unclaimed} 个`,
  against: { book: "对照工作簿", text: "只在文稿内部核对" },
  editedSince: "核稿之后表已改动。",
  checkedDraft: "核对过的文稿",
  look: {
    sourced: "可看出处",
    outdated: "已过时",
    agrees: "吻合",
    "within-rounding": "尾差",
    disagrees: "不符",
    unverifiable: "表内无此数",
    lint: "文字",
    unclaimed: "未核对",
  },
  legend: "图例",
  findings: "核稿结果",
  group: {
    disagrees: "不符",
    "within-rounding": "尾差",
    unverifiable: "表内无此数",
    lint: "文字",
    unclaimed: "未核对",
  },
  notChecked: "没有认出这个数说的是什么,请自行核对",
  showMore: (count) => `再显示 ${count} 条`,
  nothingFound: "核对过的数都吻合,文字也没有发现问题。",
  noNumbers: "文稿里没有可核对的数字。",
};
