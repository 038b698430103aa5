import type { Finding } from "../findings/finding.ts";
import { formatAddress } from "../workbook/address.ts";
import { fitCell } from "./cell-text.ts";

/** A statistician's explanation, as the ledger keeps it. It belongs to what was said of whom, never to a cell's address. */
export interface Remark {
  readonly sheet: string;
  readonly code: string;
  readonly zone: string | null;
  readonly indicator: string | null;
  /** Measure id where the ledger's word is known, else the word. */
  readonly measure: string | null;
  readonly period: string | null;
  readonly text: string;
  /** The value it speaks of, as text; "" where nothing stood there. */
  readonly stated: string;
  /** The address printed beside it when it was written: to show, not to match. */
  readonly place: string;
}

/** How a remark stands to the findings of today. lapsed: its value changed, or its finding is gone. */
type RemarkStanding = "valid" | "lapsed";

export interface AttachedRemark {
  readonly remark: Remark;
  readonly standing: RemarkStanding;
}

/** Remarks put back to their findings; those whose finding is gone are kept apart, for no remark is thrown away. */
export interface Attachment {
  readonly of: (finding: Finding) => AttachedRemark | undefined;
  readonly orphans: readonly Remark[];
}

/**
 * Finds for every finding its remark: same sheet, code, zone, indicator, measure and period. Where several would do
 * (two tables of one sheet may speak of the same), the one whose value still stands goes first.
 */
export function attachRemarks(
  findings: readonly Finding[],
  remarks: readonly Remark[]
): Attachment {
  const waiting = new Map<string, Remark[]>();
  for (const remark of remarks) {
    const key = keyOf(remark);
    const group = waiting.get(key);
    if (group === undefined) waiting.set(key, [remark]);
    else group.push(remark);
  }
  const attached = new Map<Finding, AttachedRemark>();
  const attach = (finding: Finding, standing: RemarkStanding): void => {
    if (attached.has(finding)) return;
    const group = waiting.get(keyOfFinding(finding)) ?? [];
    const stated = formatStated(finding.stated);
    const index = group.findIndex((remark) => standing === "lapsed" || remark.stated === stated);
    const [remark] = index < 0 ? [] : group.splice(index, 1);
    if (remark !== undefined) attached.set(finding, { remark, standing });
  };
  for (const finding of findings) attach(finding, "valid");
  for (const finding of findings) attach(finding, "lapsed");
  return {
    of: (finding) => attached.get(finding),
    orphans: remarks.filter((remark) => waiting.get(keyOf(remark))?.includes(remark) === true),
  };
}

/** A remark on a finding, as it stands now. */
export function remarkOn(finding: Finding, text: string): Remark {
  return {
    sheet: finding.at.sheet,
    code: finding.code,
    ...finding.subject,
    text,
    stated: formatStated(finding.stated),
    place: formatAddress(finding.at),
  };
}

/** The remarks with others put in their place: a new one on the same finding wins, one with an empty text takes it away. */
export function mergeRemarks(
  standing: readonly Remark[],
  changed: readonly Remark[]
): readonly Remark[] {
  const keys = new Set(changed.map(keyOf));
  return [
    ...standing.filter((remark) => !keys.has(keyOf(remark))),
    ...changed.filter((remark) => remark.text.trim() !== ""),
  ];
}

/** A value as the ledger prints and compares it: 15 significant digits, a text as long as a cell holds. */
export function formatStated(stated: number | string | null): string {
  if (stated === null) return "";
  return typeof stated === "number" ? String(Number(stated.toPrecision(15))) : fitCell(stated);
}

function keyOfFinding(finding: Finding): string {
  return keyOf({ sheet: finding.at.sheet, code: finding.code, ...finding.subject });
}

function keyOf(
  subject: Pick<Remark, "sheet" | "code" | "zone" | "indicator" | "measure" | "period">
): string {
  const { sheet, code, zone, indicator, measure, period } = subject;
  return JSON.stringify(
    [sheet, code, zone, indicator, measure, period].map((part) => (part ?? "").trim())
  );
}
