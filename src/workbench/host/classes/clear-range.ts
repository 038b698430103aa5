import type { Area } from "../../../core/index.ts";
import { invalidArgument } from "../host-error.ts";
import type { RangeState } from "../model.ts";

const CLEARED: Readonly<Record<string, "all" | "contents" | "formats">> = {
  All: "all",
  Contents: "contents",
  Formats: "formats",
};

/** Conditional formats are formats: they go with them where they lie inside the cleared range. */
export function clearRange(
  { world, sheet, area }: RangeState,
  applyTo: string,
  location: string
): void {
  const what = CLEARED[applyTo];
  if (what === undefined) throw invalidArgument(location, `emulator: cannot clear ${applyTo}`);
  world.engine.clear(sheet, area, what, "api");
  if (what === "contents") return;
  for (const format of world.formats.list(sheet, [area])) {
    if (format.areas.every((own) => isInside(own, area)))
      world.formats.remove(sheet, format.id, location);
  }
}

function isInside(inner: Area, outer: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
