import { hostsIn } from "../../footprint/read/settings/hosts";
import { at, isMap, listAt, type Pod, type PodContainer, type Subject, textAt, textsAt } from "../subject";

/** A setting of a pod: a variable, or a key of a ConfigMap that gives it variables. */
export type PodSetting = readonly [name: string, value: string];

/** Settings whose value is in the input. */
export function settingsOf(pod: Pod, subject: Subject): PodSetting[] {
  return pod.containers.flatMap((container) => settingsOfContainer(container, subject));
}

function settingsOfContainer({ value, pod }: PodContainer, { objects }: Subject): PodSetting[] {
  const config = (name: string | undefined) =>
    textsAt(objects.find("ConfigMap", pod.object.namespace, name ?? "")?.value, "data");
  const own = listAt(value, "env").flatMap((variable): PodSetting[] => {
    const name = textAt(variable, "name") ?? "";
    const key = textAt(variable, "valueFrom", "configMapKeyRef", "key");
    const text =
      textAt(variable, "value") ??
      (key === undefined ? undefined : config(textAt(variable, "valueFrom", "configMapKeyRef", "name"))[key]);
    return text === undefined ? [] : [[name, text]];
  });
  const all = listAt(value, "envFrom").flatMap((source) =>
    Object.entries(config(textAt(source, "configMapRef", "name"))),
  );
  return [...own, ...all];
}

/** A Service that a setting names, and the port where it says so. */
export interface ServiceReference {
  readonly setting: string;
  readonly namespace: string;
  readonly service: string;
  readonly port?: number;
}

const SCHEMES: Readonly<Record<string, number>> = {
  amqp: 5672,
  amqps: 5671,
  http: 80,
  https: 443,
  mongodb: 27017,
  mysql: 3306,
  nats: 4222,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  rediss: 6379,
};

/** Services that the settings of a pod name: `db`, `db.shop`, `db.shop.svc.cluster.local`. */
export function serviceReferences(pod: Pod, subject: Subject): ServiceReference[] {
  return settingsOf(pod, subject).flatMap(([setting, value]) =>
    [...hostsIn([[setting, value]])].flatMap((host): ServiceReference[] => {
      const [service = "", namespace = pod.object.namespace] = host.split(".");
      if (subject.objects.find("Service", namespace, service) === undefined) return [];
      return [{ setting, namespace, service, port: portIn(value, host) }];
    }),
  );
}

function portIn(value: string, host: string): number | undefined {
  const escaped = host.replace(/[.]/g, "\\.");
  const [, port] = new RegExp(`${escaped}:(\\d+)`).exec(value) ?? [];
  if (port !== undefined) return Number(port);
  const [, scheme = ""] = new RegExp(`([a-z]+)://(?:[^/@\\s]*@)?${escaped}(?![\\w.-])`).exec(value) ?? [];
  return Object.hasOwn(SCHEMES, scheme) ? SCHEMES[scheme] : undefined;
}

/** All texts of a pod in which an address may be: settings, arguments, mounted files. */
export function textsOf(pod: Pod, subject: Subject): string {
  const { objects } = subject;
  const words = pod.containers.flatMap(({ value }) => [
    ...listAt(value, "command"),
    ...listAt(value, "args"),
  ]);
  const mounted = listAt(pod.spec, "volumes")
    .flatMap((volume) => [
      textAt(volume, "configMap", "name"),
      ...listAt(volume, "projected", "sources").map((source) => textAt(source, "configMap", "name")),
    ])
    .flatMap((name) => (name === undefined ? [] : [objects.find("ConfigMap", pod.object.namespace, name)]))
    .flatMap((object) => Object.values(textsAt(object?.value, "data")));
  return [...words.map(String), ...settingsOf(pod, subject).map(([, value]) => value), ...mounted].join("\n");
}

/** True where a pod gets settings or files that the input does not have: they may contain any address. */
export function hasHiddenSettings({ containers, spec }: Pod): boolean {
  return (
    containers.some(
      ({ value }) =>
        listAt(value, "envFrom").some((source) => isMap(at(source, "secretRef"))) ||
        listAt(value, "env").some((variable) => isMap(at(variable, "valueFrom", "secretKeyRef"))),
    ) || listAt(spec, "volumes").some((volume) => isMap(at(volume, "secret")) || isMap(at(volume, "csi")))
  );
}
