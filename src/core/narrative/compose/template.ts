/** A part of a phrase: words as they are, a slot, or parts that stand or fall together. */
export type TemplatePart =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "slot"; readonly name: string }
  | { readonly kind: "optional"; readonly parts: readonly TemplatePart[] };

export type TemplateFault =
  | { readonly kind: "unclosed"; readonly found: string }
  | { readonly kind: "nested" }
  | { readonly kind: "unknown-slot"; readonly found: string };

const TOKEN = /\{([^{}[\]]{0,40})\}|[{}[\]]|[^{}[\]]+/gu;

/** Reads 占{reference}[({whole})]的{share}. Linear; the only marks are { } and [ ], which cannot be nested. */
export function parseTemplate(
  text: string,
  slots: readonly string[]
): { readonly parts: readonly TemplatePart[]; readonly faults: readonly TemplateFault[] } {
  const parts: TemplatePart[] = [];
  const faults: TemplateFault[] = [];
  let optional: TemplatePart[] | null = null;
  for (const [token, slot] of text.matchAll(TOKEN)) {
    const into: TemplatePart[] = optional ?? parts;
    if (slot !== undefined) {
      if (!slots.includes(slot)) faults.push({ kind: "unknown-slot", found: slot });
      into.push({ kind: "slot", name: slot });
    } else if (token === "[") {
      if (optional !== null) faults.push({ kind: "nested" });
      optional = [];
    } else if (token === "]") {
      if (optional === null) faults.push({ kind: "unclosed", found: token });
      else parts.push({ kind: "optional", parts: optional });
      optional = null;
    } else if (token === "{" || token === "}") faults.push({ kind: "unclosed", found: token });
    else into.push({ kind: "words", text: token });
  }
  if (optional !== null) faults.push({ kind: "unclosed", found: "[" });
  return { parts, faults };
}
