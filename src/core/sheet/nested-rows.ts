import type { SubjectRole } from "../model/zone.ts";

/** A row by its printed name and the blanks before it. */
interface NestRow {
  readonly label: { readonly label: string };
  readonly depth?: number;
}

/** Whether some rows add up to another one, by the columns of amounts. */
export type Fits = (index: number, members: readonly number[]) => boolean;

/** A row that adds up the rows under it, found by their indentation or by the numbers. */
export interface Nest {
  readonly parent: number;
  readonly children: readonly number[];
}

/** 太原市, 东川区, 寻甸县: what may stand over the zones that lie in it. */
const AREA = /^\p{Script=Han}{2,7}(?:市|州|盟|地区|县|旗|区)$/u;
const ZONE =
  /(?:园|开发|新|高新|经开|示范|集聚|集中|片|功能|保税|合作|试验|实验|化工|产业|工业|度假|矿|小|港|社|拓展|起步|核心)区$/u;

function isArea(label: string): boolean {
  return AREA.test(label) && !ZONE.test(label);
}

/**
 * Rows that stand over others: 太原市 with its zones below, indented or not. Only where the numbers add up; a parent whose
 * rows do not exhaust it stays a row of its own.
 */
export function findNests(
  drafts: readonly NestRow[],
  roles: readonly SubjectRole[],
  fits: Fits
): readonly Nest[] {
  const nests: Nest[] = [];
  const taken = new Set<number>();
  for (let parent = 0; parent < drafts.length; parent++) {
    if (roles[parent] !== "zone" || taken.has(parent)) continue;
    const candidates = [deeperRows(parent, drafts, roles), rowsOfArea(parent, drafts, roles)];
    const children = candidates.find((rows) => rows.length > 0 && fits(parent, rows));
    if (children === undefined) continue;
    children.forEach((child) => taken.add(child));
    nests.push({ parent, children });
  }
  // One row under another of the same value is no proof by itself.
  return nests.length === 1 && (nests[0]?.children.length ?? 0) < 2 ? [] : nests;
}

/** The rows below that are indented deeper, those of the next level. */
function deeperRows(
  parent: number,
  drafts: readonly NestRow[],
  roles: readonly SubjectRole[]
): readonly number[] {
  const own = drafts[parent]?.depth ?? 0;
  const rows: number[] = [];
  for (let i = parent + 1; i < drafts.length; i++) {
    const depth = drafts[i]?.depth ?? 0;
    if (depth <= own || (roles[i] !== "zone" && roles[i] !== "part")) break;
    rows.push(i);
  }
  const next = Math.min(...rows.map((row) => drafts[row]?.depth ?? 0));
  return rows.filter((row) => (drafts[row]?.depth ?? 0) === next && roles[row] === "zone");
}

/** The rows below a city up to the next one. */
function rowsOfArea(
  parent: number,
  drafts: readonly NestRow[],
  roles: readonly SubjectRole[]
): readonly number[] {
  if (!isArea(drafts[parent]?.label.label ?? "")) return [];
  const rows: number[] = [];
  for (let i = parent + 1; i < drafts.length; i++) {
    if (roles[i] !== "zone" || isArea(drafts[i]?.label.label ?? "")) break;
    rows.push(i);
  }
  return rows;
}

/**
 * Nine areas and, under them, two blocs that add up to the same total: the rows from which the second division starts,
 * or undefined where the zones are divided once. `valueOf` reads a column of amounts in which the total has a number.
 */
export function findSecondPartition(
  total: number,
  zones: readonly number[],
  valueOf: (index: number) => number,
  fits: Fits
): readonly number[] | undefined {
  const whole = valueOf(total);
  if (zones.length < 4 || !(whole > 0)) return undefined;
  let sum = 0;
  for (let cut = 1; cut <= zones.length - 2; cut++) {
    const value = valueOf(zones[cut - 1] ?? total);
    sum += Number.isNaN(value) ? 0 : value;
    if (cut < 2 || Math.abs(sum / whole - 1) > 0.05) continue;
    const second = zones.slice(cut);
    if (fits(total, zones.slice(0, cut)) && fits(total, second)) return second;
  }
  return undefined;
}

/**
 * 市本级 and 县(市、区), each followed by its own rows, in a table whose total is the sum of these two: rows that add up the
 * ones right below them, where only without the latter the total adds up. Empty where the total says otherwise.
 * Each of `columns` reads a column of amounts, any of which may hold a slip: the rows under one are looked through no
 * farther than its number reaches.
 */
export function findLevels(
  total: number,
  zones: readonly number[],
  columns: readonly ((index: number) => number)[],
  fits: Fits
): readonly Nest[] {
  if (fits(total, zones)) return [];
  const nests: Nest[] = [];
  const top: number[] = [];
  for (let at = 0; at < zones.length; at++) {
    const parent = zones[at] ?? total;
    top.push(parent);
    const below = zones.slice(at + 1, at + 1 + MOST_BELOW);
    const children =
      columns
        .map((valueOf) => rowsAddingUp(parent, below, valueOf, fits))
        .find((rows) => rows.length > 0) ?? [];
    if (children.length === 0) continue;
    nests.push({ parent, children });
    at += children.length;
  }
  return nests.length > 0 && fits(total, top) ? nests : [];
}

/** More rows than this under one of 市本级 and 县(市、区) no city has. */
const MOST_BELOW = 100;

/** The first two rows or more right below a row that add it up; none where they pass it by. */
function rowsAddingUp(
  parent: number,
  below: readonly number[],
  valueOf: (index: number) => number,
  fits: Fits
): readonly number[] {
  const whole = valueOf(parent);
  let sum = 0;
  for (const [place, row] of below.entries()) {
    const value = valueOf(row);
    sum += Number.isNaN(value) ? 0 : value;
    if (row !== parent + 1 + place || !(sum <= whole * 1.05)) return [];
    const children = below.slice(0, place + 1);
    if (place > 0 && sum >= whole * 0.95 && fits(parent, children)) return children;
  }
  return [];
}
