/** What offices call things: indicators, measures, units, periods, zones and references. */
export { cleanLabel, normaliseText } from "./normalise.ts";
export { parsePeriod } from "./periods.ts";
export {
  indicatorById,
  indicators,
  levelMeasureOf,
  recogniseIndicator,
  recogniseMeasure,
  uncataloguedIndicator,
} from "./recognise.ts";
export { recogniseReference } from "./references.ts";
export { recogniseUnit, recogniseUnits } from "./units.ts";
export { canonicalZoneName, findCity, isAllZonesLabel, isZoneLabel, zoneKindOf } from "./zones.ts";
