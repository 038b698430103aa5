import { tableOf } from "./class-tables.ts";
import { HostError } from "./host-error.ts";
import type { Members } from "./members.ts";
import type { Instance } from "./model.ts";
import { isList, isRecord } from "./wire.ts";
import type { Json, WireQuery } from "./wire.ts";

type Answer = Record<string, Json>;

/** Load options: paths in the author's camel case (format/fill/color), "*" for every scalar. */
export function queryObject(members: Members, instance: Instance, query: WireQuery): Json {
  const selected = query.Select ?? [];
  const paths = (selected.length === 0 ? ["*"] : selected).map(toPath);
  const expanded = (query.Expand ?? []).map((path) => [...toPath(path), "*"]);
  return readPaths(members, instance, [...paths, ...expanded], query);
}

function toPath(path: string): string[] {
  return path.split(/[/.]/).filter((step) => step !== "");
}

function readPaths(
  members: Members,
  instance: Instance,
  paths: readonly (readonly string[])[],
  query: WireQuery
): Json {
  if ("items" in tableOf(instance)) return readItems(members, instance, paths, query);
  const answer: Answer = {};
  const below = new Map<string, string[][]>();
  for (const [first, ...rest] of paths) {
    if (first === undefined || first === "*" || first === "$all") {
      readScalars(members, instance, answer);
      continue;
    }
    const name = toWireName(first);
    const property = members.property(instance, name);
    if ("link" in property) {
      const paths = below.get(name) ?? [];
      paths.push(rest.length === 0 ? ["*"] : rest);
      below.set(name, paths);
    } else if (property.scalar.read === undefined) {
      throw new HostError(
        "NotImplemented",
        `emulator: ${instance.className}.${name} cannot be read`,
        `${instance.className}.${name}`
      );
    } else answer[name] = property.scalar.read(instance.state);
  }
  for (const [name, paths] of below) {
    const target = members.link(instance, name).follow(instance.state);
    answer[name] =
      target === null ? null : withIdentity(target, readPaths(members, target, paths, {}));
  }
  return answer;
}

/** Items carry their identity even where it was not asked for: the library finds their members by it. */
function readItems(
  members: Members,
  collection: Instance,
  paths: readonly (readonly string[])[],
  query: WireQuery
): Json {
  const all = tableOf(collection).items?.(collection.state) ?? [];
  const start = query.Skip ?? 0;
  const chosen = all.slice(start, query.Top === undefined ? undefined : start + query.Top);
  const below = paths.map((path) => (path[0]?.toLowerCase() === "items" ? path.slice(1) : path));
  return {
    _Items: chosen.map((item) => withIdentity(item, readPaths(members, item, below, {}))),
  };
}

function withIdentity(instance: Instance, answer: Json): Json {
  const identity = tableOf(instance).identity?.(instance.state) ?? {};
  return isRecord(answer) ? { ...identity, ...answer } : answer;
}

/** load() without names: every scalar this host has; those it lacks are left out, as Excel does. */
function readScalars(members: Members, instance: Instance, answer: Answer): void {
  for (const [name, known] of Object.entries(tableOf(instance).scalars ?? {})) {
    if (!("read" in known)) continue;
    try {
      const scalar = members.scalar(instance, name);
      answer[name] = scalar.read?.(instance.state) ?? null;
    } catch (error) {
      if (!(error instanceof HostError) || error.code !== "ApiNotFound") throw error;
    }
  }
}

export function toWireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What retrieve() gets: the same in camel case. */
export function toCamelCase(value: Json): Json {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name === "_Items" && isList(inner)) return ["items", inner.map(toCamelCase)];
      const camel = name.startsWith("_") ? name : name.charAt(0).toLowerCase() + name.slice(1);
      return [camel, toCamelCase(inner)];
    })
  );
}
