import type { MissingReason } from "../model/table.ts";

/** Declared "none": no observation, and not 0. */
const DECLARED = new Set([
  "-",
  "--",
  "---",
  "/",
  "\\",
  "×",
  "X",
  "无",
  "N/A",
  "NA",
  "#N/A",
  "不适用",
  "不考核",
  "未考核",
  "未设置",
  "未下达",
  "无目标",
  "不涉及",
  "空",
  "·",
  "略",
  "保密",
  "(CONFIDENTIAL)",
  "CONFIDENTIAL",
  "(保密)",
  "见附件",
  "详见附件",
  "详见备注",
  "见备注",
  "暂无",
]);
const PENDING = new Set([
  "待定",
  "待反馈",
  "未反馈",
  "待核",
  "待核实",
  "待统计",
  "未报",
  "未上报",
  "暂缺",
  "待报",
  "待评估",
  "待下达",
]);
/** Growth that is not defined: the base is zero, absent or negative. */
const NO_BASE = new Set([
  "新增",
  "净增",
  "上年为0",
  "上年同期为0",
  "无同期",
  "无同期数",
  "新设",
  "新建",
  "扭亏",
  "扭亏为盈",
  "由盈转亏",
  "增亏",
  "减亏",
  "亏",
  "亏损",
  "不可比",
  "无可比",
  "无基数",
  "基数为0",
  "上年无",
  "去年无",
  "去年为0",
  "去年同期为0",
  "由负转正",
  "由正转负",
  "由亏转盈",
  "首次",
  "首次统计",
  "新纳入",
  "新入统",
]);
/** 停产, 未开展, 无税收, 正在核实, 见附表: a reason for there being no number, without any digit in it. */
const REASON =
  /^(?:暂?未|尚未|还未|没有|暂无|暂缺|无|不(?![足到低少高大小变])|停产|停工|停建|停业|关停|破产|注销|撤销|整合|合并|并入|托管|搬迁|筹建|新建|新设|在建|建设中|推进中|进行中|有序推进|已启动|同上|另?见|详见|保密|涉密|缺)[\p{Script=Han}()、]{0,12}$/u;
const WAITING = /^(?:待|正在|等待)[\p{Script=Han}()]{1,10}$/u;
/** 无法约计12 has a number to be asked for; 不足 and 近 say of a number that it is not exact. */
const INEXACT = /约|左右|近|余|以上|以下|不足/u;

/** Places that are told without their number, among ranks. */
const UNCOUNTED =
  /^(?:末位|末尾|倒数第?[\d一二三四五]{1,2}[位名]?|前列|靠前|靠后|中游|居前|居中|居后)$/u;

/**
 * Why a cell in which a number is expected says that there is none; undefined where it gives no reason. `of` — a growth
 * is undefined for reasons of its own (上年为0, 扭亏), and a rank may be told without its number (末位).
 */
export function reasonFor(key: string, of: "growth" | "rank" | "level"): MissingReason | undefined {
  if (DECLARED.has(key) || /^-+$/u.test(key)) return "declared";
  if (PENDING.has(key)) return "pending";
  if (of === "growth" && NO_BASE.has(key)) return "declared";
  if (of === "rank" && UNCOUNTED.test(key)) return "declared";
  if (/\d/u.test(key) || INEXACT.test(key)) return undefined;
  if (WAITING.test(key)) return "pending";
  return REASON.test(key) ? "declared" : undefined;
}

/** Whether a text is a mark or set phrase for "none", wherever it stands: 在建 and 未整改 may as well head a column. */
export function isNoneAnywhere(key: string): boolean {
  return DECLARED.has(key) || PENDING.has(key) || /^-+$/u.test(key);
}
