import type { NumberReading } from "../../model/table-index.ts";
import { cellKey } from "./cell-key.ts";
import { readingsOf } from "./identity.ts";
import type { Identity } from "./identity.ts";
import type { Link } from "./test-graph.ts";

/** The cell a reading was read from. */
export function keyOfReading({ place, observation }: NumberReading): string {
  return cellKey(place.index.table.sheet, observation.at);
}

/** Every number of an identity takes part in it directly. */
export function directLinks(identity: Identity): Map<string, Link> {
  return new Map(
    readingsOf(identity).map((reading): [string, Link] => [
      keyOfReading(reading),
      { kind: "direct", reading },
    ])
  );
}
