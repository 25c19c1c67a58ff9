import { createHash } from "node:crypto";
import type { Hit, Place } from "./hit";
import type { Rule } from "./rule";

/** A hit of a rule on an option. */
export interface Finding extends Place {
  /** Id of the option, or name of the input. */
  readonly option: string;
  readonly rule: Rule;
  readonly resource: string;
  /** Terraform address, where the resource has one that is not its name. */
  readonly address?: string;
  readonly part?: string;
  readonly text: string;
  /** Stable while the rule, the option, the resource and the part are the same: neither lines nor values are in it. */
  readonly fingerprint: string;
}

/** The finding of a hit. @param seen fingerprints so far, each with the number of its findings */
export function findingOf(option: string, rule: Rule, hit: Hit, seen: Map<string, number>): Finding {
  const { on, part, text, path = [] } = hit;
  const { resource, address } = on;
  const base = fingerprintOf(option, rule.id, resource, part ?? "");
  const number = seen.get(base) ?? 0;
  seen.set(base, number + 1);
  return {
    option,
    rule,
    resource,
    address: address === resource ? undefined : address,
    part,
    text,
    fingerprint: number === 0 ? base : fingerprintOf(base, String(number)),
    ...on.placeOf?.(path),
  };
}

function fingerprintOf(...parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);
}
