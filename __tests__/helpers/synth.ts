import { tmpdir } from "node:os";
import { HelmProvider } from "@cdktf/provider-helm/lib/provider";
import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider";
import { App, TerraformStack, Testing } from "cdktf";
import type { IConstruct } from "constructs";
import { ValidationError } from "../../constructs/core/errors";
import { skipTokenStackTraces } from "../../stacks/cdktf";
import "../environment/terraform-version";

skipTokenStackTraces();

export type Json = Readonly<Record<string, unknown>>;

/** An app that writes nothing; its folder must exist, or it would be made. */
export function quietApp(): App {
  return new App({ outdir: tmpdir(), stackTraces: false });
}

/** A stack of its own, with the providers that resources of a cluster need. */
export function freshStack(): TerraformStack {
  const stack = new TerraformStack(quietApp(), "Stack");
  new KubernetesProvider(stack, "Kubernetes", {});
  new HelmProvider(stack, "Helm", {});
  return stack;
}

/** The Terraform JSON of a stack, or of the stack that a construct stands in; every validation has passed. */
export function synth(construct: IConstruct): Synthesised {
  return new Synthesised(Testing.synth(TerraformStack.of(construct), true));
}

/** Typed access to Terraform JSON. */
export class Synthesised {
  private readonly json: Json;

  public constructor(public readonly text: string) {
    this.json = object(JSON.parse(text));
  }

  /** A top-level block: `variable`, `output`, `provider`. */
  public block(name: string): Json {
    return object(this.json[name] ?? {});
  }

  /** Types of which there is a resource. */
  public get types(): string[] {
    return Object.keys(this.block("resource")).sort();
  }

  /** Logical ids of a type's resources. */
  public ids(type: string): string[] {
    return Object.keys(this.resources(type)).sort();
  }

  public all(type: string): Json[] {
    return Object.values(this.resources(type)).map(object);
  }

  /** The one resource of a type; more or none is a failure. */
  public only(type: string): Json {
    const [resource, ...others] = this.all(type);
    if (resource === undefined || others.length > 0) {
      throw new Error(`expected one ${type}, there are ${this.all(type).length}`);
    }
    return resource;
  }

  /** The resource of a type with a name of its own. */
  public named(type: string, name: string): Json {
    const found = this.all(type).find((resource) => nameOf(resource) === name);
    if (found === undefined) throw new Error(`no ${type} is named "${name}"`);
    return found;
  }

  /** Manifests that go through the one Helm release, in their order. */
  public get manifests(): Json[] {
    const [values] = listAt(this.only("helm_release"), "values");
    return listAt(JSON.parse(String(values)), "manifests").map(object);
  }

  private resources(type: string): Json {
    return object(this.block("resource")[type] ?? {});
  }
}

/** What a resource is called, in Kubernetes or elsewhere. */
export function nameOf(resource: unknown): string {
  return String(tryAt(resource, "metadata.name") ?? tryAt(resource, "name"));
}

/** A value by its path: `spec.template.spec.container.0`. Nothing there is a failure. */
export function at(value: unknown, path: string): unknown {
  const found = tryAt(value, path);
  if (found === undefined) throw new Error(`nothing at ${path}`);
  return found;
}

/** As `at`, and undefined where nothing is. */
export function tryAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((here, key) => {
    return typeof here === "object" && here !== null ? (here as Json)[key] : undefined;
  }, value);
}

export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path}`);
  return found;
}

/** A JSON text inside of a resource. */
export function parsedAt(value: unknown, path: string): Json {
  return object(JSON.parse(String(at(value, path))));
}

/** The code and the whole message of a refusal. */
export function refusal(build: () => unknown): { readonly code: string; readonly message: string } {
  try {
    build();
  } catch (error) {
    if (error instanceof ValidationError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Warnings of a construct and everything in it, and its deviations from the review. */
export function warnings(construct: IConstruct): string[] {
  const entries = construct.node.findAll().flatMap(({ node }) => node.metadata);
  return entries
    .filter(({ type, data }) => type === "@cdktf/warn" || String(data).startsWith("WB079: "))
    .map(({ data }) => withoutId(String(data)));
}

/** A warning without the id of its rule. */
export function withoutId(text: string): string {
  return text.replace(/^WB\d{3}: /, "");
}

function object(value: unknown): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("not an object");
  return value as Json;
}
