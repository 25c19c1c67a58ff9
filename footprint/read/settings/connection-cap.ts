import type { Workload } from "../../model";

/** `Upstream__MaxConnectionsPerServer`, `HTTP_MAX_CONNECTIONS_PER_SERVER`: the name that .NET gives the setting. */
const SETTING = /(?:^|_)max_?connections_?per_?server$/i;

/**
 * The first of a pod's settings that caps its connections to the server behind it.
 *
 * @returns nothing where there is none, or where its value is no whole number
 * @see https://learn.microsoft.com/dotnet/api/system.net.http.socketshttphandler.maxconnectionsperserver
 */
export function connectionCapIn(
  settings: Iterable<readonly [name: string, value: string | undefined]>,
): Workload["connectionCap"] {
  for (const [setting, value] of settings) {
    if (SETTING.test(setting) && value !== undefined && /^\d{1,9}$/.test(value))
      return { setting, perPod: Number(value) };
  }
  return undefined;
}
