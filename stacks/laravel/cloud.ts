import type { Deviation } from "../../config/model/deviation";
import type { Chart } from "../../config/reviews/004-laravel/application";
import type { LARAVEL_SWITCHES } from "../../config/reviews/004-laravel/switches";
import type { Chosen } from "../switches";

/** What a cloud gives to the application: everything else is the same on each. */
export interface Cloud {
  /** Reference of the application's image. */
  readonly image: string;
  /** Database, entered as the user of `config/reviews/004-laravel`, and the variables that Laravel finds it by. */
  readonly database: Store;
  readonly redis: Store;
  /** Annotations of the ingress controller, and the source of its connections. */
  readonly loadBalancer: {
    readonly className?: string;
    readonly annotations: Readonly<Record<string, string>>;
    readonly cidrs: readonly string[];
  };
  /**
   * Labels of the application's namespace.
   * @default - none
   */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
  readonly secrets: SecretSource;
  /** Values of the External Secrets chart, beside the shared ones. */
  readonly secretReader?: Readonly<Record<string, unknown>>;
  /** Charts that only this cloud needs. */
  readonly charts: readonly Chart[];
  readonly deviations: readonly Deviation[];
}

/** Something outside of the cluster that the pods connect to. */
export interface Store {
  readonly name: string;
  /** Its addresses, for the network policy. */
  readonly cidrs: readonly string[];
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Where secrets are read from. */
export interface SecretSource {
  /** `spec.provider` of the SecretStore. */
  readonly provider: Readonly<Record<string, unknown>>;
  /** Remote secret by the variable that it becomes. */
  readonly variables: Readonly<Record<string, RemoteSecret>>;
}

/** A secret, or one property of a secret that holds JSON. */
export interface RemoteSecret {
  readonly key: string;
  readonly property?: string;
}

/** The review's switches. */
export type LaravelSwitches = Chosen<typeof LARAVEL_SWITCHES>;
