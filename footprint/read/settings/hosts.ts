/** A host after a scheme or credentials, `redis://cache/0`, or before a port, `cache:6379`. */
const AFTER = /\/\/(?:[^/@\s]*@)?([a-z0-9][\w.-]*)/gi;
const BEFORE = /(?:^|[/@\s,;="'[])([a-z0-9][\w.-]*):\d+/gi;
const WHOLE = /^[a-z0-9][\w.-]*$/i;

/** Settings that say where telemetry goes: it is dropped without a receiver, and nothing waits. */
const TELEMETRY = /^OTEL_/;

/**
 * Names in settings that may be hosts: in a URL, before a port, or alone. Names in a list without ports are none:
 * members of a cluster are listed so, and one of them does not need each of the others.
 */
export function hostsIn(settings: Iterable<readonly [name: string, value: string | undefined]>): Set<string> {
  const found = new Set<string>();
  for (const [name, value = ""] of settings) {
    if (TELEMETRY.test(name)) continue;
    if (WHOLE.test(value)) found.add(value);
    if (!value.includes(":") && !value.includes("//")) continue;
    for (const [, host] of [...value.matchAll(AFTER), ...value.matchAll(BEFORE)]) if (host) found.add(host);
  }
  return found;
}

/** A member of a list, without scheme, credentials, number and port: `https://a:9300`, `1@kafka-1:9093`. */
const MEMBER = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?([a-z0-9][\w.-]*)(?::\d+)?\/?$/i;

/** Names in settings that are lists of hosts and of nothing else: the members of a cluster. */
export function membersIn(
  settings: Iterable<readonly [name: string, value: string | undefined]>,
): Set<string> {
  const found = new Set<string>();
  for (const [name, value = ""] of settings) {
    if (TELEMETRY.test(name) || !value.includes(",")) continue;
    const members = value
      .replace(/^\[|\]$/g, "")
      .split(",")
      .map((each) => MEMBER.exec(each.trim().replace(/^"|"$/g, ""))?.[1]);
    for (const member of members) if (member !== undefined && !members.includes(undefined)) found.add(member);
  }
  return found;
}
