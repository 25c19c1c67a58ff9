import { ServiceLevelObjective } from "@cdktf/provider-datadog/lib/service-level-objective";
import { Construct } from "constructs";
import { refuse } from "../core/errors";
import { requireKnown, requireNumber } from "../core/validate";

/** Targets over 30 days. */
export interface B2BObjectives {
  /**
   * Share of requests that do not fail, in percent.
   * @default 99.9 - an error budget of 43 minutes per month
   */
  readonly availabilityPercent?: number;
  /**
   * Share of five-minute slices in which search is fast enough, in percent.
   * @default 99
   */
  readonly searchPercent?: number;
  /**
   * Highest 95th percentile of a fast search, in seconds.
   * @default 3
   */
  readonly searchSeconds?: number;
}

/** Properties for `Objectives`. */
export interface ObjectivesProps extends Required<B2BObjectives> {
  readonly title: string;
  readonly prefix: string;
  readonly tags: string[];
  /** Whether any endpoint is a search. */
  readonly hasSearch: boolean;
  readonly validate: boolean;
}

const TIMEFRAME = "30d";
const NANOSECONDS = 1e9;

/** The service level objectives: availability, and search latency where an endpoint is a search. */
export class Objectives extends Construct {
  public readonly availability: ServiceLevelObjective;
  public readonly search: ServiceLevelObjective | undefined;

  /** @throws ValidationError `OutOfRange`, `Unknown` */
  public constructor(scope: Construct, id: string, props: ObjectivesProps) {
    super(scope, id);
    const { title, prefix, tags, validate } = props;
    const hits = `sum:${prefix}.request.hits`;
    this.availability = new ServiceLevelObjective(this, "Availability", {
      name: `${title}: availability`,
      description: `Requests that do not fail, of all requests. Target ${props.availabilityPercent} %.`,
      type: "metric",
      query: { numerator: `${hits}{!status:error}.as_count()`, denominator: `${hits}{*}.as_count()` },
      thresholds: [{ timeframe: TIMEFRAME, target: props.availabilityPercent }],
      tags,
      validate,
    });
    this.search = props.hasSearch ? this.defineSearch(props) : undefined;
  }

  private defineSearch({ title, prefix, searchPercent, searchSeconds, tags, validate }: ObjectivesProps) {
    const query = { metricQuery: { name: "p95", query: `p95:${prefix}.search.duration{*}` } };
    return new ServiceLevelObjective(this, "Search", {
      name: `${title}: fast search`,
      description: `Five-minute slices in which the 95th percentile of search is below ${searchSeconds} s.`,
      type: "time_slice",
      sliSpecification: {
        timeSlice: {
          comparator: "<",
          threshold: searchSeconds * NANOSECONDS,
          query: { formula: { formulaExpression: "p95" }, query: [query] },
        },
      },
      thresholds: [{ timeframe: TIMEFRAME, target: searchPercent }],
      tags,
      validate,
    });
  }
}

/**
 * Fills in the defaults.
 * @throws ValidationError `OutOfRange`; `Unknown` for a token, since burn rate and texts are computed at synth
 */
export function completeObjectives(scope: Construct, objectives: B2BObjectives): Required<B2BObjectives> {
  const { availabilityPercent = 99.9, searchPercent = 99, searchSeconds = 3 } = objectives;
  requireKnown(scope, {
    "objectives.availabilityPercent": availabilityPercent,
    "objectives.searchPercent": searchPercent,
    "objectives.searchSeconds": searchSeconds,
  });
  requireTarget(scope, "objectives.availabilityPercent", availabilityPercent);
  requireTarget(scope, "objectives.searchPercent", searchPercent);
  requireNumber(scope, "objectives.searchSeconds", searchSeconds, { min: 0.001, fix: "give it in seconds" });
  return { availabilityPercent, searchPercent, searchSeconds };
}

/** A target of 100 % leaves no error budget: its alerts would divide by zero. */
function requireTarget(scope: Construct, prop: string, value: number): void {
  if (value > 0 && value < 100) return;
  const must = "be above 0 and below 100";
  refuse(scope, {
    code: "OutOfRange",
    prop,
    must,
    got: value,
    fix: "give a share in percent, for example 99.9",
  });
}
