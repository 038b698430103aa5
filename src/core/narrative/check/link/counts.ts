import type { Figure } from "../figures/figure.ts";
import type { Sentence } from "../text/sentences.ts";
import { addClaim, addUnverifiable } from "./link-context.ts";
import type { LinkContext } from "./link-context.ts";

const ZONES =
  /^(?<kind>省级|国家级|工业类|农业类|文旅类|服务业类|综合类|工业|农业)?(?:[一-龥]{0,4}?)(?:开发区|示范区|园区|经开区|高新区)/u;

/** Zones that are named together with their kind: 万荣、临猗农业示范区. */
const NAMED =
  /((?:[一-龥]{2,4}、){1,8}[一-龥]{2,4})(工业|农业|文旅|服务业|现代农业)(?:类|产业)?(?:示范区|开发区)/gu;

interface Named {
  readonly kind: string;
  readonly zones: readonly string[];
}

/** 12个省级开发区 = 10个工业类开发区 + the zones of other kinds that are named. */
export function linkZoneCounts(context: LinkContext, sentences: readonly Sentence[]): void {
  const byArticle = new Map<number, Figure[]>();
  for (const figure of context.figures) {
    if (figure.head !== null || figure.unit?.name !== "个" || kindOf(figure) === undefined)
      continue;
    const { article } = figure.sentence;
    byArticle.set(article, [...(byArticle.get(article) ?? []).slice(-60), figure]);
  }
  if (byArticle.size === 0) return;
  const named = namedZones(context, sentences);
  for (const [article, counted] of byArticle) {
    for (const figure of counted) {
      if (context.claimed.has(figure)) continue;
      const kind = kindOf(figure);
      if (kind === "all") linkTotal(context, figure, counted, named.get(article) ?? []);
      else
        linkSame(
          context,
          figure,
          counted.filter((other) => kindOf(other) === kind)
        );
    }
  }
}

function namedZones(
  context: LinkContext,
  sentences: readonly Sentence[]
): ReadonlyMap<number, readonly Named[]> {
  const named = new Map<number, Named[]>();
  for (const { start, end, article } of sentences) {
    for (const match of context.clean.text.slice(start, end).matchAll(NAMED)) {
      const list = named.get(article) ?? [];
      list.push({
        kind: (match[2] ?? "").replace("现代", ""),
        zones: (match[1] ?? "").split("、"),
      });
      named.set(article, list);
    }
  }
  return named;
}

/** What kind of zones a number counts by the words behind it; "all" for zones of any kind, undefined for other things. */
export function kindOf(figure: Figure): string | undefined {
  const match = ZONES.exec(figure.tail);
  if (match === null) return undefined;
  // 3个开发区实现正增长 counts some of them.
  if (
    /^[一-龥]{0,8}(?:开发区|示范区|园区)(?:增速|增长|实现|呈|高于|低于|完成|未|达到|超)/u.test(
      figure.tail
    )
  )
    return undefined;
  const kind = match.groups?.["kind"];
  return kind === undefined || kind === "省级" || kind === "国家级"
    ? "all"
    : kind.replace("类", "");
}

function linkTotal(
  context: LinkContext,
  figure: Figure,
  counted: readonly Figure[],
  groups: readonly Named[]
): void {
  const kinds = new Map<string, Figure>();
  for (const other of counted) {
    const kind = kindOf(other);
    if (kind !== undefined && kind !== "all" && !kinds.has(kind)) kinds.set(kind, other);
  }
  const named = groups.find(({ kind }) => !kinds.has(kind))?.zones ?? [];
  const parts = [...kinds.values()];
  const total = parts.reduce((sum, part) => sum + part.value, 0) + named.length;
  const isWhole = parts.length > 0 && (parts.length > 1 || named.length > 0);
  if (isWhole && total === figure.value) {
    addClaim(context, figure, {
      kind: "count",
      verdict: "agrees",
      computed: { low: total, high: total },
      from: parts,
      arithmetic: `${[...parts.map(({ value }) => String(value)), ...named].join(" + ")} = ${total}`,
    });
    return;
  }
  linkSame(
    context,
    figure,
    counted.filter((other) => kindOf(other) === "all")
  );
}

/** The same number of zones said twice agrees; said differently it may be another scope. */
function linkSame(context: LinkContext, figure: Figure, same: readonly Figure[]): void {
  const other = same.find((each) => each !== figure);
  if (other === undefined) {
    addUnverifiable(context, figure, "count", "members");
    return;
  }
  const agrees = other.value === figure.value;
  addClaim(context, figure, {
    kind: "count",
    verdict: agrees ? "agrees" : "unverifiable",
    computed: { low: other.value, high: other.value },
    from: [other],
    arithmetic: `${figure.value} ${agrees ? "=" : "≠"} ${other.value}`,
  });
}
