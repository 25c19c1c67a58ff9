/** Most severe first. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Keys and indexes that lead from an object to a value in it. */
export type Path = readonly (string | number)[];

/** Something that a finding is about: an object of Kubernetes, or a thing of the footprint. */
export interface Thing {
  /** `Deployment/shop/web`, or the address of a Terraform resource. */
  readonly resource: string;
  /** Terraform address, where the object has one. */
  readonly address?: string;
  /** Where a value of it is. */
  readonly placeOf?: (path: Path) => Place;
  /** Annotations of an object of Kubernetes. @default - it has none */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A place in a file. */
export interface Place {
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

/** What a rule finds. */
export interface Hit {
  readonly on: Thing;
  /** What is wrong here, with the values: `container web: privileged is true`. */
  readonly text: string;
  /**
   * Part of the thing, such as a container: it distinguishes findings of one rule on one thing.
   * @default - the thing as a whole
   */
  readonly part?: string;
  /** @default - the thing as a whole */
  readonly path?: Path;
}
