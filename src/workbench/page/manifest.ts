import { compareVersions } from "../host/requirements.ts";
import type { RequirementSets } from "../host/requirements.ts";
import type { Locale } from "./locale.ts";

/** What Excel takes from an add-in's manifest to show it: the tab, the context menu and where the pane lives. */
export interface AddinManifest {
  readonly displayName: string;
  readonly tabs: readonly RibbonTab[];
  /** Entries of a cell's context menu. */
  readonly contextMenu: readonly RibbonButton[];
  readonly taskpaneUrl: string;
  readonly functionsUrl: string | null;
  readonly shortcutsUrl: string | null;
  /** What a host must have for tab, menu, functions and shortcuts to be there at all. */
  readonly needed: readonly { readonly set: string; readonly version: string }[];
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly (RibbonButton | RibbonMenu)[];
}

interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly tip: { readonly title: string; readonly description: string };
  /** Addresses by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
}

export interface RibbonButton extends Labelled {
  readonly kind: "button";
  readonly action: RibbonAction;
}

export interface RibbonMenu extends Labelled {
  readonly kind: "menu";
  readonly items: readonly RibbonButton[];
}

export type RibbonAction =
  | { readonly kind: "show-pane"; readonly url: string }
  | { readonly kind: "run"; readonly functionName: string };

/**
 * Reads a manifest as Excel of that language would.
 * @throws if it is not XML or has no task pane: a mistake in the project, which the manifest check tells in full.
 */
export function readManifest(xml: string, locale: Locale): AddinManifest {
  const root = new DOMParser().parseFromString(xml, "text/xml").documentElement;
  if (root.localName !== "OfficeApp") throw new Error("manifest.xml is not a manifest");
  const reader = new ManifestReader(root, locale);
  const taskpaneUrl = find(root, "DefaultSettings", "SourceLocation")?.getAttribute("DefaultValue");
  if (!taskpaneUrl) throw new Error("manifest.xml names no task pane");
  const metadata = all(root, "ExtensionPoint")
    .find((point) => typeOf(point) === "CustomFunctions")
    ?.getElementsByTagNameNS("*", "Metadata")[0];
  return {
    displayName: localised(find(root, "DisplayName"), locale),
    tabs: all(root, "CustomTab").map((tab) => reader.tab(tab)),
    contextMenu: all(root, "OfficeMenu")
      .filter((menu) => menu.id === "ContextMenuCell")
      .flatMap((menu) => children(menu, "Control"))
      .map((control) => reader.button(control)),
    taskpaneUrl,
    functionsUrl: metadata ? reader.resource(find(metadata, "SourceLocation")) : null,
    shortcutsUrl: find(root, "ExtendedOverrides")?.getAttribute("Url") ?? null,
    needed: all(root, "VersionOverrides")
      .flatMap((overrides) => children(overrides, "Requirements"))
      .flatMap((requirements) => [...requirements.getElementsByTagNameNS("*", "Set")])
      .map((set) => ({
        set: set.getAttribute("Name") ?? "",
        version: set.getAttribute("MinVersion") ?? "1.1",
      })),
  };
}

/** The add-in as a host of these sets shows it: an older one passes over the overrides and has the pane alone. */
export function fittedTo(manifest: AddinManifest, sets: RequirementSets): AddinManifest {
  const isMet = manifest.needed.every(({ set, version }) => {
    const announced = sets[set];
    return announced !== undefined && compareVersions(version, announced) <= 0;
  });
  return isMet
    ? manifest
    : { ...manifest, tabs: [], contextMenu: [], functionsUrl: null, shortcutsUrl: null };
}

class ManifestReader {
  readonly #resources: ReadonlyMap<string, string>;

  constructor(root: Element, locale: Locale) {
    this.#resources = new Map(
      all(root, "Resources").flatMap((resources) =>
        [...resources.children]
          .flatMap((list) => [...list.children])
          .map((item) => [item.id, localised(item, locale)] as const)
      )
    );
  }

  tab(tab: Element): RibbonTab {
    return {
      id: tab.id,
      label: this.resource(find(tab, "Label")),
      groups: children(tab, "Group").map((group) => ({
        id: group.id,
        label: this.resource(find(group, "Label")),
        controls: children(group, "Control").map((control) =>
          typeOf(control) === "Menu" ? this.menu(control) : this.button(control)
        ),
      })),
    };
  }

  button(control: Element): RibbonButton {
    return { kind: "button", ...this.#labelled(control), action: this.#action(control) };
  }

  menu(control: Element): RibbonMenu {
    const items = find(control, "Items");
    return {
      kind: "menu",
      ...this.#labelled(control),
      items: items ? children(items, "Item").map((item) => this.button(item)) : [],
    };
  }

  /** The text or address an element points at by its resid; "" where it points nowhere. */
  resource(pointer: Element | undefined): string {
    return this.#resources.get(pointer?.getAttribute("resid") ?? "") ?? "";
  }

  #labelled(control: Element): Labelled {
    const tip = find(control, "Supertip");
    const icon = find(control, "Icon");
    const images = icon ? [...icon.children] : [];
    return {
      id: control.id,
      label: this.resource(find(control, "Label")),
      tip: {
        title: this.resource(tip && find(tip, "Title")),
        description: this.resource(tip && find(tip, "Description")),
      },
      icons: new Map(
        images.map((image) => [Number(image.getAttribute("size")), this.resource(image)])
      ),
    };
  }

  #action(control: Element): RibbonAction {
    const action = find(control, "Action");
    if (action && typeOf(action) === "ShowTaskpane") {
      return { kind: "show-pane", url: this.resource(find(action, "SourceLocation")) };
    }
    return {
      kind: "run",
      functionName: (action && find(action, "FunctionName")?.textContent.trim()) ?? "",
    };
  }
}

/** The first child of that name, and so on down the path. */
function find(from: Element, ...path: readonly string[]): Element | undefined {
  let found: Element | undefined = from;
  for (const name of path) found = found && children(found, name)[0];
  return found;
}

function children(of: Element, name: string): readonly Element[] {
  return [...of.children].filter((child) => child.localName === name);
}

function all(root: Element, name: string): readonly Element[] {
  return [...root.getElementsByTagNameNS("*", name)];
}

function typeOf(item: Element): string {
  return item.getAttribute("xsi:type") ?? "";
}

function localised(item: Element | undefined, locale: Locale): string {
  const override =
    item && children(item, "Override").find((one) => one.getAttribute("Locale") === locale);
  return override?.getAttribute("Value") ?? item?.getAttribute("DefaultValue") ?? "";
}
