import type { AddTo, ClaimedValue, Computation, Expectation, Fact, Reading } from "../../config/model";
import type { PricedThing } from "../../config/prices";

/**
 * A review as it is written, in `weighbridge.yaml` or in TypeScript: the same keys with the same meaning. Paths are
 * relative to the folder of the file.
 */
export interface ReviewDefinition {
  readonly schemaVersion: 1;
  /** Id of the review: a word on the command line. */
  readonly review: string;
  /** @default - the id */
  readonly title?: string;
  /**
   * The prose that claims quote.
   * @default - the file that defines the review
   */
  readonly document?: string;
  /**
   * Option that the others are compared with, or `previous` for the one before.
   * @default - the first
   */
  readonly baseline?: string;
  /**
   * Environments that costs are counted for.
   * @default - production
   */
  readonly environments?: readonly string[];
  /** What is compared, by id. */
  readonly options: Readonly<Record<string, OptionDefinition>>;
  /**
   * Line items of the document's estimate, or the name of a price file.
   * @default - the document gives none
   */
  readonly prices?: string | readonly PriceDefinition[];
  /**
   * Day on which the prices held, ISO date.
   * @default - the document does not say
   */
  readonly pricesAsOf?: string;
  /**
   * Servers outside of the options, by name, and the connections that they grant.
   * @default - none is known
   */
  readonly capacity?: Readonly<Record<string, ServerDefinition>>;
  /**
   * Numbers that vendors document, for claims.
   * @default - none but conversions of units
   */
  readonly facts?: Readonly<Record<string, Fact>>;
  /**
   * What the document says, and how it is verified.
   * @default - nothing
   */
  readonly claims?: readonly ClaimDefinition[];
  /**
   * Scores of the document.
   * @default - none
   */
  readonly scores?: ScoresDefinition;
  /**
   * What is implemented differently from the document.
   * @default - nothing
   */
  readonly deviations?: readonly DeviationDefinition[];
  /**
   * Limits of figures by option id, or `all`, or the name of a budget file.
   * @default - none
   */
  readonly budget?: string | Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One option: read from files, or synthesised. */
export interface OptionDefinition {
  /** @default - the id */
  readonly title?: string;
  /**
   * A cdktf.out stack, a plan, a state, a folder of Kubernetes YAML, the id of another option, or a list of these.
   * @default - the option is synthesised: by `addTo` or `module`
   */
  readonly from?: InputDefinition | readonly InputDefinition[];
  /**
   * Adds the option's stacks to an app.
   * @default - the option is read, or `module` does
   */
  readonly addTo?: AddTo;
  /**
   * Module that exports `addTo`; it is loaded only when the option is chosen.
   * @default - the option is read, or `addTo` is given
   */
  readonly module?: string;
  /**
   * Namespace of Kubernetes objects that have none.
   * @default - they stay without one
   */
  readonly namespace?: string;
  /** @default - those of the review */
  readonly environments?: readonly string[];
  /**
   * Everyday replicas by workload, or the name of a file with them.
   * @default - each workload runs its minimum
   */
  readonly steady?: string | Readonly<Record<string, number>>;
  /**
   * Usage file in Infracost's form, for what is billed by use.
   * @default - what is billed by use has no price
   */
  readonly usage?: string;
  /**
   * What the option is expected to do.
   * @default - the document does not say
   */
  readonly expected?: ExpectedDefinition;
}

/** Something that an option is read from. */
export type InputDefinition = string | { readonly option: string };

/** One line item of the estimate. */
export interface PriceDefinition {
  readonly option: string;
  /** @default - the label */
  readonly id?: string;
  readonly label: string;
  /** USD/month. */
  readonly low: number;
  /** USD/month. @default - the same as `low` */
  readonly high?: number;
  /** @default - a service that is in no footprint */
  readonly thing?: PricedThing;
  readonly section?: string;
  readonly words?: string;
}

/** A server outside of the options. */
export interface ServerDefinition {
  /** Connections of all pods together. */
  readonly connections: number;
  /** @default - every option */
  readonly options?: readonly string[];
  readonly section?: string;
}

/** One statement of the document. */
export interface ClaimDefinition {
  /** Unique in the review. */
  readonly id: string;
  /** @default - it is about the review as a whole */
  readonly option?: string;
  readonly section: string;
  /** The document's words, exactly. */
  readonly words: string;
  /** @default - the document of the review */
  readonly file?: string;
  readonly claimed: ClaimedValue;
  /** @default "equal" */
  readonly expects?: Expectation;
  /** Unit of a number, which needs one; for anything else, what it is. */
  readonly unit?: string;
  /** @default 0 */
  readonly tolerance?: number;
  /** @default 4 */
  readonly decimals?: number;
  readonly compute: Computation;
  readonly readings?: readonly Reading[];
  readonly note?: string;
}

/** Scores by criterion and option. */
export interface ScoresDefinition {
  readonly section?: string;
  /** Best score. @default 5 */
  readonly best?: number;
  readonly criteria: Readonly<Record<string, CriterionDefinition>>;
  readonly options: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A criterion of the scores. */
export interface CriterionDefinition {
  /** Factor of the score in the total. @default 1 */
  readonly weight?: number;
  /** Keys of figures that bear on it. @default - none */
  readonly figures?: readonly string[];
  /** Option that the document marks as the best. @default - none */
  readonly highlighted?: string;
}

/** Something that is implemented differently from the document. */
export interface DeviationDefinition {
  readonly option: string;
  readonly section: string;
  readonly specified: string;
  readonly implemented: string;
  readonly reason: string;
}

/** A number, or its ends with the words that say so. */
export type AmountDefinition =
  | number
  | {
      readonly low?: number;
      readonly high?: number;
      readonly of?: string;
      readonly section?: string;
      readonly words?: string;
    };

/** What an option is expected to do. */
export interface ExpectedDefinition {
  /** By workload. */
  readonly requestsPerSecondPerPod?: Readonly<
    Record<
      string,
      {
        readonly low: number;
        readonly high: number;
        readonly of?: string;
        readonly section?: string;
        readonly words?: string;
      }
    >
  >;
  readonly requestsPerSecond?: AmountDefinition | readonly AmountDefinition[];
  readonly responseMs?: AmountDefinition | readonly AmountDefinition[];
  readonly memoryMbPerRequest?: AmountDefinition | readonly AmountDefinition[];
  readonly concurrentUsers?: AmountDefinition | readonly AmountDefinition[];
  readonly concurrentRequests?: AmountDefinition | readonly AmountDefinition[];
  readonly availability?: {
    /** Percent. */
    readonly claimed?: AmountDefinition;
    readonly promises: readonly {
      readonly of: string;
      readonly percent: number;
      readonly see: string;
      readonly asOf?: string;
    }[];
    readonly unpromised?: readonly string[];
    /** Parts whose service level was not found. */
    readonly unknown?: readonly string[];
  };
  readonly messageDurability?: { readonly text: string; readonly section?: string; readonly words?: string };
  readonly updateOutageSeconds?: AmountDefinition | readonly AmountDefinition[];
}

/**
 * A review in TypeScript: checks its type and returns it. Export it by default from `weighbridge.config.mjs`, `.js` or
 * `.ts`, or hand it to `reviewFrom`.
 */
export function defineReview<const D extends ReviewDefinition>(definition: D): D {
  return definition;
}
