import type { Workload } from "../../model";
import { connectionCapIn } from "../connection-cap";
import type { Cursor } from "../cursor";
import { phpWorkersIn, runsNoServer } from "../php-workers";
import { given, isObject } from "../value";
import type { DockerContext } from "./thing";

type Capacity = Pick<Workload, "phpWorkers" | "connectionCap">;

/** What one task of a service can do at once, as its configs and its environment say. */
export function serviceCapacity(spec: Cursor, { configText }: DockerContext): Capacity {
  const configs = spec.items("configs").flatMap((each) => configText(each.text("config_id") ?? "") ?? []);
  const variables = spec.at("env").value;
  const settings = isObject(variables) ? Object.entries(variables) : [];
  return capacity(
    spec,
    configs,
    settings.map(([name, value]) => [name, String(value)] as const),
  );
}

/** What a container can do at once, as its environment says: a list of `NAME=value`. */
export function containerCapacity(body: Cursor): Capacity {
  const settings = body.texts("env").map((text) => {
    const at = text.indexOf("=");
    return at < 0 ? ([text, undefined] as const) : ([text.slice(0, at), text.slice(at + 1)] as const);
  });
  return capacity(body, [], settings);
}

function capacity(
  container: Cursor,
  configs: readonly string[],
  settings: readonly (readonly [string, string | undefined])[],
): Capacity {
  const workers = phpWorkersIn([...configs, ...settings.flatMap(([, value]) => value ?? [])]);
  return {
    ...given("phpWorkers", workers ?? (runsNoServer(container) ? 0 : undefined)),
    ...given("connectionCap", connectionCapIn(settings)),
  };
}
