import type { OptionStack } from "./stack";

/** A label of every cloud: what Google, the strictest, takes. */
const LABEL = "^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$";

/**
 * What every resource of a cloud carries: whose it is, what it is part of, and in an environment that is thrown away
 * the day on which it may go. Owner and day are the deployer's: a day taken from the clock would change with every
 * synth.
 */
export function tagsOf(stack: OptionStack): Record<string, string> {
  const { name, keepsData } = stack.environment;
  const owner = stack.input(
    "owner",
    "string",
    "Team that answers for it, as a label, for example team-travel",
  );
  owner.addValidation({
    condition: `\${can(regex("${LABEL}", var.owner))}`,
    errorMessage: "owner must be 1 to 63 lower-case letters, digits, '-' and '_'.",
  });
  const tags = {
    project: "weighbridge",
    option: stack.node.id,
    environment: name,
    owner: owner.stringValue,
  };
  return keepsData ? tags : { ...tags, expires_on: dayOfExpiry(stack) };
}

function dayOfExpiry(stack: OptionStack): string {
  const day = stack.input("expires_on", "string", "Day on which it may be deleted, for example 2027-01-31");
  day.addValidation({
    condition: '${can(formatdate("YYYY-MM-DD", "${var.expires_on}T00:00:00Z"))}',
    errorMessage: "expires_on must be a day, written as 2027-01-31.",
  });
  return day.stringValue;
}
