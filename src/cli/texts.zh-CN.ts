import type { CommandTexts } from "./command-texts.ts";

const VALUE_REASONS = {
  "value-only": "没有等价的自带公式",
  "not-located": "看不出目标在哪个单元格",
  "newer-formula": "公式用了 @ 或 #,看不出指哪些单元格",
  "too-long": "换成自带公式后超过 Excel 的长度限度",
  "too-deep": "换成自带公式后嵌套超过 64 层",
  intersection: "公式里另有只取本行(列)一格的区域,换成数组公式会变",
  unreadable: "公式看不懂",
  "sheet-protected": "工作表受保护",
  "host-refused": "没有接受这个公式",
  "array-formula": "是数组公式,只能整块修改",
  "not-calculated": "公式没有计算结果,请用 Excel 打开保存后再试",
} as const;

const SETTINGS = { validation: "数据验证", condition: "条件格式", chart: "图表" } as const;

const LEFT_REASONS = {
  "sheet-missing": "工作表已不存在",
  "sheet-protected": "工作表受保护",
  changed: "单元格在制作副本后改动过",
  "name-missing": "这个名称已不存在",
  "host-refused": "没有接受这个公式",
} as const;

export const zhCN: CommandTexts = {
  help: `开发区指标审核 ZoneCheck —— 审核工作簿里的开发区指标表

用法
  zone-check validate 工作簿.xlsx…  [选项]      审核,结果写到标准输出
  zone-check check-text 文稿.txt [选项]         核稿:文稿里的每个数与其他数、与工作簿核对
  zone-check flag  输入.xlsx 输出.xlsx [选项]   审核并在单元格上做标记,另存一份
  zone-check compose 工作簿.xlsx [选项]         成文:按文风写出报告段落
  zone-check clear 输入.xlsx 输出.xlsx          清除标记,另存一份(审核台账保留)
  zone-check portable 输入.xlsx 输出.xlsx       可移植副本:ZONE_ 函数换成 Excel 自带公式
  zone-check restore 输入.xlsx 输出.xlsx        把可移植副本的原公式换回来

validate 的选项
  --rules 文件      目标规则文件(JSON)
  --format 格式     text(默认)或 json
  --explain         文字报告在每条问题下写明规则、取数、计算、由此引起的问题和办法
  --across          另把各工作簿互相核对:全省数一致、同市同一开发区一致、不是上期的表、一区不两报
  --fail-on 门槛    error(默认)、warning、unmet 或 never:达到门槛时退出码为 2
                    warning 含强制性;unmet 指有强制性问题或未达目标
check-text 的选项
  --book 工作簿     与这个工作簿的指标表核对;不写时只与文稿自身核对
  --rules 文件      目标规则文件(JSON),与 --book 同用
  --format 格式     text(默认)或 json;有不符的数时退出码为 2
flag 的选项
  --rules 文件      目标规则文件(JSON)
  --ledger          同时生成“审核台账”工作表(已有台账时总会更新,说明保留)
compose 的选项
  --style 文风      运城、晋城、通用,或文风文件(JSON);不写时按工作簿所属的市
  --rules 文件      目标规则文件(JSON)
  --format 格式     text(默认,只有正文)或 json(每个数的单元格和算法)
通用
  --locale 语言     zh-CN 或 en-US(默认按系统语言,否则中文)
  -h, --help        显示本说明
  -v, --version     显示版本

退出码
  0 通过   1 有文件读写失败   2 有达到门槛的问题   64 用法错误   78 规则或文风文件有误
`,
  usageProblem: (problem) => {
    switch (problem.code) {
      case "no-command":
        return "没有写命令。可用的命令是 validate、check-text、flag、compose、clear、portable、restore。";
      case "unknown-command":
        return `没有“${problem.found}”这个命令。可用的命令是 validate、check-text、flag、compose、clear、portable、restore。`;
      case "unknown-option":
        return problem.command === ""
          ? `没有“${problem.option}”这个选项。`
          : `${problem.command} 没有“${problem.option}”这个选项。`;
      case "no-value":
        return `选项 ${problem.option} 后面缺少取值。`;
      case "needless-value":
        return `选项 ${problem.option} 不带取值。`;
      case "bad-value":
        return `选项 ${problem.option} 不接受“${problem.found}”,可取 ${problem.known.join("、")}。`;
      case "no-books":
        return "没有写要审核的工作簿。例如:zone-check validate 上半年.xlsx";
      case "needs-one-draft":
        return `check-text 需要一个文稿文件,这里有 ${problem.found} 个。例如:zone-check check-text 上半年.txt --book 上半年.xlsx`;
      case "rules-need-book":
        return "目标规则要对着工作簿里的开发区用,请同时写 --book。例如:zone-check check-text 上半年.txt --book 上半年.xlsx --rules 目标.json";
      case "needs-one-book":
        return problem.found === 0
          ? "没有写要成文的工作簿。例如:zone-check compose 上半年.xlsx"
          : `compose 一次写一本工作簿,这里有 ${problem.found} 个文件。例如:zone-check compose 上半年.xlsx`;
      case "needs-in-and-out":
        return `${problem.command} 需要两个文件:输入和输出,这里有 ${problem.found} 个。例如:zone-check ${problem.command} 上半年.xlsx 上半年-结果.xlsx`;
    }
  },
  seeHelp: "用法见 zone-check --help",
  outputIsFolder: (path) => `输出“${path}”是文件夹。请写出文件名,例如 ${path}/上半年-结果.xlsx`,
  sameFile: (path) => `输出不能就是输入文件“${path}”。请另起一个文件名,原件不会被改动。`,
  otherExtension: (input, output) =>
    `“${output}”的扩展名与“${input}”不同,Excel 会打不开。请用相同的扩展名。`,
  failure: (file, message) => `${file}:${message}`,
  flagged: (file, error, warning, unmet) =>
    `已写入 ${file}:强制性 ${error} 条,核实性 ${warning} 条,未达目标 ${unmet} 项。`,
  cleared: (file) => `已写入 ${file}:标记已全部清除。`,
  madePortable: (file, formulas, values) =>
    formulas + values === 0
      ? `已写入 ${file}:没有 ZONE_ 函数,内容未变。`
      : `已写入 ${file}:${formulas} 个公式换成 Excel 自带公式,${values} 个换成数值。用 zone-check restore 可换回。`,
  notNative: (place, became, reason) =>
    became === "value"
      ? `${place}:${VALUE_REASONS[reason]},已换成数值。`
      : `${place}:${VALUE_REASONS[reason]},没有改动。`,
  outerNotNative: (place, became) =>
    became.kind === "removed"
      ? `${place}:${VALUE_REASONS[became.reason]},列公式已取下,新行不再自动填充。`
      : `${place}:${VALUE_REASONS[became.reason]},没有改动;没有加载项时用到它的公式会显示 #NAME?,请改写后再试。`,
  setFormula: ({ kind, sheet, where, formula }) =>
    `${sheet}${where === "" ? "" : `!${where}`}:${SETTINGS[kind]}的公式 ${formula} 用了 ZONE_ 函数,Excel 在这里不支持加载项的函数,没有改动。请改用自带公式,或引用写有结果的单元格。`,
  outerNotRestored: (place, reason) =>
    `${place}:${reason === "changed" ? "制作副本后改动过" : LEFT_REASONS[reason]},没有换回,原公式仍保存着。`,
  restored: (file, count) =>
    count === 0
      ? `已写入 ${file}:没有可换回的公式,内容未变。`
      : `已写入 ${file}:换回 ${count} 个公式。`,
  notRestored: (place, reason) => `${place}:${LEFT_REASONS[reason]},没有换回,原公式仍保存着。`,
  protectedSheet: (sheet) => `工作表“${sheet}”受保护,未做标记。请撤销保护后再试。`,
  refused: (sheet) => `工作表“${sheet}”不允许写入,这一部分没有完成。请撤销保护后再试。`,
};
