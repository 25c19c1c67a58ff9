import type { Deviation } from "../../../model/deviation";

/** A service of the shop; the words are those of `constructs/swarm-stack`. Times are in seconds. */
export interface ShopService {
  /** Image reference, or the shop's own image, whose registry and tag only the deployer knows. */
  readonly image: string | OwnImage;
  /** What the shop's own image is built on. */
  readonly baseImage?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly replicas: number;
  readonly resources: ShopResources;
  readonly healthCheck: {
    readonly test: readonly string[];
    readonly startPeriodSeconds: number;
    readonly intervalSeconds?: number;
    readonly timeoutSeconds?: number;
  };
  readonly ports?: readonly { readonly target: number; readonly published: number }[];
  readonly volumes?: readonly { readonly volume: string; readonly path: string }[];
  readonly configs?: readonly {
    readonly config: string;
    readonly path: string;
    readonly executable?: boolean;
  }[];
  /** Mounted at `/run/secrets/<secret>`. */
  readonly secrets?: readonly { readonly secret: string }[];
  readonly nodeLabel?: string;
  readonly after?: readonly string[];
  readonly restart?: "any" | "on-failure";
  readonly stopGraceSeconds?: number;
}

/** An image that the shop builds itself, by its repository in the registry. */
export interface OwnImage {
  readonly own: string;
}

/** Millicores and MiB. The review gives none: each is assumed. */
export interface ShopResources {
  readonly cpuRequestMillicores: number;
  readonly cpuLimitMillicores: number;
  readonly memoryRequestMi: number;
  readonly memoryLimitMi: number;
}

/** A deviation of a phase, and of those that are built on it. */
export interface PhaseDeviation extends Deviation {
  /** Short name, by which a later phase can settle it. */
  readonly id: string;
}

/** What a phase consists of, by name. */
export interface ShopParts {
  readonly services: Readonly<Record<string, ShopService>>;
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  /** Content by name. */
  readonly configs: Readonly<Record<string, string>>;
  /** What each secret holds, by name; its value is never here. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** One phase of the shop, whole. */
export interface ShopPhase extends ShopParts {
  /** Option id. */
  readonly id: string;
  /** Section of 003_0fefc16f43783c8b.txt that it is built from, and its words. */
  readonly source: { readonly section: string; readonly words: readonly string[] };
  /** All that hold, those of the phases before included. */
  readonly deviations: readonly PhaseDeviation[];
}

/** What a phase does to the one before it. */
export interface PhaseChange {
  readonly id: string;
  readonly source: ShopPhase["source"];
  /** Services and configs that go. */
  readonly remove?: { readonly services?: readonly string[]; readonly configs?: readonly string[] };
  readonly add?: Partial<ShopParts>;
  /** Props of services that stay; environment variables are added to the existing ones. */
  readonly alter?: Readonly<Record<string, Partial<ShopService>>>;
  readonly deviations?: readonly PhaseDeviation[];
  /** Deviations of earlier phases that no longer hold. */
  readonly settles?: readonly string[];
}
