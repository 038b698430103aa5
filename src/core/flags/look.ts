import type { FlagStyle } from "../workbook/write-plan.ts";

/** What a conditional format of ours does to a cell; null leaves it as the user has it. Colours are #RRGGBB. */
export interface FlagLook {
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean;
  readonly border: { readonly color: string; readonly style: "continuous" | "dot" } | null;
}

/** One look for Excel and for a file. Every style differs from the others by more than its colour. */
export const FLAG_LOOKS: Readonly<Record<FlagStyle, FlagLook>> = {
  unmet: { fill: "#FFE699", fontColor: null, bold: true, border: null },
  error: {
    fill: "#FFC7CE",
    fontColor: null,
    bold: false,
    border: { color: "#C00000", style: "continuous" },
  },
  warning: {
    fill: null,
    fontColor: null,
    bold: false,
    border: { color: "#0070C0", style: "dot" },
  },
};
