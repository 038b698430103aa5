import type { ManifestOptions, Problem, ReadFile } from "./problem.ts";
import type { XmlElement } from "./xml-tree.ts";
import { descendants, findAll, findPath } from "./xml-tree.ts";

interface Link {
  readonly url: string;
  readonly line: number;
}

const REQUIRED_SIZES = [16, 32, 80];
const MAX_URL = 2048;

/** Addresses, and the files behind them: icons of the size they are named for, and with a build, every file. */
export function checkFiles(root: XmlElement, options: ManifestOptions): readonly Problem[] {
  const site = siteOf(root);
  const links = [...readLinks(root)];
  return [
    ...links.flatMap((link) => checkLink(link, site)),
    ...checkIcons(root, site, options.build ?? options.source),
    ...(options.build === null ? [] : checkBuild(links, site, options.build)),
  ];
}

/** Where the add-in is served from: the address of the pane without the page. */
function siteOf(root: XmlElement): string {
  const page = findPath(root, "DefaultSettings/SourceLocation")?.attributes.get("DefaultValue");
  return (page ?? "").replace(/[^/]*$/u, "");
}

function* readLinks(root: XmlElement): Generator<Link> {
  for (const element of descendants(root)) {
    for (const name of ["DefaultValue", "Value", "Url", "ResourcesUrl"]) {
      const value = element.attributes.get(name);
      if (value !== undefined && isLink(element, value)) yield { url: value, line: element.line };
    }
    if (element.name === "AppDomain") yield { url: element.text.trim(), line: element.line };
  }
}

function isLink(element: XmlElement, value: string): boolean {
  const holder = element.name === "Override" ? element.parent?.name : element.name;
  const isAddress = ["Image", "Url", "ExtendedOverrides", "SourceLocation"].includes(holder ?? "");
  return isAddress || (holder ?? "").endsWith("Url") || /^[a-z][a-z0-9+.-]*:\/\//iu.test(value);
}

function checkLink({ url, line }: Link, site: string): readonly Problem[] {
  if (!URL.canParse(url)) return [{ line, message: `not an absolute address: ${url}` }];
  if (new URL(url).protocol !== "https:")
    return [{ line, message: `Office loads nothing but https: ${url}` }];
  if (url.length > MAX_URL) return [{ line, message: `address longer than ${MAX_URL}: ${url}` }];
  if (!`${url}/`.startsWith(site))
    return [{ line, message: `not on the add-in's own site ${site}: ${url}` }];
  return [];
}

function checkIcons(root: XmlElement, site: string, read: ReadFile): readonly Problem[] {
  const problems: Problem[] = [];
  const images = new Map(
    findAll(root, "Image").flatMap((image) => {
      const id = image.attributes.get("id");
      return id === undefined ? [] : [[id, image.attributes.get("DefaultValue") ?? ""] as const];
    })
  );
  const expect = (line: number, url: string | undefined, size: number) => {
    if (url?.startsWith(site) !== true) return;
    const file = read(pathOf(url, site));
    const actual = file === undefined ? undefined : readPngSize(file);
    if (file === undefined) problems.push({ line, message: `icon not found: ${url}` });
    else if (actual === undefined) problems.push({ line, message: `no PNG: ${url}` });
    else if (actual.width !== size || actual.height !== size)
      problems.push({
        line,
        message: `${url} is ${actual.width} × ${actual.height}, declared ${size} × ${size}`,
      });
  };
  for (const icon of findAll(root, "Icon")) {
    const sizes = icon.children.map((image) => Number(image.attributes.get("size")));
    for (const size of REQUIRED_SIZES) {
      if (!sizes.includes(size))
        problems.push({ line: icon.line, message: `<Icon> lacks the size ${size}` });
    }
    for (const image of icon.children) {
      expect(
        image.line,
        images.get(image.attributes.get("resid") ?? ""),
        Number(image.attributes.get("size"))
      );
    }
  }
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    const element = findPath(root, name);
    if (element !== undefined) expect(element.line, element.attributes.get("DefaultValue"), size);
  }
  return problems;
}

function checkBuild(links: readonly Link[], site: string, read: ReadFile): readonly Problem[] {
  return links
    .filter(({ url }) => url.startsWith(site) && url.length > site.length)
    .filter(({ url }) => read(pathOf(url, site)) === undefined)
    .map(({ url, line }) => ({ line, message: `not in the build: ${pathOf(url, site)}` }));
}

function pathOf(url: string, site: string): string {
  return decodeURIComponent(url.slice(site.length).replace(/[?#].*$/u, ""));
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height out of a PNG's first chunk; undefined for anything else. */
function readPngSize(
  file: Uint8Array
): { readonly width: number; readonly height: number } | undefined {
  if (file.length < 24 || PNG_SIGNATURE.some((byte, index) => file[index] !== byte))
    return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
