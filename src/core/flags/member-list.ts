import type { NativeFormula } from "./native-formula.ts";
import { joined, native } from "./native-formula.ts";
import { runsOf } from "./runs.ts";
import type { Term } from "./term.ts";

/** Excel takes 255 arguments; more separate places than this are not worth a live formula. */
const MAX_ARGUMENTS = 200;

/** Numbers as the arguments of one function: SUM(…), MIN(…). */
export interface MemberList {
  /** The arguments, with commas between them. */
  readonly formula: NativeFormula;
  /** That all live cells hold numbers. */
  readonly guards: readonly NativeFormula[];
  /** Members that are no plain cells and have guards of their own. */
  readonly others: readonly Term[];
}

/**
 * The members of a relation in as few places as they fill; undefined where they are too scattered. Members that are
 * numbers stored as text take part with the number they read, which Excel's SUM would leave out.
 */
export function listMembers(members: readonly Term[]): MemberList | undefined {
  const live = members.filter((member) => member.cell !== null && isBare(member));
  const others = members.filter((member) => member.cell === null || !isBare(member));
  const areas = runsOf(live.flatMap((member) => (member.cell === null ? [] : [member.cell])));
  if (areas.length + others.length > MAX_ARGUMENTS) return undefined;
  const places = areas.map((area): NativeFormula => [area]);
  return {
    formula: joined([...places, ...others.map((member) => member.formula)]),
    guards: areas.length === 0 ? [] : [native`COUNT(${joined(places)})=${live.length}`],
    others,
  };
}

function isBare(term: Term): boolean {
  return term.formula.length === 1;
}
