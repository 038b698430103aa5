type Child = Node | string | null;

interface Properties {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** An HTML element with its class, attributes, listeners and children; the page is small enough for nothing more. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  if (properties.class !== undefined) created.className = properties.class;
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    created.setAttribute(name, value);
  }
  for (const [name, listener] of Object.entries(properties.on ?? {})) {
    created.addEventListener(name, listener);
  }
  created.append(...children.filter((child) => child !== null));
  return created;
}
