import type { Workload } from "../../model";
import { connectionCapIn } from "../settings/connection-cap";
import { phpWorkersIn, runsNoServer } from "../settings/php-workers";
import type { Cursor } from "../terraform/cursor";
import { containerSettings, type Setting, serviceSettings } from "./settings";
import type { DockerContext } from "./thing";

type Capacity = Pick<Workload, "phpWorkers" | "connectionCap">;

/** What one task of a service can do at once, as its configs and its environment say. */
export function serviceCapacity(spec: Cursor, { configText }: DockerContext): Capacity {
  const configs = spec.items("configs").flatMap((each) => configText(each.text("config_id") ?? "") ?? []);
  return capacity(spec, configs, serviceSettings(spec));
}

/** What a container can do at once, as its environment says. */
export function containerCapacity(body: Cursor): Capacity {
  return capacity(body, [], containerSettings(body));
}

function capacity(container: Cursor, configs: readonly string[], settings: readonly Setting[]): Capacity {
  const workers = phpWorkersIn([...configs, ...settings.map(([, value]) => value)]);
  return {
    phpWorkers: workers ?? (runsNoServer(container) ? 0 : undefined),
    connectionCap: connectionCapIn(settings),
  };
}
