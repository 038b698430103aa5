import type { Arguments } from "./arguments.ts";
import type { ClassName, Instance, States } from "./model.ts";
import type { Json } from "./wire.ts";

/**
 * What a class of the model can do. Names are those on the wire (Pascal case). `since` is the ExcelApi set a member
 * came with, or null where it belongs to the library's own plumbing and has no set.
 * Members are methods, not function properties, so that a table of one class fits where any table is asked for.
 */
export interface ClassTable<State> {
  /** What an Instantiate answers, so that the library can find the object again. */
  identity?(state: State): Record<string, Json>;
  readonly scalars?: Readonly<Record<string, Scalar<State>>>;
  readonly links?: Readonly<Record<string, Link<State>>>;
  readonly methods?: Readonly<Record<string, Method<State>>>;
  /** Collections only. */
  items?(state: State): readonly Instance[];
  /** Collections only: the indexer (getItem). */
  item?(state: State, args: Arguments): Instance;
}

export type Since = string | null;

export interface Scalar<State> {
  readonly since: Since;
  read?(state: State): Json;
  write?(state: State, value: Json, location: string): void;
}

export interface Link<State> {
  readonly since: Since;
  follow(state: State): Instance | null;
}

export interface Method<State> {
  readonly since: Since;
  call(state: State, args: Arguments): Instance | Json;
}

export type ClassTables = { readonly [K in ClassName]: ClassTable<States[K]> };
