import type { Cursor } from "../terraform/cursor";
import { isObject, textOf } from "../text/value";

/** A variable of the environment. */
export type Setting = readonly [name: string, value: string];

/** Variables of a service's tasks, which are in a map. */
export function serviceSettings(spec: Cursor): Setting[] {
  const variables = spec.at("env").value;
  const entries = isObject(variables) ? Object.entries(variables) : [];
  return entries.map(([name, value]) => [name, textOf(value)]);
}

/** Variables of a container, which are in a list as `NAME=value`; one without a value is taken from the host. */
export function containerSettings(body: Cursor): Setting[] {
  return body.texts("env").flatMap((text): Setting[] => {
    const at = text.indexOf("=");
    return at < 0 ? [] : [[text.slice(0, at), text.slice(at + 1)]];
  });
}
