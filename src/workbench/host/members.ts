import type { Link, Method, Scalar, Since } from "./class-table.ts";
import { tableOf } from "./class-tables.ts";
import type { Faults } from "./faults.ts";
import { HostError, unknownMember } from "./host-error.ts";
import type { HostSettings } from "./host-options.ts";
import type { ClassName, Instance, States } from "./model.ts";
import { isAnnounced } from "./requirements.ts";

type AnyState = States[ClassName];

/**
 * Finds members of objects, and refuses those that do not exist: unknown to the emulator, newer than the requirement set
 * the host announces, or withheld. The library itself checks nothing of this.
 */
export class Members {
  constructor(
    private readonly settings: HostSettings,
    private readonly faults: Faults,
    private readonly used: (member: string) => void
  ) {}

  scalar(instance: Instance, name: string): Scalar<AnyState> {
    return this.require(instance, name, tableOf(instance).scalars?.[name]);
  }

  link(instance: Instance, name: string): Link<AnyState> {
    return this.require(instance, name, tableOf(instance).links?.[name]);
  }

  method(instance: Instance, name: string): Method<AnyState> {
    return this.require(instance, name, tableOf(instance).methods?.[name]);
  }

  /** A scalar or a link of this name, whichever the class has. */
  property(
    instance: Instance,
    name: string
  ): { readonly scalar: Scalar<AnyState> } | { readonly link: Link<AnyState> } {
    const table = tableOf(instance);
    const scalar = table.scalars?.[name];
    if (scalar !== undefined) return { scalar: this.require(instance, name, scalar) };
    return { link: this.require(instance, name, table.links?.[name]) };
  }

  private require<M extends { readonly since: Since }>(
    instance: Instance,
    name: string,
    member: M | undefined
  ): M {
    const full = `${instance.className}.${name}`;
    if (member === undefined) throw unknownMember(full);
    if (
      !isAnnounced(this.settings.requirementSets, member.since) ||
      this.settings.withheld.has(full)
    )
      throw new HostError(
        "ApiNotFound",
        `The API ${full} is not found on this host.`,
        toLocation(instance, name)
      );
    this.used(full);
    this.faults.member(full);
    return member;
  }
}

/** As Excel names a member: Range.getRowProperties. */
export function toLocation(instance: Instance, name: string): string {
  return `${instance.className}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
