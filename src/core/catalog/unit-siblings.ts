import type { Indicator } from "../model/indicator.ts";
import type { Unit } from "../model/unit.ts";
import { indicatorById } from "./recognise.ts";

type Rule = readonly [named: string, units: (unit: Unit) => boolean, meant: string];

const isMoney = ({ family }: Unit): boolean => family === "money";
const isLand = ({ family }: Unit): boolean => family === "land";
const isPlot = ({ name }: Unit): boolean => name === "宗";

/** Names under which forms print two things, a number of them and their size, and leave it to the unit which is meant. */
const RULES: readonly Rule[] = [
  ["standard-land-plots", isLand, "standard-land-area"],
  ["standard-land-area", isPlot, "standard-land-plots"],
  ["industrial-land-sold", isPlot, "industrial-land-plots"],
  ["industrial-land-plots", isLand, "industrial-land-sold"],
  ["signed-projects", isMoney, "signed-projects-investment"],
  ["started-projects", isMoney, "started-projects-investment"],
  ["producing-projects", isMoney, "producing-projects-investment"],
  ["industry-projects", isMoney, "industry-projects-investment"],
  ["technical-renovation-projects", isMoney, "technical-renovation-total"],
  ["infrastructure-projects", isMoney, "infrastructure-total-investment"],
  ["agency-projects", ({ name }) => name === "项" || name === "件", "agency-matters"],
];

/** The indicator a name means in a unit: 标准地(亩) is the area sold, 标准地(宗) the number of plots. */
export function indicatorIn(indicator: Indicator, units: readonly Unit[]): Indicator {
  const rule = RULES.find(([named, fits]) => named === indicator.id && units.some(fits));
  return rule === undefined ? indicator : (indicatorById(rule[2]) ?? indicator);
}

/** The land a title names by its plots, where the line of units speaks of area alone: 标准地出让情况, 单位:亩. */
export function landIn(indicator: Indicator, unitLine: readonly Unit[]): Indicator {
  const isOfArea = unitLine.some(isLand) && !unitLine.some(isPlot);
  return isOfArea ? indicatorIn(indicator, unitLine.filter(isLand)) : indicator;
}

/** Whether two indicators are a number of things and their size, printed under one name: 标准地 in 宗 and in 亩. */
export function areUnitSiblings(named: Indicator, meant: Indicator): boolean {
  return RULES.some(([a, , b]) => a === named.id && b === meant.id);
}
