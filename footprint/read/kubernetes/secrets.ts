import type { Secret } from "../../model";
import type { Cursor } from "../terraform/cursor";
import { isUnresolved } from "../terraform/template";
import { isObject } from "../text/value";
import type { KubernetesObject } from "./object";

/** Members of a Secret that have values, in Terraform's and in Kubernetes' words. */
const VALUES = ["data", "stringData", "binaryData", "dataWo", "binaryDataWo"];

/** Stores of the providers of the Secrets Store CSI driver. */
const CSI_PROVIDERS: Readonly<Record<string, string>> = {
  aws: "aws secrets manager",
  azure: "azure key vault",
  gcp: "google secret manager",
  vault: "vault",
};

/** Reads a Kubernetes Secret: whether a value is in the document, never the value. */
export function kubernetesSecret({ id, name, body }: KubernetesObject): Secret {
  return { id, name, store: "kubernetes", valueInDocument: VALUES.some((key) => holdsValue(body.at(key))) };
}

/** Reads a SecretProviderClass of the Secrets Store CSI driver. */
export function secretProviderClass({ id, name, body }: KubernetesObject): Secret {
  const provider = body.at("spec").text("provider") ?? "secrets store";
  const store = Object.hasOwn(CSI_PROVIDERS, provider) ? (CSI_PROVIDERS[provider] ?? provider) : provider;
  return { id, name, store, valueInDocument: false };
}

/** Reads an ExternalSecret of the External Secrets Operator. */
export function externalSecret({ id, name, body }: KubernetesObject): Secret {
  const store = body.at("spec").at("secretStoreRef").text("name");
  return { id, name, store: store === undefined ? "external" : `external: ${store}`, valueInDocument: false };
}

function holdsValue({ value }: Cursor): boolean {
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, each]) => key !== "//" && isLiteral(each));
}

/** True for a value in plain text. */
function isLiteral(value: unknown): boolean {
  return typeof value === "string"
    ? value !== "" && !isUnresolved(value)
    : value !== null && value !== undefined;
}
