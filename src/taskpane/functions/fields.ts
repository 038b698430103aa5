import type { FunctionId, FunctionRecord, Parameter } from "../../core/measures/index.ts";

/** A box of the form: an argument of the call. */
export interface ArgumentField {
  /** Its place among the arguments. */
  readonly index: number;
  readonly kind: Parameter["kind"];
  readonly name: { readonly zh: string; readonly en: string };
  readonly presence: "required" | "optional";
}

const OPTIONAL: readonly Parameter["kind"][] = [
  "decimals",
  "comparison",
  "order",
  "optional-number",
  "optional-text",
  "optional-rules",
];

/** The boxes a function asks for. The operands of ZONE_CONSISTENT are two at most, and the way to compute stands last. */
export function fieldsOf({ parameters }: FunctionRecord): readonly ArgumentField[] {
  return parameters.flatMap(({ kind, name }, index): readonly ArgumentField[] => {
    if (kind !== "operands") {
      return [{ index, kind, name, presence: OPTIONAL.includes(kind) ? "optional" : "required" }];
    }
    return [
      {
        index,
        kind,
        name: { zh: "操作数1(合计可选区域)", en: "operand 1 (a range to sum)" },
        presence: "required",
      },
      { index: index + 1, kind, name: { zh: "操作数2", en: "operand 2" }, presence: "optional" },
      { index: index + 2, kind: "kind", name: { zh: "算法", en: "kind" }, presence: "required" },
    ];
  });
}

/** The arguments as the call takes them: of ZONE_CONSISTENT, a second operand left out is no argument at all. */
export function argumentsOf(name: FunctionId, args: readonly string[]): readonly string[] {
  if (name !== "ZONE_CONSISTENT") return args;
  const [stated = "", first = "", second = "", kind = ""] = args;
  return second.trim() === "" ? [stated, first, kind] : [stated, first, second, kind];
}

/** Where the argument of a box stands in the call. */
export function placeOf(name: FunctionId, index: number, args: readonly string[]): number {
  const isShort = name === "ZONE_CONSISTENT" && (args[2] ?? "").trim() === "";
  if (!isShort || index < 2) return index;
  return index === 2 ? -1 : index - 1;
}

const WORDS: Readonly<
  Partial<
    Record<Parameter["kind"], { readonly zh: readonly string[]; readonly en: readonly string[] }>
  >
> = {
  comparison: { zh: ["不低于", "高于", "不高于", "低于"], en: [">=", ">", "<=", "<"] },
  order: { zh: ["由高到低", "由低到高"], en: ["0", "1"] },
  kind: {
    zh: ["占比", "率", "完成率", "增速", "增减额", "差", "差额", "合计"],
    en: ["share", "rate", "attainment", "growth", "increase", "difference", "gap", "sum"],
  },
  decimals: { zh: ["0", "1", "2", "3", "4"], en: ["0", "1", "2", "3", "4"] },
};

/** Words to choose from, where there are any: such a box is not pointed into. */
export function choicesOf(
  kind: Parameter["kind"],
  locale: "zh-CN" | "en-US"
): readonly string[] | undefined {
  const words = WORDS[kind];
  return locale === "zh-CN" ? words?.zh : words?.en;
}

/** ZONE_GAP(完成值, 目标值, [小数位数]) */
export function signatureOf(record: FunctionRecord, locale: "zh-CN" | "en-US"): string {
  const names = fieldsOf(record).map(({ name, presence }) => {
    const word = locale === "zh-CN" ? name.zh.replace(/\(.*/u, "") : name.en.replace(/ \(.*/u, "");
    return presence === "optional" ? `[${word}]` : word;
  });
  return `${record.id}(${names.join(", ")})`;
}
