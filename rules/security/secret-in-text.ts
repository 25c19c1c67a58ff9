import { withoutCredentials } from "../../footprint/read/text/redact";
import type { Hit, Rule } from "../rule";
import { at, isMap, isUnresolved, listAt, type Subject, textAt } from "../subject";
import { KSV } from "./sources";

/** Names of variables and keys whose value is a credential. */
const NAME =
  /(?:^|[_.-])(?:password|passwd|passphrase|pwd|secret|token|api[-_]?key|apikey|access[-_]?key|secret[-_]?key|private[-_]?key|credentials?|auth[-_]?key|client[-_]?secret)$/i;
/** Values that name another place, or are no secret: a path, a reference, a flag, a number. */
const HARMLESS = /^(?:\/|\.\.?\/|[a-z]+:\/\/[^@]*$|\$[({]|(?:true|false|yes|no|none|null|\d+)$)/i;

export const secretInText: Rule = {
  id: "WB019",
  name: "secret-in-text",
  severity: "error",
  securitySeverity: 8,
  problem: "A variable or a ConfigMap has a credential in plain text.",
  reason: "Whoever may read the workload, the repository or the state may read it.",
  fix: "Put it into a Secret, better into a secret store, and refer to it.",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/",
  others: [
    "kube-linter env-var-secret",
    "polaris sensitiveContainerEnvVar",
    "polaris sensitiveConfigmapContent",
    `${KSV}0109`,
  ],
  *find(subject) {
    yield* inVariables(subject);
    yield* inConfigMaps(subject);
  },
};

function* inVariables({ containers }: Subject): Generator<Hit> {
  for (const { pod, name, path, value } of containers)
    for (const [index, variable] of listAt(value, "env").entries()) {
      const key = textAt(variable, "name") ?? "";
      if (!isCredential(key, textAt(variable, "value"))) continue;
      yield {
        on: pod.object,
        part: `${name} ${key}`,
        path: [...path, "env", index],
        text: `container ${name}: variable ${key} contains a credential`,
      };
    }
}

function* inConfigMaps({ objects }: Subject): Generator<Hit> {
  for (const object of objects.of("ConfigMap")) {
    const data = at(object.value, "data");
    if (!isMap(data)) continue;
    for (const [key, value] of Object.entries(data))
      if (typeof value === "string" && isCredential(key, value))
        yield { on: object, part: key, path: ["data", key], text: `key ${key} contains a credential` };
  }
}

function isCredential(name: string, value: string | undefined): boolean {
  if (value === undefined || value.trim() === "" || isUnresolved(value)) return false;
  if (NAME.test(name) && !HARMLESS.test(value.trim())) return true;
  // One line: files of configuration name credentials that they take from elsewhere.
  return KEY.test(value) || (!value.includes("\n") && URL_WITH_PASSWORD.test(value) && isRedacted(value));
}

const KEY =
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\b(?:gh[pousr]_|github_pat_|glpat-|xox[abp]-|sk_live_)[\w-]{10,}/;
/** A password in a URL; one of a shell's or Kubernetes' references is none. */
const URL_WITH_PASSWORD = /:\/\/[^\s/:@]*:[^\s/@$%{<]+@/;

function isRedacted(value: string): boolean {
  return withoutCredentials(value) !== value;
}
