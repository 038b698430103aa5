import type { DifferenceConvention } from "../findings/watched.ts";
import { slackFor, slackText } from "./cell-test.ts";
import type { NativeFormula } from "./native-formula.ts";
import { native } from "./native-formula.ts";
import { guarded } from "./term.ts";
import type { Term, Written } from "./term.ts";

/** A printed difference in points, and the two rates it is taken of. */
export interface Difference {
  readonly stated: Term;
  readonly own: Term;
  readonly other: Term;
  readonly convention: DifferenceConvention;
}

/** A stated difference in points against the difference of its rates, as the column prints it. */
export function differenceTest({ stated, own, other, convention }: Difference): Written {
  const terms = [stated, own, other];
  const size = Math.max(...terms.map((term) => Math.abs(term.value)));
  const bound = Number((own.half + other.half + stated.half).toPrecision(12));
  const [value, difference] = differenceOf(own, other, convention);
  return {
    write: () =>
      guarded(terms, native`ABS(${stated.formula}-${difference})>${bound}+${slackText(size)}`),
    variant: slackText(size),
    holds: Math.abs(stated.value - value) > bound + slackFor(size),
  };
}

function differenceOf(
  own: Term,
  other: Term,
  convention: DifferenceConvention
): readonly [number, NativeFormula] {
  const turned = other.value - own.value;
  switch (convention) {
    case "signed":
      return [-turned, native`(${own.formula}-${other.formula})`];
    case "turned":
      return [turned, native`(${other.formula}-${own.formula})`];
    case "shortfall":
      return [Math.max(0, turned), native`MAX(0,${other.formula}-${own.formula})`];
    case "magnitude":
      return [Math.abs(turned), native`ABS(${own.formula}-${other.formula})`];
  }
}
