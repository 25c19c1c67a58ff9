import { isPlan } from "../terraform/plan";
import { blocks, isObject, type Json, members, own } from "../text/value";

/** Configuration of a Terraform provider. */
export interface ProviderConfiguration {
  /** `aws`, or `aws.eu` where it has an alias. */
  readonly name: string;
  /** Type, without an alias: `aws`. */
  readonly type: string;
  /** Arguments that are set, and in a block those of the block; the values are not kept. */
  readonly set: ReadonlySet<string>;
  readonly file?: string;
}

/** Configurations of the providers of a document of Terraform. */
export function providersOf(document: unknown, file: string | undefined): ProviderConfiguration[] {
  if (!isObject(document)) return [];
  return isPlan(document) ? ofPlan(document, file) : ofConfiguration(document, file);
}

function ofConfiguration(document: Json, file: string | undefined): ProviderConfiguration[] {
  return blocks(own(document, "provider"))
    .flatMap(members)
    .flatMap(([type, raw]) =>
      blocks(raw).map((body) => {
        const alias = own(body, "alias");
        const name = typeof alias === "string" ? `${type}.${alias}` : type;
        return { name, type, set: new Set(argumentsOf(body)), file };
      }),
    );
}

function ofPlan(plan: Json, file: string | undefined): ProviderConfiguration[] {
  const configuration = own(plan, "configuration");
  const providers = isObject(configuration) ? own(configuration, "provider_config") : undefined;
  if (!isObject(providers)) return [];
  return Object.values(providers)
    .filter(isObject)
    .map((body) => {
      const [type, alias] = [String(own(body, "name")), own(body, "alias")];
      const expressions = own(body, "expressions");
      const set = new Set(isObject(expressions) ? argumentsOf(expressions) : []);
      return { name: typeof alias === "string" ? `${type}.${alias}` : type, type, set, file };
    });
}

/** Arguments of a block and of the blocks in it: `kubernetes`, `kubernetes.config_context`. */
function argumentsOf(body: Json, prefix = ""): string[] {
  return members(body).flatMap(([key, value]) => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [prefix + key, ...blocks(value).flatMap((inner) => argumentsOf(inner, `${prefix}${key}.`))];
  });
}
