/**
 * What is wrong with a rules file or a 目标规则 sheet, and where.
 * `path` is a place the author finds: rules[2].except[0].value in a file, E5 in a sheet.
 * The sentence comes last, from findings/failure-messages.
 */
export type RulesProblem =
  | { readonly code: "not-json"; readonly path: string; readonly detail: string }
  | { readonly code: "wrong-schema"; readonly path: string; readonly found: string | null }
  | { readonly code: "unknown-field"; readonly path: string }
  | { readonly code: "missing-field"; readonly path: string }
  | { readonly code: "wrong-type"; readonly path: string; readonly expected: RulesFieldType }
  | {
      readonly code: "unknown-word";
      readonly path: string;
      readonly found: string;
      readonly known: readonly string[];
    }
  | { readonly code: "missing-column"; readonly path: string; readonly column: string }
  | { readonly code: "too-many"; readonly path: string; readonly limit: number };

export type RulesFieldType = "object" | "array" | "text" | "number" | "boolean";
