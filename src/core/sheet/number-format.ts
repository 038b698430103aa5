import { recogniseUnit } from "../catalog/units.ts";
import type { Unit } from "../model/unit.ts";

/** What a number format says of the numbers it shows. */
export interface NumberFormat {
  /** Places it always shows (0.00 → 2); 0 under General. # places show no more digits than are stored. */
  readonly decimals: number;
  readonly isPercent: boolean;
  /** Shown smaller than stored (#,##0,, or 0!.0,): its digits say nothing of the stored value. */
  readonly isScaled: boolean;
  readonly isDate: boolean;
  /** A unit written behind the number: 0.00"亿元". */
  readonly unit: Unit | null;
}

const GENERAL: NumberFormat = {
  decimals: 0,
  isPercent: false,
  isScaled: false,
  isDate: false,
  unit: null,
};
const known = new Map<string, NumberFormat>();

/** Reads a format code in the invariant notation, for a value of this sign. */
export function parseNumberFormat(code: string, value: number): NumberFormat {
  if (code === "General" || code === "" || code === "@") return GENERAL;
  const key = `${value < 0 ? "-" : "+"}${code}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const parsed = parseSection(pickSection(code, value));
  // Workbooks have tens of formats; the bound only keeps a hostile one from growing the memory.
  if (known.size > 2000) known.clear();
  known.set(key, parsed);
  return parsed;
}

function pickSection(code: string, value: number): string {
  const sections: string[] = [];
  let section = "";
  let isQuoted = false;
  for (let i = 0; i < code.length; i++) {
    const letter = code.charAt(i);
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && (letter === "\\" || letter === "!")) {
      section += letter + code.charAt(i + 1);
      i += 1;
    } else if (letter === ";" && !isQuoted) {
      sections.push(section);
      section = "";
    } else {
      section += letter;
    }
  }
  sections.push(section);
  const [positive = "", negative] = sections;
  const chosen = value < 0 && negative !== undefined ? negative : positive;
  // ;;; hides the number: it is stored all the same, with the digits it has.
  return chosen;
}

function parseSection(section: string): NumberFormat {
  const literals: string[] = [];
  const bare = section
    .replace(/"([^"]*)"/gu, (_, literal: string) => {
      literals.push(literal);
      return "";
    })
    .replace(/[\\!](.)/gu, (_, literal: string) => {
      literals.push(literal);
      return "\u0001";
    })
    .replace(/_.|\*./gu, "")
    .replace(/\[(?!h|m|s)[^\]]*\]/giu, "");
  const isDate =
    /[ymdhs年月日]/iu.test(bare.replace(/general/giu, "")) &&
    !/[0#?]/u.test(bare.replace(/[ymdhs]+\.0+/giu, ""));
  const isScaled = /[0#?],+(?![0#?,])/u.test(bare) || /[0#?]\u0001[0#?]/u.test(bare);
  const fraction = /\.([0#?]+)/u.exec(bare)?.[1] ?? "";
  const printed = [...literals, bare.replace(/[0#?.,%+\-() \u0001]|general/giu, "")]
    .join("")
    .trim();
  return {
    decimals: isScaled || isDate ? 0 : fraction.replace(/#/gu, "").length,
    isPercent: bare.includes("%"),
    isScaled,
    isDate,
    unit: isScaled || isDate || printed === "" ? null : (recogniseUnit(printed) ?? null),
  };
}

/** The day a date serial stands for; null outside Excel's calendar. 29 February 1900, which Excel has, is left out. */
export function dateOfSerial(
  serial: number
): { readonly year: number; readonly month: number; readonly day: number } | null {
  if (!Number.isFinite(serial) || serial < 61 || serial > 2_958_465) return null;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
