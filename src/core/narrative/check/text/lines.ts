/** What a line of a draft is by its form. Lines come folded and without blanks. */

const ORDINAL = "[一二三四五六七八九十]{1,3}";
const HEAD = new RegExp(
  `^(?:【|第${ORDINAL}[章节部分]|${ORDINAL}、|\\(${ORDINAL}\\)|\\(?供稿|附件|附表|注:|备注|数据来源)`,
  "u"
);
const NUMBERED = /^(?:\(\d{1,2}\)|\d{1,2}[.、)](?=\D)|[①-⑳])/u;

/** Whether a line begins a part of its own: 一、 (一) 【…】 1. 供稿. */
export function startsPart(line: string): boolean {
  return HEAD.test(line) || NUMBERED.test(line);
}

/** 一、经济指标完成情况: a numbered head without a sentence behind it. */
export function isHeading(line: string): boolean {
  return (
    line.length <= 48 &&
    ((HEAD.test(line) && !/[。;]/u.test(line) && !/[,、]$/u.test(line)) ||
      /^【[^】]*】$/u.test(line))
  );
}

/** A title: short, and without a mark of a sentence. */
export function isTitle(line: string): boolean {
  return (
    line.length <= 30 && !/[,。;:、%]/u.test(line) && !/(?:的|达|为|完成|增长|下降|约)$/u.test(line)
  );
}

/** - 3 -, 第3页共8页, or a lone number between two lines of text that do not want one. */
export function isPageNumber(line: string, before: string, after: string): boolean {
  if (/^(?:-+\d{1,4}-+|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,3}\/\d{1,3})$/u.test(line))
    return true;
  if (!/^\d{1,3}$/u.test(line) || before === "" || after === "") return false;
  return (
    !/(?:的|完成|达|达到|为|增长|下降|共|约|占|比|高|低|点|第|[\d.,、:(])$/u.test(before) &&
    !/^(?:[%.\d个亿万户家项件宗]|元)/u.test(after)
  );
}

/** A line that names whose text it is: 运城市开发区, (供稿:运城市开发区). What stands after it is another text. */
export function isByline(line: string): boolean {
  return /^\(?(?:供稿|来源|报送单位|作者)/u.test(line);
}
