import type { Environment, Service } from "./model";

/** A DNS name, or one with `*` in place of its first label. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Entries of `allowedHosts` that are no host. */
export function wrongHosts({
  allowedHosts = {},
}: Environment): { readonly service: string; readonly host: string }[] {
  return Object.entries(allowedHosts).flatMap(([service, hosts]) =>
    hosts.filter((host) => !HOST.test(host)).map((host) => ({ service, host })),
  );
}

/**
 * Hosts of a service that belong to other environments.
 * @param all every environment
 */
export function hostsOfOthers(
  service: Service,
  own: Environment,
  all: readonly Environment[],
): readonly string[] {
  const others = all.filter(({ name }) => name !== own.name);
  return [...new Set(others.flatMap(({ allowedHosts }) => allowedHosts?.[service] ?? []))].sort();
}

/**
 * A regular expression, as Terraform's `regex` reads it, of addresses on one of the hosts: `host`, `host:port`,
 * `https://host:port/path`, `ssh://user@host`.
 */
export function addressPattern(hosts: readonly string[]): string {
  const each = hosts.map((host) => host.replaceAll(".", "[.]").replace(/^\*/, "[^./@:]+"));
  return `^([a-z]+://)?([^@/]*@)?(${each.join("|")})(:[0-9]+)?(/.*)?$`;
}
