import { futurePrefix } from "./future-functions.ts";
import { tokenize } from "./tokens.ts";
import type { Token } from "./tokens.ts";

const STORED = /^(?:_xlfn\.|_xlws\.|_xlpm\.|_xldudf_)+/i;
const ADD_IN = "_xldudf_";

/** A stored formula as people read it: without the prefixes of newer functions, of add-ins' and of LET's variables. */
export function stripPrefixes(formula: string): string {
  if (!/_xl/i.test(formula)) return formula;
  return tokenize(formula)
    .map((token) =>
      token.kind === "function" || token.kind === "word"
        ? token.text.replace(STORED, "")
        : token.text
    )
    .join("");
}

/** Names (upper case) of the add-ins' functions a stored text calls. */
export function addInFunctions(stored: string): readonly string[] {
  return [...stored.matchAll(/_xldudf_([\p{L}\p{N}_.]+)\(/giu)].map((found) =>
    (found[1] ?? "").toUpperCase()
  );
}

/**
 * A formula as a file stores it: every prefix put back where it is needed. `addIn` tells which names are an add-in's
 * functions, so that =ZONE_GAP(B5,C5) finds its function again when the file is opened.
 */
export function putPrefixes(formula: string, addIn: (name: string) => boolean): string {
  const tokens = tokenize(formula);
  const variables = variablesOf(tokens);
  return tokens
    .map((token) => {
      if (STORED.test(token.text)) return token.text;
      if (token.kind === "function") {
        const prefix = variables.has(token.text.toUpperCase())
          ? "_xlpm."
          : futurePrefix(token.text);
        return `${prefix === "" && addIn(token.text) ? ADD_IN : prefix}${token.text}`;
      }
      if (token.kind === "word" && variables.has(token.text.toUpperCase()))
        return `_xlpm.${token.text}`;
      return token.text;
    })
    .join("");
}

/** Names that LET and LAMBDA define: the first, third … argument of one, all but the last of the other. */
function variablesOf(tokens: readonly Token[]): ReadonlySet<string> {
  const variables = new Set<string>();
  tokens.forEach((token, index) => {
    const name = token.kind === "function" ? token.text.replace(STORED, "").toUpperCase() : "";
    if (name !== "LET" && name !== "LAMBDA") return;
    const args = argumentsOf(tokens, index + 1);
    args.slice(0, -1).forEach((arg, place) => {
      const words = arg.filter((each) => each.kind !== "space");
      const only = words.length === 1 ? words[0] : undefined;
      if (
        only?.kind === "word" &&
        (name === "LAMBDA" || place % 2 === 0) &&
        !/^[\d.]/.test(only.text)
      )
        variables.add(only.text.toUpperCase());
    });
  });
  return variables;
}

/** The arguments of a call whose bracket stands at `open`. */
function argumentsOf(tokens: readonly Token[], open: number): readonly (readonly Token[])[] {
  const args: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    const sign = token.kind === "sign" ? token.text : "";
    if (sign === "(" || sign === "{") depth += 1;
    if (sign === ")" || sign === "}") depth -= 1;
    if (depth === 0) break;
    if (sign === "," && depth === 1) args.push([]);
    else if (!(sign === "(" && depth === 1)) args.at(-1)?.push(token);
  }
  return args;
}
