/**
 * Writes docs/functions.*.md, and what the help pages say of functions, out of the functions' records and metadata:
 * `npx tsx src/tools/build-function-docs.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { format, resolveConfig } from "prettier";
import type { MeasureExample, FunctionRecord } from "../core/measures/index.ts";
import {
  FUNCTION_RECORDS,
  PLAIN,
  getMeasureFunction,
  guardedFormula,
} from "../core/measures/index.ts";
import { generateFunctionMetadata } from "./function-metadata.ts";
import { completeMetadata, localiseMetadata } from "./localise-metadata.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

type Language = "zh" | "en";

interface FunctionText {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional?: boolean;
  }[];
}

export interface DocFile {
  /** Path under the project's root. */
  readonly path: string;
  readonly text: string;
}

/** The pages in both languages, as they should be committed. */
export async function buildFunctionDocs(): Promise<readonly DocFile[]> {
  const json = await generateFunctionMetadata();
  const chinese = JSON.parse(completeMetadata(json)) as { functions: FunctionText[] };
  const english = JSON.parse(localiseMetadata(json)) as { functions: FunctionText[] };
  return Promise.all([
    page("docs/functions.zh-CN.md", "zh", chinese.functions),
    page("docs/functions.en-US.md", "en", english.functions),
    helpPage("src/taskpane/help.html", "zh", chinese.functions),
    helpPage("src/taskpane/help.en-US.html", "en", english.functions),
  ]);
}

const WORDS = {
  zh: {
    title: "# 函数",
    intro:
      "在单元格中直接输入函数名即可,没有前缀。参数可以是单元格,也可以是区域:同样大小的区域逐格计算,一个单元格可对整个区域,结果自动溢出。百分数按表内数字填写,17%写 17;如果单元格设成百分比格式(存的是 0.17),请乘以 100。",
    errors: [
      "空单元格、未填的参数、“-”“—”“/” → `#N/A`;文字 → `#VALUE!`;除数为 0 → `#DIV/0!`。`#N/A` 和 `#VALUE!` 的错误标志旁可看到原因,其他错误的原因在「函数」页看。",
      "参数中的错误值原样传递;`#REF!`、`#NAME?` 因 Excel 不允许函数返回,显示为 `#N/A`。",
      "四舍五入只在最后做一次,恰好一半时向远离零的方向进位,按十进制数字计算(320.155 → 320.16)。",
      "旧版桌面 Excel 把空单元格当 0 传给函数,所以“插入函数”写入的公式带有空值保护。",
    ],
    meaning: "含义",
    formula: "算式",
    note: "说明",
    arguments: "参数",
    optional: "可不填",
    examples: "示例",
    inserted: "插入到单元格的公式",
    twin: "不用加载项的等价公式(Excel 2016 起)",
    rules: "其中“目标规则!A1:F3”为:",
    gives: ({ formula, result }: MeasureExample) =>
      `例:<code>${escapeHtml(formula)}</code> 得 ${result}。`,
  },
  en: {
    title: "# Functions",
    intro:
      "Type a function's name as it is; there is no prefix. Arguments are cells or ranges: ranges of the same size are computed cell by cell, a single cell meets a whole range, and results spill. Write percentages as in the sheets, 17 for 17 %; where a cell has a percent format and holds 0.17, multiply it by 100.",
    errors: [
      "Blank cells, omitted arguments, “-”, “—”, “/” → `#N/A`; text → `#VALUE!`; a zero divisor → `#DIV/0!`. The reason stands beside the mark of `#N/A` and `#VALUE!`; Excel shows none with other errors, and the Functions view does.",
      "Errors in arguments are handed on; `#REF!` and `#NAME?`, which Excel lets no function return, become `#N/A`.",
      "Numbers are rounded once, at the end, half away from zero, on their decimal digits (320.155 → 320.16).",
      "Older desktop Excel hands an empty cell to a function as 0, so the formulas written by Insert function are guarded against blanks.",
    ],
    meaning: "Meaning",
    formula: "Formula",
    note: "Note",
    arguments: "Arguments",
    optional: "optional",
    examples: "Examples",
    inserted: "The formula as inserted",
    twin: "The same without the add-in (Excel 2016 and later)",
    rules: "where 目标规则!A1:F3 holds:",
    gives: ({ formula, result }: MeasureExample) =>
      `<code>${escapeHtml(formula)}</code> gives ${result}.`,
  },
} as const;

async function page(
  path: string,
  language: Language,
  texts: readonly FunctionText[]
): Promise<DocFile> {
  const words = WORDS[language];
  const sections = FUNCTION_RECORDS.map((measure) => {
    return section(measure, textOf(measure, texts), language);
  });
  const text = [
    words.title,
    words.intro,
    words.errors.map((line) => `- ${line}`).join("\n"),
    ...sections,
  ].join("\n\n");
  const config = (await resolveConfig(join(ROOT, "package.json"))) ?? {};
  return { path, text: await format(text, { ...config, parser: "markdown" }) };
}

const HELP_SECTION = /(<!-- functions:[^>]*-->)[^]*?(<!-- \/functions -->)/u;

/** A help page with its list of functions rewritten; the rest of it is written by hand. */
async function helpPage(
  path: string,
  language: Language,
  texts: readonly FunctionText[]
): Promise<DocFile> {
  const entries = FUNCTION_RECORDS.map((measure) => {
    const text = textOf(measure, texts);
    const example = measure.examples[0];
    const shown = example === undefined ? "" : WORDS[language].gives(example);
    return `<h3 id="${measure.id}"><code>${escapeHtml(signatureOf(measure, text))}</code></h3>
      <p>${escapeHtml(text.description)} ${shown}</p>
      <p>${escapeHtml(measure.source[language])}</p>`;
  });
  const before = readFileSync(join(ROOT, path), "utf8");
  const after = before.replace(
    HELP_SECTION,
    (_all, start: string, end: string) => `${start}\n${entries.join("\n")}\n${end}`
  );
  const config = (await resolveConfig(join(ROOT, "package.json"))) ?? {};
  return { path, text: await format(after, { ...config, parser: "html" }) };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function textOf(measure: FunctionRecord, texts: readonly FunctionText[]): FunctionText {
  const text = texts.find((one) => one.id === measure.id);
  if (text === undefined) throw new Error(`No metadata for ${measure.id}`);
  return text;
}

function signatureOf(measure: FunctionRecord, text: FunctionText): string {
  const parameters = text.parameters.map(({ name, optional }) =>
    optional === true ? `[${name}]` : name
  );
  return `=${measure.id}(${parameters.join(", ")})`;
}

function section(measure: FunctionRecord, text: FunctionText, language: Language): string {
  const words = WORDS[language];
  const parameters = text.parameters
    .map(({ name, description, optional }) => {
      const mark = optional === true ? ` (${words.optional})` : "";
      const told = description.startsWith(`${name}:`)
        ? description.slice(name.length + 1)
        : description;
      return `- \`${name}\`${mark}: ${told}`;
    })
    .join("\n");
  const examples = measure.examples
    .map(({ formula, result }) => `- \`${formula}\` → ${result}`)
    .join("\n");
  const args = sampleArguments(measure);
  return [
    `## ${measure.id}`,
    `\`${signatureOf(measure, text)}\``,
    `**${words.meaning}** ${text.description}`,
    `**${words.formula}** ${measure.formula[language]}`,
    `**${words.note}** ${measure.source[language]}`,
    `**${words.arguments}**`,
    parameters,
    `**${words.examples}**`,
    examples,
    ...rulesTable(measure, words.rules),
    `**${words.inserted}**`,
    code(insertedFormula(measure, args)),
    `**${words.twin}**`,
    twinOf(measure, args, language),
  ].join("\n\n");
}

/** References that stand for the arguments in the formulas shown. */
function sampleArguments({ parameters }: FunctionRecord): readonly string[] {
  return parameters.flatMap(({ kind }, index) => {
    if (kind === "number") return [`${"DEFG"[index] ?? "D"}5`];
    if (kind === "numbers") return ["D$5:D$17"];
    if (kind === "operands") return ["E5", "F5", '"占比"'];
    if (kind === "text") return [index === 0 ? "B5" : '"工业投资"'];
    if (kind === "table") return ["A1:M20"];
    if (kind === "rules") return ["目标规则!$A$1:$F$3"];
    return kind === "decimals" ? ["2"] : [];
  });
}

/** Functions of single cells are inserted with their guard; that of a whole table needs none. */
function insertedFormula({ id }: FunctionRecord, args: readonly string[]): string {
  return id === "ZONE_CHECK"
    ? `=${id}(${args.join(",")})`
    : guardedFormula(getMeasureFunction(id), args);
}

/** The twin of a call, or why a portable copy holds its value. */
function twinOf({ twin }: FunctionRecord, args: readonly string[], language: Language): string {
  switch (twin.kind) {
    case "formula":
      return code(twin.write(args, PLAIN) ?? "");
    case "located":
      return code(twin.write(args, { row: 3, column: 5 }));
    case "value":
      return twin.why[language];
  }
}

function rulesTable(measure: FunctionRecord, caption: string): readonly string[] {
  if (!measure.parameters.some(({ kind }) => kind === "rules")) return [];
  const rules = measure.examples[0]?.inputs[2];
  if (!Array.isArray(rules)) return [];
  const rows = (rules as readonly (readonly unknown[])[]).map((row) => `| ${row.join(" | ")} |`);
  const [header = "", ...rest] = rows;
  const rule = header.replace(/[^|]+/gu, " --- ");
  return [caption, [header, rule, ...rest].join("\n")];
}

function code(formula: string): string {
  return `\`\`\`\n${formula}\n\`\`\``;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  for (const { path, text } of await buildFunctionDocs()) writeFileSync(join(ROOT, path), text);
}
