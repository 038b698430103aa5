import { Arguments } from "./arguments.ts";
import type { Argument } from "./arguments.ts";
import { SERVICES, tableOf } from "./class-tables.ts";
import { keepAreas } from "./classes/range-areas.ts";
import { keepRange } from "./classes/range.ts";
import { HostError, unknownMember } from "./host-error.ts";
import { toLocation } from "./members.ts";
import type { Members } from "./members.ts";
import { Instance } from "./model.ts";
import type { World } from "./model.ts";
import { isList, PATH } from "./wire.ts";
import type { Json, WireArguments, WirePath } from "./wire.ts";

/**
 * The object paths of one request. A path is resolved once a request, so that a method with a side effect
 * (worksheets.add) is carried out once; everything below a null object is a null object.
 */
export class ObjectPaths {
  private readonly resolved = new Map<number, Instance | null>();

  constructor(
    private readonly world: World,
    private readonly members: Members,
    private readonly paths: Readonly<Record<string, WirePath>>
  ) {}

  resolve(id: number): Instance | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (path === undefined)
      throw new HostError("InvalidObjectPath", `There is no object path ${id}.`, "");
    const instance = this.follow(path);
    this.resolved.set(id, instance);
    return instance;
  }

  /** Calls a method; _KeepReference belongs to the path, not to the class, as the reference is the path's own. */
  call(instance: Instance, name: string, info: WireArguments | undefined): Instance | Json {
    const method = this.members.method(instance, name);
    if (name === "_KeepReference") {
      keep(instance);
      return null;
    }
    return method.call(instance.state, this.arguments(instance, name, info));
  }

  arguments(instance: Instance, name: string, info: WireArguments | undefined): Arguments {
    const references = info?.ReferencedObjectPathIds;
    const values = (info?.Arguments ?? []).map((value, i) => this.argument(value, references?.[i]));
    return new Arguments(values, toLocation(instance, name));
  }

  private argument(value: Json, reference: Json | undefined): Argument {
    if (typeof reference === "number" && reference > 0) return this.resolve(reference);
    if (isList(value) && isList(reference))
      return value.map((item, i) => this.argument(item, reference[i]));
    return value;
  }

  private follow(path: WirePath): Instance | null {
    if (path.ObjectPathType === PATH.root) return new Instance("Workbook", { world: this.world });
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.newObject) return this.service(path.Name);
    if (path.ObjectPathType === PATH.reference) return this.reference(path.Name);
    const parent =
      path.ParentObjectPathId === undefined ? null : this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.property:
        return this.members.link(parent, path.Name).follow(parent.state);
      case PATH.method: {
        const result = this.call(parent, path.Name, path.ArgumentInfo);
        return result instanceof Instance ? result : null;
      }
      case PATH.indexer: {
        const table = tableOf(parent);
        if (table.item === undefined) throw unknownMember(`${parent.className}.getItem`);
        return table.item(parent.state, this.arguments(parent, "GetItem", path.ArgumentInfo));
      }
      default:
        throw unknownMember(`object path type ${path.ObjectPathType}`);
    }
  }

  private service(name: string): Instance {
    const className = SERVICES[name];
    if (className === undefined) throw unknownMember(`new ${name}`);
    return new Instance<"CustomFunctions">(className as "CustomFunctions", { world: this.world });
  }

  private reference(id: string): Instance {
    const instance = this.world.references.find(id);
    if (instance === undefined)
      throw new HostError(
        "InvalidReference",
        "This reference is not valid for the current operation.",
        ""
      );
    return instance;
  }
}

function keep(instance: Instance): void {
  if (instance.referenceId !== null) return;
  if (instance.isA("Range")) instance.referenceId = keepRange(instance);
  else if (instance.isA("RangeAreas")) instance.referenceId = keepAreas(instance);
}

/** What an Instantiate answers: how the library is to find the object again; null for a null object. */
export function identityOf(instance: Instance | null): Json {
  if (instance === null) return null;
  const identity = tableOf(instance).identity?.(instance.state) ?? {};
  return instance.referenceId === null
    ? identity
    : { ...identity, _ReferenceId: instance.referenceId };
}
