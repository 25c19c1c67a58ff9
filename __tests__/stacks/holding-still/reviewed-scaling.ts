/** Replica limits of an autoscaler, and their place. */
export interface ReviewedScaling {
  readonly min: number;
  readonly max: number;
  /** File and section of the review. */
  readonly source: string;
}

const partner = (min: number, max: number, section: string): ReviewedScaling => ({
  min,
  max,
  source: `001_57ea113d5c58119c.txt, ${section}, "Container/Pod Specification"`,
});

const laravel: ReviewedScaling = {
  min: 3,
  max: 20,
  source: '004_199730ef123eca45.txt, "Scaling Strategies > Horizontal Scaling"',
};

/** Each autoscaler of each option whose review gives numbers, as `<option>/<workload>`. */
export const REVIEWED_SCALING: Readonly<Record<string, ReviewedScaling>> = {
  "partner-a/travel-api": partner(2, 15, "section 2.1"),
  "partner-a/fuji": partner(2, 4, "section 2.1"),
  "partner-b/frontend3-partner": partner(2, 8, "section 2.2"),
  "partner-b/fuji": partner(2, 4, "section 2.2"),
  "partner-c/gateway": partner(2, 10, "section 2.3"),
  "partner-c/fuji": partner(2, 4, "section 2.3"),
  "laravel-eks/laravel": laravel,
  "laravel-gke/laravel": laravel,
  "laravel-aks/laravel": laravel,
};
