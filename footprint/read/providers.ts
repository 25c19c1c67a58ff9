import { AWS } from "./aws";
import { AZURE } from "./azure";
import { CLOUDAMQP } from "./cloudamqp";
import { DATADOG } from "./datadog";
import { DOCKER } from "./docker/types";
import { GOOGLE } from "./google";
import { KAFKA } from "./kafka";
import { HELM, KUBERNETES } from "./kubernetes/types";
import { PAGERDUTY } from "./pagerduty";
import { RABBITMQ } from "./rabbitmq";
import type { TerraformProvider, TerraformType } from "./terraform/type";
import { memoised } from "./text/memoised";
import { UTILITIES } from "./utilities";
import { VAULT } from "./vault";

/** All providers whose types are supported. */
export const PROVIDERS: readonly TerraformProvider[] = [
  AWS,
  AZURE,
  CLOUDAMQP,
  DATADOG,
  DOCKER,
  GOOGLE,
  HELM,
  KAFKA,
  KUBERNETES,
  PAGERDUTY,
  RABBITMQ,
  ...UTILITIES,
  VAULT,
];

/** A supported type and its provider. */
export interface SupportedType {
  readonly provider: TerraformProvider;
  readonly declared: TerraformType;
}

const FAMILY_SIGN = "*";

/** Looks up the declaration of a type: its own, else that of its family; undefined for an unsupported type. */
export function supportedType(type: string): SupportedType | undefined {
  return found(type).supported;
}

/** Answers are kept: most resources of most documents are of few types. */
const found = memoised((type) => ({ supported: reviewData(type) }), 1024, 128);

function reviewData(type: string): SupportedType | undefined {
  const provider = PROVIDERS_BY_NAME.get(type.slice(0, Math.max(type.indexOf("_"), 0)));
  if (provider === undefined) return undefined;
  const own = provider.declaredAs?.(type) ?? type;
  for (const types of provider.types) {
    const declared: TerraformType | undefined = Object.hasOwn(types, own) ? types[own] : undefined;
    if (declared !== undefined) return { provider, declared };
  }
  for (const types of provider.types) {
    for (const [name, declared] of Object.entries(types)) {
      if (name.endsWith(FAMILY_SIGN) && type.startsWith(name.slice(0, -1))) return { provider, declared };
    }
  }
  return undefined;
}

const PROVIDERS_BY_NAME = new Map(PROVIDERS.map((provider) => [provider.name, provider]));
