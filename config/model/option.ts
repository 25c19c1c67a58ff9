/** One way to build what a review reviews. */
export interface Option {
  /** Stack id, also the name in `cdktf deploy <id>`. */
  readonly id: string;
  readonly title: string;
  /** Number of the review that it comes from, `000` to `004`. */
  readonly review: string;
  /**
   * Module of the stack below `stacks/`, which exports `addTo(app, environment)`. Loaded only when the option is
   * chosen.
   */
  readonly module: string;
  /**
   * True where the option creates the cluster that it then uses: `<id>-platform` is a stack of its own, before
   * the one named after the option.
   * @default false
   */
  readonly hasPlatform?: boolean;
}

/** An option as its review defines it. */
export type OptionDraft = Omit<Option, "review">;

/** Ids of an option's stacks, in the order in which they are deployed. */
export function stacksOf({ id, hasPlatform = false }: Option): readonly string[] {
  return hasPlatform ? [`${id}-platform`, id] : [id];
}
