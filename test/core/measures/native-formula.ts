/** A small evaluator of the Excel formulas the native twins are written in: enough to hold a twin to its function. */
type Scalar = number | string | boolean | null;
export type Value = Scalar | { readonly error: string } | readonly (readonly Scalar[])[];
type Cells = Readonly<Record<string, Value>>;

/** The value of a formula (with its =); cells are given by the name the formula uses for them. */
export function evaluateFormula(formula: string, cells: Cells): Value {
  const tokens =
    formula
      .slice(1)
      .match(
        /"(?:[^"]|"")*"|\d+(?:\.\d+)?|[A-Z]+(?=\()|[A-Za-z]+\d*(?::[A-Z]+\d+)?|[<>]=|<>|[-+*/(),{}<>=]/gu
      ) ?? [];
  let at = 0;
  const peek = () => tokens[at] ?? "";
  const take = (expected?: string) => {
    const token = tokens[at] ?? "";
    if (expected !== undefined && token !== expected)
      throw new Error(`${expected} expected in ${formula}, found ${token}`);
    at += 1;
    return token;
  };

  function comparison(): Value {
    const left = sum();
    if (!["<", ">", "<=", ">=", "="].includes(peek())) return left;
    const sign = take();
    const right = sum();
    return compare(left, right, sign);
  }
  function sum(): Value {
    let left = product();
    while (peek() === "+" || peek() === "-") left = arithmetic(take(), left, product());
    return left;
  }
  function product(): Value {
    let left = factor();
    while (peek() === "*" || peek() === "/") left = arithmetic(take(), left, factor());
    return left;
  }
  function factor(): Value {
    const token = take();
    if (token === "-") return arithmetic("-", 0, factor());
    if (token === "(") {
      const value = comparison();
      take(")");
      return value;
    }
    if (token === "{") {
      const items: Scalar[] = [factor() as Scalar];
      while (peek() === ",") {
        take();
        items.push(factor() as Scalar);
      }
      take("}");
      return [items];
    }
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/u.test(token)) return Number(token);
    if (peek() === "(") return call(token);
    if (!(token in cells)) throw new Error(`No cell ${token} in ${formula}`);
    return cells[token] ?? null;
  }
  function call(name: string): Value {
    const args: Value[] = [];
    take("(");
    while (peek() !== ")") {
      args.push(comparison());
      if (peek() === ",") take();
    }
    take(")");
    return apply(name, args);
  }

  const value = comparison();
  if (at !== tokens.length) throw new Error(`Not understood: ${formula} at ${peek()}`);
  return value;
}

function apply(name: string, args: readonly Value[]): Value {
  const [first = null, second = null, third = null] = args;
  switch (name) {
    case "NA":
      return { error: "#N/A" };
    case "COUNT":
      return args.filter((arg) => typeof arg === "number").length;
    case "COUNTA":
      return args.filter((arg) => arg !== null).length;
    case "IF":
      if (isError(first)) return first;
      return first === true ? second : third;
    case "ISNUMBER":
      return typeof first === "number";
    case "MATCH": {
      const place = isList(second) ? second.flat().indexOf(first as Scalar) : -1;
      return place < 0 ? { error: "#N/A" } : place + 1;
    }
    case "ROUND":
      return isError(first) ? first : round(Number(first), Number(second));
    case "INDEX":
      return isList(first) ? (first[Number(second) - 1]?.[Number(third) - 1] ?? null) : null;
    default:
      throw new Error(`No function ${name}`);
  }
}

/** Excel's ROUND: half away from zero on the 15 digits it keeps. */
function round(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  return (Math.sign(value) * Math.floor(scaled + 0.5)) / 10 ** decimals;
}

function arithmetic(sign: string, a: Value, b: Value): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  const [left, right] = [Number(a), Number(b)];
  if (sign === "/") return right === 0 ? { error: "#DIV/0!" } : left / right;
  return sign === "+" ? left + right : sign === "-" ? left - right : left * right;
}

function compare(a: Value, b: Value, sign: string): Value {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (sign === "=") return a === b || (a === null && b === "") || (a === "" && b === null);
  const order = Number(a) - Number(b);
  return sign === "<"
    ? order < 0
    : sign === ">"
      ? order > 0
      : sign === "<="
        ? order <= 0
        : order >= 0;
}

function isError(value: Value): value is { readonly error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

function isList(value: Value): value is readonly (readonly Scalar[])[] {
  return Array.isArray(value);
}
