import { normaliseText } from "../catalog/index.ts";
import type { ZoneKind } from "../model/zone.ts";
import { findZoneKind } from "./rule-words.ts";
import { ruledZoneName } from "./zone-names.ts";

/** Who a rule is for: zones by name, a kind of zones, or (both empty) everybody; less those it leaves out. */
export interface Scope {
  /** Canonical names. */
  readonly zones: readonly string[];
  readonly kind: ZoneKind | null;
  readonly exempt: readonly string[];
}

export const EVERYBODY: Scope = { zones: [], kind: null, exempt: [] };

const ALL_ZONES =
  /^(?:全部|所有|默认|其余|其他|其它|缺省|各)?(?:省级|国家级)?(?:开发区|园区|示范区)?$|^全市(?:省级)?(?:开发区)?$|^ALL$/iu;
const EXEMPT = /\(?(?:除|不含|不包括)([^()]+?)(?:之外|以外|除外|外)?\)|除(.+?)(?:之外|以外|外)/gu;
const EXCEPTED = /\(([^()]+?)除外\)/gu;
const SEPARATORS = /[、,;\n/]|[和及与](?=\p{Script=Han}{2})/u;

/**
 * The scopes a text names: 全部, 工业类, 河津、永济, 除河津外, 工业类(河津除外). Kinds and zones in one list are scopes of
 * their own.
 */
export function parseScopes(text: string): readonly Scope[] {
  const exempt: string[] = [];
  const leave = (names: string | undefined): string => {
    exempt.push(...namesIn(names ?? "").map(ruledZoneName));
    return "";
  };
  const rest = normaliseText(text)
    .replace(EXCEPTED, (_, names: string) => leave(names))
    .replace(EXEMPT, (_, bracketed?: string, plain?: string) => leave(bracketed ?? plain))
    .replace(/^的?[,、]?/u, "");
  const names = namesIn(rest);
  if (names.length === 0 || names.some((name) => ALL_ZONES.test(name)))
    return [{ ...EVERYBODY, exempt }];
  const kinds = names.flatMap((name) => findZoneKind(name) ?? []);
  const zones = [
    ...new Set(names.filter((name) => findZoneKind(name) === undefined).map(ruledZoneName)),
  ];
  return [
    ...[...new Set(kinds)].map((kind) => ({ zones: [], kind, exempt })),
    ...(zones.length === 0 ? [] : [{ zones, kind: null, exempt: [] }]),
  ];
}

/** Names in a list; 等3个开发区 behind the last is none. */
function namesIn(text: string): readonly string[] {
  return text
    .replace(/等(?:\d+个|[一二三四五六七八九十]+个)?(?:开发区|园区)?$/u, "")
    .split(SEPARATORS)
    .filter((name) => name !== "");
}

/** A scope as the 适用 column prints it. */
export function formatScope(scope: Scope, kindWords: Readonly<Record<ZoneKind, string>>): string {
  if (scope.zones.length > 0) return scope.zones.join("、");
  const whom = scope.kind === null ? "全部" : kindWords[scope.kind];
  return scope.exempt.length === 0 ? whom : `${whom}(${scope.exempt.join("、")}除外)`;
}
