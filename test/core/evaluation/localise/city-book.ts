import type { GridCell } from "../../../support/grid.ts";
import type { MadeBook, MadeSheet } from "./made-book.ts";
import { rounded } from "./made-book.ts";
import type { Random } from "./random.ts";
import { sheetBuilder } from "./sheet-builder.ts";
import type { Plan, SheetBuilder } from "./sheet-builder.ts";

const NAMES =
  "运城 盐湖 河津 永济 闻喜 新绛 稷山 绛县 夏县 平陆 芮城 垣曲 万荣 临猗 风陵渡 侯马 洪洞 襄汾 霍州 曲沃 翼城 尧都".split(
    " "
  );
const half = (decimals: number): number => 0.5 * 10 ** -decimals;
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

interface Indicator {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  readonly hasPrior: boolean;
}

const INDICATORS: readonly Indicator[] = [
  { name: "税收收入", low: 0.8, high: 30, decimals: 2, hasPrior: true },
  { name: "进出口总额", low: 2, high: 90, decimals: 2, hasPrior: true },
  { name: "工业投资", low: 2, high: 60, decimals: 2, hasPrior: false },
  { name: "规上工业增加值", low: 5, high: 90, decimals: 2, hasPrior: false },
  { name: "规上工业企业", low: 12, high: 90, decimals: 0, hasPrior: true },
];

/** Exact numbers of one indicator: zones, their total, the city. */
interface Figures {
  readonly now: readonly number[];
  readonly before: readonly number[];
}

function figuresOf(random: Random, zones: number, { low, high, decimals }: Indicator): Figures {
  const whole = (value: number): number => (decimals === 0 ? Math.round(value) : value);
  const one = (): readonly [number, number] => {
    const before = whole(low * (high / low) ** random.next());
    return [whole(before * random.between(0.82, 1.42)), before];
  };
  const list = Array.from({ length: zones }, one);
  const total = [sum(list.map(([now]) => now)), sum(list.map(([, before]) => before))] as const;
  // The rest of the city moves about as its zones do.
  const grown = total[0] / total[1];
  const restBefore = whole(total[1] * random.between(0.4, 1.5));
  const rest = [whole(restBefore * (1 + (grown - 1) * random.between(0.6, 1.4))), restBefore];
  const city = [total[0] + (rest[0] ?? 0), total[1] + (rest[1] ?? 0)] as const;
  const all = [...list, total, city];
  return { now: all.map(([now]) => now), before: all.map(([, before]) => before) };
}

const growthOf = (now: number, before: number): number => (now / before - 1) * 100;

/** Which of the columns that follow from others a block has, and whether they are formulas. */
interface Style {
  readonly share: boolean;
  readonly difference: boolean;
  readonly rank: boolean;
  readonly target: boolean;
  readonly verdict: boolean;
  readonly isFormula: (what: string) => boolean;
  readonly digits: number;
}

function styleOf(random: Random): Style {
  const formulas = new Map<string, boolean>();
  const rate = random.pick([0, 0.3, 0.7]);
  return {
    share: random.chance(0.8),
    difference: random.chance(0.4),
    rank: random.chance(0.6),
    target: random.chance(0.5),
    verdict: random.chance(0.5),
    digits: random.pick([1, 2]),
    isFormula: (what) => {
      const known = formulas.get(what) ?? random.chance(rate);
      formulas.set(what, known);
      return known;
    },
  };
}

/** A book as a city's office keeps it: the form, perhaps months, a plan, a list of problems, and a summary. */
export function makeBook(random: Random): MadeBook {
  const count = random.integer(5, 14);
  const zones = random.shuffled(NAMES).slice(0, count);
  const blocks = random.shuffled(INDICATORS).slice(0, random.integer(1, 3));
  const figures = new Map(blocks.map((one) => [one.name, figuresOf(random, count, one)]));
  const main = makeForm(random, zones, blocks, figures);
  const sheets: MadeSheet[] = [main.sheet];
  const copied = blocks.filter(({ decimals }) => decimals > 0);
  if (random.chance(0.4) && copied.length > 0) {
    sheets.push(makeSummary(random, zones, copied, main));
  }
  const taxes = figures.get("税收收入");
  if (random.chance(0.4) && taxes !== undefined)
    sheets.push(makeMonths(random, zones, taxes, main));
  if (random.chance(0.35)) sheets.push(makePlan(random, zones));
  if (random.chance(0.35)) sheets.push(makeProblems(random, zones));
  return sheets;
}

interface Form {
  readonly sheet: MadeSheet;
  /** Cell of an indicator's value, by name and place among zones, total, city. */
  readonly actual: ReadonlyMap<string, readonly string[]>;
}

const FIRST = 4;

function makeForm(
  random: Random,
  zones: readonly string[],
  blocks: readonly Indicator[],
  figures: ReadonlyMap<string, Figures>
): Form {
  const top: GridCell[] = ["序号", "开发区"];
  const second: GridCell[] = [null, null];
  const header: GridCell[][] = [
    ["运城市开发区2023年1-6月主要经济指标完成情况表"],
    ["填报单位:(盖章)", null, null, null, "单位:亿元、户、%"],
    top,
    second,
  ];
  const builder = sheetBuilder("经济指标", header);
  const rows = [...zones.map((zone) => `${zone}经济技术开发区`), "合计", "全市"];
  rows.forEach((label, index) => {
    builder.label(FIRST + index, 1, label);
  });
  const actual = new Map<string, readonly string[]>();
  let column = 2;
  for (const block of blocks) {
    const own = figures.get(block.name);
    if (own === undefined) continue;
    const words = putBlock(random, builder, column, block, own, zones.length);
    top.push(block.name, ...words.slice(1).map(() => null));
    second.push(...words);
    actual.set(
      block.name,
      rows.map((_, index) => builder.keyOf(FIRST + index, column))
    );
    column += words.length;
  }
  return { sheet: builder.done(), actual };
}

/** One indicator's columns; gives their words. */
function putBlock(
  random: Random,
  builder: SheetBuilder,
  column: number,
  { decimals, hasPrior, name }: Indicator,
  figures: Figures,
  zones: number
): readonly string[] {
  const style = styleOf(random);
  // What formulas give is made of the numbers as printed; an office that types has the exact ones.
  const asPrinted = (values: readonly number[]): readonly number[] => {
    const shown = values.map((value) => rounded(value, decimals));
    return shown.map((value, row) =>
      row === zones && style.isFormula("sum") ? sum(shown.slice(0, zones)) : value
    );
  };
  const hasFormulas = ["sum", "growth", "share"].some((what) => style.isFormula(what));
  const now = hasFormulas ? asPrinted(figures.now) : figures.now;
  const before = hasFormulas ? asPrinted(figures.before) : figures.before;
  const [total, city] = [zones, zones + 1];
  const key = (row: number, at: number): string => builder.keyOf(FIRST + row, at);
  const ref = (row: number, at: number): string => builder.ref(FIRST + row, at);
  const h = half(decimals);
  const words: string[] = [];
  const next = (word: string): number => {
    words.push(word);
    return column + words.length - 1;
  };
  const each = (at: number, last: number, plan: (row: number) => Plan): void => {
    for (let row = 0; row <= last; row += 1) builder.put(FIRST + row, at, plan(row));
  };
  const rowKind = (row: number, kind: string): string =>
    row === total ? `total ${kind}` : row === city ? `city ${kind}` : kind;
  const level = (at: number, exact: readonly number[], kind: string): void => {
    each(at, city, (row) => ({
      kind: rowKind(row, kind),
      decimals,
      exact: exact[row] ?? 0,
      isFormula: row === total && style.isFormula("sum"),
      ...(row === total
        ? {
            made: {
              from: Array.from({ length: zones }, (_, zone) => key(zone, at)),
              text: `=SUM(${ref(0, at)}:${ref(zones - 1, at)})`,
              compute: (...values: readonly number[]) => sum(values),
              slack: () => (zones + 1) * h,
            },
          }
        : {}),
    }));
  };
  const actual = next("完成");
  level(actual, now, "actual");
  const prior = hasPrior ? next("上年同期") : -1;
  if (hasPrior) level(prior, before, "prior");
  const growth = next("同比±%");
  const growths = now.map((value, row) => growthOf(value, before[row] ?? 1));
  each(growth, city, (row) => ({
    kind: rowKind(row, "growth"),
    decimals: style.digits,
    exact: growths[row] ?? 0,
    isFormula: hasPrior && style.isFormula("growth"),
    ...(hasPrior
      ? {
          made: {
            from: [key(row, actual), key(row, prior)],
            text: `=ROUND((${ref(row, actual)}/${ref(row, prior)}-1)*100,${style.digits})`,
            compute: (current: number, base: number) => growthOf(current, base),
            slack: ([current = 0, base = 1]: readonly number[]) =>
              half(style.digits) + 105 * (h / base + (Math.abs(current) * h) / base ** 2),
          },
        }
      : {}),
  }));
  if (style.share) {
    const share = next("占全市%");
    each(share, total, (row) => ({
      kind: rowKind(row, "share"),
      decimals: 2,
      exact: ((now[row] ?? 0) / (now[city] ?? 1)) * 100,
      isFormula: style.isFormula("share"),
      made: {
        from: [key(row, actual), key(city, actual)],
        text: `=ROUND(${ref(row, actual)}/${ref(city, actual)}*100,2)`,
        compute: (part = 0, whole = 1) => (part / whole) * 100,
        slack: ([part = 0, whole = 1]) =>
          0.005 + 105 * (h / whole + (Math.abs(part) * h) / whole ** 2),
      },
    }));
  }
  if (style.difference) {
    const difference = next("增速与全市比(百分点)");
    each(difference, total, (row) => ({
      kind: rowKind(row, "difference"),
      decimals: style.digits,
      exact: (growths[row] ?? 0) - (growths[city] ?? 0),
      isFormula: style.isFormula("difference"),
      made: {
        from: [key(row, growth), key(city, growth)],
        text: `=${ref(row, growth)}-${ref(city, growth)}`,
        compute: (own = 0, other = 0) => own - other,
        slack: () => 3 * half(style.digits),
      },
    }));
  }
  if (style.rank) {
    const rank = next("增速位次");
    const shown = growths.map((value) => rounded(value, style.digits));
    each(rank, zones - 1, (row) => {
      const from = Array.from({ length: zones }, (_, zone) => key(zone, growth));
      const place = (values: readonly number[]): number =>
        1 + values.filter((value) => value > (values[row] ?? 0)).length;
      return {
        kind: "rank",
        decimals: 0,
        exact: place(shown.slice(0, zones)),
        isFormula: style.isFormula("rank"),
        made: {
          from,
          text: `=RANK(${ref(row, growth)},${ref(0, growth)}:${ref(zones - 1, growth)})`,
          compute: (...values) => place(values),
          slack: (values, own) =>
            own < place(values) ? 0 : values.filter((value) => value === values[row]).length - 1,
        },
      };
    });
  }
  if (style.target) {
    const target = next("省定目标(%)");
    const limits = Array.from({ length: zones }, () => random.pick([6, 8, 10, 12]));
    each(target, zones - 1, (row) => ({
      kind: "target",
      decimals: 0,
      exact: limits[row] ?? 8,
      isFormula: false,
    }));
    const gap = next("与目标差距");
    each(gap, zones - 1, (row) => ({
      kind: "gap",
      decimals: style.digits,
      exact: rounded(growths[row] ?? 0, style.digits) - (limits[row] ?? 8),
      isFormula: style.isFormula("gap"),
      made: {
        from: [key(row, growth), key(row, target)],
        text: `=${ref(row, growth)}-${ref(row, target)}`,
        compute: (own = 0, limit = 0) => own - limit,
        slack: () => 2 * half(style.digits),
      },
    }));
    if (style.verdict) {
      const verdict = next("是否达到目标");
      const judge = (own: number, limit: number): string => (own >= limit ? "达到" : "未达到");
      each(verdict, zones - 1, (row) => ({
        kind: "verdict",
        decimals: 0,
        exact: judge(rounded(growths[row] ?? 0, style.digits), limits[row] ?? 8),
        isFormula: style.isFormula("verdict"),
        made: {
          from: [key(row, growth), key(row, target)],
          text: `=IF(${ref(row, growth)}>=${ref(row, target)},"达到","未达到")`,
          compute: (own = 0, limit = 0) => judge(own, limit),
          slack: null,
        },
      }));
    }
  }
  if (name === "规上工业企业") words[0] = "累计(户)";
  return words;
}

/** The same numbers once more, on a sheet for the leaders. */
function makeSummary(
  random: Random,
  zones: readonly string[],
  blocks: readonly Indicator[],
  form: Form
): MadeSheet {
  const builder = sheetBuilder("汇总表", [
    ["运城市开发区2023年1-6月主要指标汇总表"],
    [null, "单位:亿元"],
    ["开发区", ...blocks.map(({ name }) => name)],
  ]);
  const values = new Map(form.sheet.cells.map((cell) => [cell.key, cell.value]));
  const isFormula = random.chance(0.3);
  const order = [
    ...random.shuffled(zones.map((_, index) => index)),
    zones.length,
    zones.length + 1,
  ];
  order.forEach((place, row) => {
    const name = zones[place];
    const label = name === undefined ? (place === zones.length ? "合计" : "全市") : `${name}开发区`;
    builder.label(3 + row, 0, label);
    blocks.forEach((block, index) => {
      const source = form.actual.get(block.name)?.[place] ?? "";
      builder.put(3 + row, 1 + index, {
        kind: "copy",
        decimals: block.decimals,
        exact: values.get(source) ?? 0,
        isFormula,
        made: {
          from: [source],
          text: `=${source}`,
          compute: (value = 0) => value,
          slack: () => 2 * half(block.decimals),
        },
      });
    });
  });
  return builder.done();
}

/** The year so far, month after month; the last one is the form's. */
function makeMonths(
  random: Random,
  zones: readonly string[],
  { now }: Figures,
  form: Form
): MadeSheet {
  const months = ["1-3月", "1-4月", "1-5月", "1-6月"];
  const builder = sheetBuilder("分月", [
    ["2023年运城市开发区税收收入分月情况"],
    [null, "单位:亿元"],
    ["开发区", ...months],
  ]);
  const rows = [...zones.map((zone) => `${zone}开发区`), "合计"];
  rows.forEach((label, row) => {
    builder.label(3 + row, 0, label);
  });
  const parts = zones.map(() => {
    const steps = months.map(() => random.between(0.7, 1.3));
    steps[0] = random.between(2, 3.5);
    const all = sum(steps);
    return months.map((_, month) => sum(steps.slice(0, month + 1)) / all);
  });
  months.forEach((_, month) => {
    const column = 1 + month;
    const exact = zones.map((_zone, row) => (now[row] ?? 0) * (parts[row]?.[month] ?? 1));
    const source = form.actual.get("税收收入") ?? [];
    zones.forEach((_zone, row) => {
      const from = source[row] ?? "";
      const before = builder.keyOf(3 + row, column - 1);
      const isLast = month === months.length - 1;
      builder.put(3 + row, column, {
        kind: "month",
        decimals: 2,
        exact: exact[row] ?? 0,
        isFormula: false,
        ...(month === 0
          ? {}
          : {
              made: {
                from: isLast ? [from, before] : [before],
                text: "",
                compute: (first = 0) => first,
                slack: (values, own) => {
                  const earlier = values.at(-1) ?? 0;
                  if (own < earlier - 0.01) return -1;
                  return isLast ? 0.01 : Number.POSITIVE_INFINITY;
                },
              },
            }),
      });
    });
    builder.put(3 + zones.length, column, {
      kind: "total month",
      decimals: 2,
      exact: sum(exact),
      isFormula: random.chance(0.5),
      made: {
        from: zones.map((_zone, row) => builder.keyOf(3 + row, column)),
        text: `=SUM(${builder.ref(3, column)}:${builder.ref(2 + zones.length, column)})`,
        compute: (...values) => sum(values),
        slack: () => (zones.length + 1) * 0.005,
      },
    });
  });
  return builder.done();
}

function makePlan(random: Random, zones: readonly string[]): MadeSheet {
  const builder = sheetBuilder("转型项目", [
    ["运城市开发区2023年转型项目投资计划执行情况(1-6月)"],
    ["单位:亿元"],
    ["开发区", "年度目标", "完成", "完成率%", "剩余"],
  ]);
  const isFormula = random.chance(0.3);
  const plans = zones.map(() => random.integer(8, 60));
  const done = plans.map((plan) => rounded(plan * random.between(0.35, 0.7), 2));
  const all = [...plans, sum(plans)];
  const allDone = [...done, sum(done)];
  [...zones.map((zone) => `${zone}开发区`), "合计"].forEach((label, row) => {
    const isTotal = row === zones.length;
    const line = 3 + row;
    const word = (kind: string): string => (isTotal ? `total ${kind}` : kind);
    builder.label(line, 0, label);
    [all, allDone].forEach((values, index) => {
      const column = 1 + index;
      builder.put(line, column, {
        kind: word(index === 0 ? "plan" : "done"),
        decimals: 2,
        exact: values[row] ?? 0,
        isFormula: isTotal && isFormula,
        ...(isTotal
          ? {
              made: {
                from: zones.map((_zone, zone) => builder.keyOf(3 + zone, column)),
                text: `=SUM(${builder.ref(3, column)}:${builder.ref(2 + zones.length, column)})`,
                compute: (...members) => sum(members),
                slack: () => (zones.length + 1) * 0.005,
              },
            }
          : {}),
      });
    });
    const pair = [builder.keyOf(line, 1), builder.keyOf(line, 2)];
    const [plan, value] = [all[row] ?? 1, allDone[row] ?? 0];
    builder.put(line, 3, {
      kind: word("attainment"),
      decimals: 2,
      exact: (value / plan) * 100,
      isFormula,
      made: {
        from: pair,
        text: `=ROUND(${builder.ref(line, 2)}/${builder.ref(line, 1)}*100,2)`,
        compute: (whole = 1, part = 0) => (part / whole) * 100,
        slack: ([whole = 1, part = 0]) => 0.005 + 0.525 / whole + (0.525 * part) / whole ** 2,
      },
    });
    builder.put(line, 4, {
      kind: word("remaining"),
      decimals: 2,
      exact: plan - value,
      isFormula,
      made: {
        from: pair,
        text: `=${builder.ref(line, 1)}-${builder.ref(line, 2)}`,
        compute: (whole = 0, part = 0) => whole - part,
        slack: () => 0.015,
      },
    });
  });
  return builder.done();
}

function makeProblems(random: Random, zones: readonly string[]): MadeSheet {
  const builder = sheetBuilder("专项整治", [
    ["运城市开发区专项整治问题整改情况(截至2023年6月底)"],
    ["单位:个"],
    ["开发区", "问题总数", "已完成", "剩余", "完成率%"],
  ]);
  const isFormula = random.chance(0.3);
  const totals = zones.map(() => random.integer(12, 60));
  const done = totals.map((value) => random.integer(Math.ceil(value / 2), value - 1));
  const columns = [
    [...totals, sum(totals)],
    [...done, sum(done)],
  ];
  [...zones.map((zone) => `${zone}开发区`), "合计"].forEach((label, row) => {
    const isTotal = row === zones.length;
    const line = 3 + row;
    const word = (kind: string): string => (isTotal ? `total ${kind}` : kind);
    builder.label(line, 0, label);
    columns.forEach((values, index) => {
      const column = 1 + index;
      builder.put(line, column, {
        kind: word(index === 0 ? "count" : "settled"),
        decimals: 0,
        exact: values[row] ?? 0,
        isFormula: isTotal && isFormula,
        ...(isTotal
          ? {
              made: {
                from: zones.map((_zone, zone) => builder.keyOf(3 + zone, column)),
                text: `=SUM(${builder.ref(3, column)}:${builder.ref(2 + zones.length, column)})`,
                compute: (...members) => sum(members),
                slack: () => 0,
              },
            }
          : {}),
      });
    });
    const pair = [builder.keyOf(line, 1), builder.keyOf(line, 2)];
    const [count, settled] = [columns[0]?.[row] ?? 1, columns[1]?.[row] ?? 0];
    builder.put(line, 3, {
      kind: word("left"),
      decimals: 0,
      exact: count - settled,
      isFormula,
      made: {
        from: pair,
        text: `=${builder.ref(line, 1)}-${builder.ref(line, 2)}`,
        compute: (whole = 0, part = 0) => whole - part,
        slack: () => 0,
      },
    });
    builder.put(line, 4, {
      kind: word("rate"),
      decimals: 2,
      exact: (settled / count) * 100,
      isFormula,
      made: {
        from: pair,
        text: `=ROUND(${builder.ref(line, 2)}/${builder.ref(line, 1)}*100,2)`,
        compute: (whole = 1, part = 0) => (part / whole) * 100,
        slack: () => 0.005,
      },
    });
  });
  return builder.done();
}
