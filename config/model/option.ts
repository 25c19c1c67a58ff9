import type { Environment } from "../environments";
import type { Switches, Variant } from "./switches";

/** One way to build what a review reviews. */
export interface Option {
  /** Stack id, also the name in `cdktf deploy <id>`. */
  readonly id: string;
  readonly title: string;
  /** Id of the review that it comes from. */
  readonly review: string;
  /**
   * Module of the stack below `stacks/`, which exports `addTo(app, environment)`. Loaded only when the option is
   * chosen.
   * @default - the option is no built-in one
   */
  readonly module?: string;
  /**
   * True where the option creates the cluster that it then uses: `<id>-platform` is a stack of its own, before
   * the one named after the option.
   * @default false
   */
  readonly hasPlatform?: boolean;
  /**
   * What is read, in this order, and merged into one footprint.
   * @default - the option is synthesised: by `module`
   */
  readonly from?: readonly OptionInput[];
  /**
   * Namespace of the Kubernetes objects that have none.
   * @default - they stay without one
   */
  readonly namespace?: string;
  /**
   * Path of a usage file in Infracost's form, for what is billed by use.
   * @default - what is billed by use has no price
   */
  readonly usage?: string;
  /**
   * Adds the option's stacks to an app.
   * @default - the option is a built-in one, or is read
   */
  readonly addTo?: AddTo;
  /**
   * Folder of the project whose `cdktf.json` has the context for `addTo`.
   * @default - that of this package
   */
  readonly projectFolder?: string;
  /**
   * What can be chosen within the option, as its stack has it: `id@switch=value` names a variant.
   * @default - nothing
   */
  readonly switches?: Switches;
  /**
   * Set on a variant of an option.
   * @default - every switch has its default
   */
  readonly variant?: Variant;
  /**
   * Environments that its cost is counted for.
   * @default - those of the review
   */
  readonly environments?: PricedEnvironments;
}

/**
 * Adds stacks to an app of cdktf. A method, so that a function that takes an `App` is one: this package's types do not
 * need cdktf.
 */
export type AddTo = { add(app: object, environment: Environment): unknown }["add"];

/** Something that an option is read from. */
export type OptionInput =
  /** A stack, a plan, a state, or a file or folder of Kubernetes YAML. */
  | { readonly path: string }
  /** The Terraform of another option, by its id. */
  | { readonly option: string };

/** Environments that a monthly cost is counted for. */
export interface PricedEnvironments {
  readonly names: readonly string[];
  /** File and section that says so; absent where no source does and production alone is taken. */
  readonly source?: string;
}

/** An option as its review defines it. */
export type OptionDraft = Omit<Option, "review">;

/** Ids of an option's stacks, in the order in which they are deployed. */
export function stacksOf({ id, variant, hasPlatform = false }: Option): readonly string[] {
  const stack = variant?.of ?? id;
  return hasPlatform ? [`${stack}-platform`, stack] : [stack];
}
