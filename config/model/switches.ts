/** The switches of an option: the values that each can have, of which the first is its default. */
export type Switches = Readonly<Record<string, readonly [string, ...string[]]>>;

/** One value for each switch. */
export type Chosen<S extends Switches> = { readonly [K in keyof S]: S[K][number] };

/** An option with other values of its switches than another word of the command has. */
export interface Variant {
  /** Id of the option. */
  readonly of: string;
  /** Value of each switch that was named. */
  readonly values: Readonly<Record<string, string>>;
}
