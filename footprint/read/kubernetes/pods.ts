import type { Workload } from "../../model";
import { byText } from "../../order";
import { connectionCapIn } from "../settings/connection-cap";
import { phpWorkersIn, runsNoServer } from "../settings/php-workers";
import type { Cursor } from "../terraform/cursor";
import { isObject } from "../text/value";
import { Named } from "./named";
import type { KubernetesObject } from "./object";

/** Texts of a ConfigMap, in the order of its file names. */
interface ConfigText {
  readonly name: string;
  readonly namespace?: string;
  readonly texts: readonly string[];
}

/** Texts of the document's ConfigMaps, by name. */
export type ConfigTexts = Named<ConfigText>;

/** What of the ConfigMaps a pod may read. */
export function configTexts(objects: readonly KubernetesObject[]): ConfigTexts {
  const found = objects
    .filter(({ type }) => type === "ConfigMap")
    .map(({ name, namespace, body }): ConfigText => {
      const data = body.at("data").value;
      const files = isObject(data) ? Object.entries(data).sort(([a], [b]) => byText(a, b)) : [];
      const texts = files.flatMap(([, text]) => (typeof text === "string" ? [text] : []));
      return { name, namespace, texts };
    });
  return new Named(found, ({ name }) => name);
}

/** A variable of a container's environment; without a value where it comes from a Secret or a field of the pod. */
export type Setting = readonly [name: string, value: string | undefined];

/** Variables of all of a pod's containers. */
export function settingsOf(containers: readonly Cursor[]): Setting[] {
  return containers.flatMap((container) =>
    container.items("env").map((each) => [each.text("name") ?? "", textOf(each)] as const),
  );
}

/** What a pod can do at once: PHP workers, and connections to the server behind it. */
export function podCapacity(
  object: KubernetesObject,
  pod: Cursor,
  containers: readonly Cursor[],
  configs: ConfigTexts,
  settings: readonly Setting[],
): Pick<Workload, "phpWorkers" | "connectionCap"> {
  const mounted = pod.items("volumes").flatMap((volume) => {
    const name = volume.at("configMap").text("name");
    const found = name === undefined ? [] : configs.find(name, object.namespace);
    return found.length === 1 ? found.flatMap(({ texts }) => texts) : [];
  });
  const inSettings = settings.flatMap(([, value]) => value ?? []);
  const workers = phpWorkersIn([...mounted, ...inSettings]);
  const none = containers.length > 0 && containers.every(runsNoServer) ? 0 : undefined;
  return {
    phpWorkers: workers ?? none,
    connectionCap: connectionCapIn(settings),
  };
}

function textOf(variable: Cursor): string | undefined {
  return variable.at("value").present ? variable.text("value") : undefined;
}
