import { byText } from "../order";
import { AWS } from "./aws";
import { AZURE } from "./azure";
import { CLOUDAMQP } from "./cloudamqp";
import { DATADOG } from "./datadog";
import { DOCKER } from "./docker/types";
import { GOOGLE } from "./google";
import { KAFKA } from "./kafka";
import { HELM, KUBERNETES, MANIFESTS } from "./kubernetes/types";
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
  ...MANIFESTS,
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
  if (type.length > LONGEST_TYPE) return undefined;
  for (const { pattern, declared } of familiesOf(provider))
    if (pattern.test(type)) return { provider, declared };
  return undefined;
}

/** Patterns are not tried on longer names: no type has one, and it would take long. */
const LONGEST_TYPE = 200;

interface Family {
  readonly pattern: RegExp;
  readonly declared: TerraformType;
}

/** Families of a provider, the one with the longest name first: it says most about a type. */
function familiesOf(provider: TerraformProvider): readonly Family[] {
  const known = FAMILIES.get(provider);
  if (known !== undefined) return known;
  const families = provider.types
    .flatMap((types) => Object.entries(types))
    .filter(([name]) => name.includes(FAMILY_SIGN))
    .sort(([one], [other]) => other.length - one.length || byText(one, other))
    .map(([name, declared]) => ({
      pattern: new RegExp(`^${name.replaceAll(FAMILY_SIGN, "[a-z0-9_]*")}$`),
      declared,
    }));
  FAMILIES.set(provider, families);
  return families;
}

const FAMILIES = new Map<TerraformProvider, readonly Family[]>();

const PROVIDERS_BY_NAME = new Map(PROVIDERS.map((provider) => [provider.name, provider]));
