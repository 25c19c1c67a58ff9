/** A number that a vendor documents. */
export interface Fact {
  readonly value: number;
  /** What it is, short enough to be part of a formula. */
  readonly what: string;
  /** Page that says so. */
  readonly see: string;
}

/** Memory of ElastiCache node types in GiB. @see https://aws.amazon.com/elasticache/pricing/ */
export const CACHE_MEMORY_GIB: Readonly<Record<string, number>> = {
  "cache.t4g.micro": 0.5,
  "cache.t4g.small": 1.37,
  "cache.t4g.medium": 3.09,
};
