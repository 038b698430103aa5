import { HostError, unknownMember } from "./host-error.ts";
import { toLocation } from "./members.ts";
import type { Members } from "./members.ts";
import { Instance } from "./model.ts";
import type { World } from "./model.ts";
import { identityOf, ObjectPaths } from "./object-paths.ts";
import { queryObject, toCamelCase, toWireName } from "./query.ts";
import { ACTION } from "./wire.ts";
import type { Json, WireAction, WireAnswer, WireError, WireRequest } from "./wire.ts";

/** Carries out a batch, action by action, and stops at the first that fails; what was done before stays done. */
export function runBatch(world: World, members: Members, request: WireRequest): WireAnswer {
  const paths = new ObjectPaths(world, members, request.ObjectPaths);
  const results: { ActionId: number; Value: Json }[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      const value = runAction(paths, members, action);
      if (action.ActionType === ACTION.trace) traceIds.push(action.Id);
      results.push({ ActionId: action.Id, Value: value });
    } catch (error) {
      return { Results: results, TraceIds: traceIds, Error: toWireError(error, index) };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

function runAction(paths: ObjectPaths, members: Members, action: WireAction): Json {
  if (action.ActionType === ACTION.trace) return null;
  const instance = paths.resolve(action.ObjectPathId);
  if (action.ActionType === ACTION.instantiate) return identityOf(instance);
  if (instance === null) return null;
  switch (action.ActionType) {
    case ACTION.query:
      return queryObject(members, instance, action.QueryInfo ?? {});
    case ACTION.queryAsJson:
      return toCamelCase(queryObject(members, instance, action.QueryInfo ?? {}));
    case ACTION.method: {
      const result = paths.call(instance, action.Name, action.ArgumentInfo);
      return result instanceof Instance ? identityOf(result) : result;
    }
    case ACTION.setProperty: {
      const args = paths.arguments(instance, action.Name, action.ArgumentInfo);
      writeScalar(members, instance, action.Name, args.json(0));
      return null;
    }
    case ACTION.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {}))
        writeScalar(members, instance, toWireName(name), value);
      return null;
    default:
      throw unknownMember(`action type ${action.ActionType}`);
  }
}

function writeScalar(members: Members, instance: Instance, name: string, value: Json): void {
  const scalar = members.scalar(instance, name);
  const member = toLocation(instance, name);
  if (scalar.write === undefined)
    throw new HostError("ApiNotFound", `emulator: ${member} cannot be set`, member);
  scalar.write(instance.state, value, member);
}

function toWireError(error: unknown, index: number): WireError {
  if (error instanceof HostError)
    return {
      Code: error.code,
      Message: error.message,
      Location: error.location,
      ActionIndex: index,
      HttpStatusCode: error.code === "ItemNotFound" || error.code === "ApiNotFound" ? 404 : 400,
    };
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    Code: "GeneralException",
    Message: `emulator: its own fault: ${detail}`,
    Location: "",
    ActionIndex: index,
    HttpStatusCode: 500,
  };
}
