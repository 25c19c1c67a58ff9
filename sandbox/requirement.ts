import { recordSkipped } from "./checked/record";

/** Ids of stacks, as titles of tests have them. */
const STACK = /\b(?:partner|critter|laravel|shop|f3)-[a-z0-9-]+/g;

/** Something outside of this repository that a test cannot do without. */
export interface Requirement {
  readonly name: string;
  /** Why it cannot be had; undefined when it is there. */
  readonly missing: string | undefined;
}

/** A program or file that is there when its path is known. */
export function required(name: string, path: string | undefined): Requirement {
  return {
    name,
    missing: path === undefined ? "not installed; run: node sandbox/install.mjs" : undefined,
  };
}

/**
 * `describe` where every requirement is met; else its tests are reported as skipped and one line says why.
 * A server that is installed and then fails to start is no reason to skip.
 */
export function describeWhen(requirements: readonly Requirement[], title: string, tests: () => void): void {
  const unmet = requirements.filter(({ missing }) => missing !== undefined);
  if (unmet.length === 0) {
    describe(title, tests);
    return;
  }
  for (const stack of title.match(STACK) ?? []) recordSkipped(stack, reasons(unmet));
  process.stderr.write(`sandbox: ${title}: skipped for want of ${reasons(unmet)}\n`);
  describe.skip(title, tests);
}

/** Names that share a reason are put together. */
function reasons(unmet: readonly Requirement[]): string {
  const namesByReason = new Map<string, string[]>();
  for (const { name, missing = "" } of unmet) {
    namesByReason.set(missing, [...(namesByReason.get(missing) ?? []), name]);
  }
  return [...namesByReason].map(([reason, names]) => `${names.join(", ")}: ${reason}`).join("; ");
}
