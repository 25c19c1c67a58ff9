import type { Read } from "./subject";

/** Filters of a scope, in addition to the environment. */
export interface ScopeOptions {
  /**
   * Whether the metric carries the service's tag.
   * @default true
   */
  readonly service?: boolean;
  /**
   * Further tags, for example `reason:oomkilled`.
   * @default - none
   */
  readonly tags?: readonly string[];
}

/** The filter of a Datadog query: `{env:production AND service:f3}`. */
export function datadogScope(read: Read, { service = true, tags = [] }: ScopeOptions = {}): string {
  const parts = [`env:${read("environment")}`, ...(service ? [`service:${read("service")}`] : []), ...tags];
  return `{${parts.join(" AND ")}}`;
}
