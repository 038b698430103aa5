import { normaliseText } from "../catalog/normalise.ts";
import { readPhrase, type Token } from "../catalog/phrase.ts";
import { recogniseReference } from "../catalog/references.ts";
import { isAllZonesLabel, isZoneLabel } from "../catalog/zones.ts";
import { parsePair } from "./paired-cells.ts";
import { isNoneAnywhere } from "./no-number.ts";
import { readTextNumber } from "./text-number.ts";

/** Heads of the column that names zones. */
const ZONE_HEADS = new Set(
  "开发区 开发区名称 各开发区 园区 园区名称 单位名称 名称 地区 地区名称 区域 县市区 县(市、区) 县(市区) 县区 区县 市县 市(县、区) 辖区 示范区 省级开发区 开发区(园区) 开发区(示范区) 填报单位 报送单位 被考核单位 考核单位 被考评单位 考核对象 考核主体 责任主体 承担单位 被监测单位 通报单位 城市 地市 市 各市 各县市区".split(
    " "
  )
);
/** 镇街(园区), 县(市、区)名称, 产业集聚区: heads made of the words for places, in brackets or beside each other. */
const PLACES =
  /^(?:所[属在])?(?:(?:各|产业|工业|经济|功能|省级|特色|重点)?(?:镇街?|乡镇?|街道|县市?区?|区县?|市县?|园区?|开发区|集聚区|集中区|示范区|功能区|片区|板块|平台|属地|新区|高新区|经开区|化工园区|产业园|产业园区|工业园区|(?:监测)?(?:点位|站点)|(?:监测|考核)?断面|社区|网格)[/、及和(]?){1,3}\)?(?:名称)?$/u;

/** 高新区, 经开区, 园区 … of one name stand for a place itself. */
const NAMED_PLACE =
  /^(?:高新区|经开区|新区|市区|县区?|区|镇|乡|园|化工园区|示范区|产业园|工业园区|开发区)$/u;

/** Heads of the column that names indicators. */
const INDICATOR_HEADS = new Set(
  "指标 指标名称 主要指标 主要经济指标 经济指标 考核指标 指标项目 统计指标 指标内容 问题类别 工作任务 事项 目标任务名称 主要经济指标名称 指标体系".split(
    " "
  )
);
/** Heads that may name either: the cells below decide. */
const OPEN_HEADS = new Set(
  "项目 单位 内容 类目 类别 种类 科目 分类 分项 指标\\开发区 开发区\\指标 指标/开发区 开发区/指标 项目\\开发区 开发区指标 指标开发区".split(
    " "
  )
);
/** Heads of tables whose rows are projects or firms, which are no zones and no indicators. */
const LIST_HEADS = new Set(
  "项目名称 建设项目名称 重点项目名称 企业名称 企业 公司名称 项目单位 建设单位 建设内容 建设内容及规模 主要建设内容".split(
    " "
  )
);
/** Heads of columns that give the period of each row. */
const PERIOD_HEADS = new Set(
  "年份 年度 年 年月 统计年份 统计年度 统计月份 数据年份 报告年份 报告年度 所属年份 所属年度 所属期 所属时期 所属期间 报告期间 数据期别 数据时间 数据月份 期别 期 报告期 报告期别 统计期 统计期间 统计时间 时期 期间 时间 月份 月 季度 日期 数据日期".split(
    " "
  )
);

/** What a text may be in a table, asked once per text and sheet. */
export interface Word {
  readonly key: string;
  readonly tokens: readonly Token[];
  readonly head: "zones" | "indicators" | "open" | null;
  readonly isListHead: boolean;
  readonly isPeriodHead: boolean;
  readonly isZone: boolean;
  readonly isTotal: boolean;
  readonly isReference: boolean;
  /** Reads as a number, or declares that there is none: what stands in data cells. */
  readonly isData: boolean;
  readonly hasIndicator: boolean;
  /** Measure, period or non-measure column word (序号): what stands in headers. */
  readonly hasMeasure: boolean;
  readonly hasPeriod: boolean;
  readonly isUnit: boolean;
  readonly isNotMeasure: boolean;
}

export type Words = (text: string) => Word;

/** 是否达标, 亮灯: what stands under it is a verdict. */
export function asksForVerdict({ tokens }: Word): boolean {
  return tokens.some((token) => token.kind === "measure" && token.word === "verdict");
}

/** A reader of words that remembers what it has read, for one sheet. */
export function createWords(): Words {
  const known = new Map<string, Word>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const word = readWord(text);
    known.set(text, word);
    return word;
  };
}

/** 工业投资(30分): what the indicator weighs in a score is no part of its name. */
const POINTS =
  /[(（]\s*(?:\d+(?:\.\d+)?\s*分|(?:权重|权数|分值|满分|标准分)[:：]?\s*\d+(?:\.\d+)?\s*[%％分]?)\s*[)）]/gu;

/** 经济总量(权重30): in a column of what it weighs stand its points. */
function withPoints(text: string, tokens: readonly Token[]): readonly Token[] {
  const [weight] = /权重|权数|标准分|满分/u.exec(text.match(POINTS)?.[0] ?? "") ?? [];
  return weight === undefined || tokens.some(({ kind }) => kind === "measure")
    ? tokens
    : [...tokens, { kind: "measure", word: "score", text: "得分" }];
}

/** What the words of a text say, and whether it is data, is found out only where it is asked: most names are asked for neither. */
function readWord(text: string): Word {
  const key = normaliseText(text);
  const phrase = once(() => readWords(text, key));
  const isData = once(() => isDataText(text, key));
  return {
    key,
    head: headOf(key),
    isListHead: LIST_HEADS.has(key),
    isPeriodHead: PERIOD_HEADS.has(key),
    isZone: isZoneLabel(text),
    isTotal: isTotalKey(key) || isAllZonesLabel(text),
    isReference: recogniseReference(text) !== undefined,
    get isData() {
      return isData();
    },
    get tokens() {
      return phrase().tokens;
    },
    get hasIndicator() {
      return phrase().hasIndicator;
    },
    get hasMeasure() {
      return phrase().hasMeasure;
    },
    get hasPeriod() {
      return phrase().hasPeriod;
    },
    get isUnit() {
      return phrase().isUnit;
    },
    get isNotMeasure() {
      return phrase().isNotMeasure;
    },
  };
}

type Phrase = Pick<
  Word,
  "tokens" | "hasIndicator" | "hasMeasure" | "hasPeriod" | "isUnit" | "isNotMeasure"
>;

function readWords(text: string, key: string): Phrase {
  // A paragraph is no header: reading on would only cost time.
  const tokens = key.length > 80 ? [] : withPoints(text, readPhrase(text.replace(POINTS, "")));
  const has = (kind: Token["kind"]): boolean => tokens.some((token) => token.kind === kind);
  const isUnknown = has("unknown");
  return {
    tokens,
    hasIndicator: has("indicator") && !isUnknown,
    hasMeasure: has("measure") || has("share-of") || (has("compared-with") && has("reference")),
    hasPeriod: has("period") && !isUnknown,
    isUnit: tokens.length > 0 && tokens.every((token) => token.kind === "unit"),
    isNotMeasure: has("not-a-measure"),
  };
}

/** What `find` gives, found when it is first asked for. */
function once<T>(find: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: find() }).value;
}

const NEARLY_A_NUMBER =
  /^[约近超逾<>≥≤△▲▼↑↓(]?[+-]?[\d.,]+[)余多万亿元%个户家项以上下左右A-Z(\d.+/-]*$/u;

/** 10亿元以上, 5000万元以下, #1-5亿元项目: heads of projects by their size. */
const SIZE_CLASS =
  /^#?(?:\d+(?:\.\d+)?[亿万千百]*元?-)?\d+(?:\.\d+)?[亿万千百]+元?(?:\(含\))?(?:及?以[上下])(?:的?(?:项目|企业))?(?:个数|数)?(?:\(含\))?$/u;

/** 10-50亿元: a class of sizes between two, and no number. */
const BETWEEN = /^#?\d+(?:\.\d+)?[亿万千百]*元?[-~～—至]\d+(?:\.\d+)?[亿万千百]+元?(?:\(含\))?$/u;

/** Whether a head tells of things by their size: 50亿元以上, 10-50亿元. */
export function isSizeClass(key: string): boolean {
  return SIZE_CLASS.test(key) || BETWEEN.test(key);
}

/** Numbers typed as text, declared blanks, 增长3.2% and slips like 约12 or 109.24亿. */
function isDataText(text: string, key: string): boolean {
  if (isSizeClass(key)) return false;
  const { kind } = readTextNumber(text, "actual", null);
  if (
    kind === "number" ||
    (kind === "missing" && (isNoneAnywhere(key) || !/\p{Script=Han}/u.test(key)))
  )
    return true;
  if (/\d|^持平$/u.test(key) && readTextNumber(text, "growth", null).kind === "number") return true;
  return NEARLY_A_NUMBER.test(key) || parsePair(text) !== undefined;
}

function headOf(key: string): Word["head"] {
  if (ZONE_HEADS.has(key)) return "zones";
  if (INDICATOR_HEADS.has(key)) return "indicators";
  if (key.length <= 12 && PLACES.test(key) && !NAMED_PLACE.test(key)) return "zones";
  return OPEN_HEADS.has(key) ? "open" : null;
}

/** 资产总计, 负债合计: what a balance sheet calls all of one thing adds up no rows. */
const OF_BALANCE =
  /^(?:资产|负债|权益|所有者权益|股东权益|净资产|流动资产|非流动资产|固定资产|流动负债|非流动负债|负债和所有者权益)(?:合计|总计)(?:\(.*\))?$/u;

export function isTotalKey(key: string): boolean {
  if (OF_BALANCE.test(key)) return false;
  return (
    /^(?:合计|总计|共计|计|汇总|总数|TOTAL|累计)$/u.test(key) ||
    /(?:合计|总计|共计|小计|汇总)$/u.test(key.replace(/\([^)]*\)$/u, ""))
  );
}
