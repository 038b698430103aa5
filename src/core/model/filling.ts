/** Which cells of a field say something, counted among zones of one kind. */

import type { Observation } from "./table.ts";
import type { Subject } from "./zone.ts";

/** The zones of one kind, for one field. Forms mark agricultural and tourism zones; those not marked are industrial. */
export function fillingKey(field: number, subject: Subject): string {
  return `${field}|${isOwnLevel(subject) ? "own" : (subject.kind ?? "industrial")}`;
}

/** 市本级, 省属, 市直: what the level above does itself, among counties and zones: it is none of their kind. */
export function isOwnLevel({ label }: Subject): boolean {
  return /(?:本级|[省市州区县]直|直属|[央省市州]属)(?:单位|部门|企业|项目)?$/u.test(label);
}

/** "-" and 新增 are answers too; a blank is none. */
export function isFilled({ content }: Observation): boolean {
  return content.kind !== "missing" || content.reason !== "blank";
}
