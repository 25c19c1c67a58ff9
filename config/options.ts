import { UserError } from "../errors/user-error";
/** The options of the reviews. One line an option; its stack's module is loaded only when it is chosen. */
export interface Option {
  /** Stack id, also the name in `cdktf deploy <id>`. */
  readonly id: string;
  readonly title: string;
  /** Number of the review that it comes from, `000` to `004`. */
  readonly review: string;
  /** Module of the stack below `stacks/`, which exports `addTo(app, environment)`. */
  readonly module: string;
  /**
   * True where the option creates the cluster that it then uses: `<id>-platform` is a stack of its own, before
   * the one named after the option.
   * @default false
   */
  readonly hasPlatform?: boolean;
}

/** Ids of an option's stacks, in the order in which they are deployed. */
export function stacksOf({ id, hasPlatform = false }: Option): readonly string[] {
  return hasPlatform ? [`${id}-platform`, id] : [id];
}

export const OPTIONS: readonly Option[] = [
  { id: "f3-inside", review: "000", title: "B2B API inside f3", module: "f3/inside" },
  { id: "partner-a", review: "001", title: "Partner API: trimmed .NET", module: "partner/a" },
  { id: "partner-b", review: "001", title: "Partner API: PHP native bundle", module: "partner/b" },
  { id: "partner-c", review: "001", title: "Partner API: thin gateway", module: "partner/c" },
  {
    id: "critter-compose",
    review: "002",
    title: "Critter Supply: Docker Compose",
    module: "critter/compose",
  },
  { id: "critter-vm", review: "002", title: "Critter Supply: one VM on Azure", module: "critter/vm" },
  {
    id: "critter-aks",
    review: "002",
    title: "Critter Supply on AKS",
    module: "critter/aks",
    hasPlatform: true,
  },
  {
    id: "critter-eks",
    review: "002",
    title: "Critter Supply on EKS",
    module: "critter/eks",
    hasPlatform: true,
  },
  {
    id: "critter-gke",
    review: "002",
    title: "Critter Supply on GKE",
    module: "critter/gke",
    hasPlatform: true,
  },
  {
    id: "critter-rabbitmq-single",
    review: "002",
    title: "Critter Supply: RabbitMQ, one node",
    module: "critter/rabbitmq-single",
    hasPlatform: true,
  },
  {
    id: "critter-rabbitmq-cluster",
    review: "002",
    title: "Critter Supply: RabbitMQ, three nodes",
    module: "critter/rabbitmq-cluster",
    hasPlatform: true,
  },
  {
    id: "critter-rabbitmq-managed",
    review: "002",
    title: "Critter Supply: RabbitMQ by CloudAMQP",
    module: "critter/rabbitmq-managed",
    hasPlatform: true,
  },
  { id: "shop-1-traditional", review: "003", title: "Shop: nginx and PHP-FPM", module: "shop/1-traditional" },
  {
    id: "shop-2-frankenphp",
    review: "003",
    title: "Shop: FrankenPHP worker mode",
    module: "shop/2-frankenphp",
  },
  { id: "shop-3-tuned", review: "003", title: "Shop: tuned Redis", module: "shop/3-tuned" },
  { id: "shop-4-varnish", review: "003", title: "Shop: Varnish", module: "shop/4-varnish" },
  { id: "shop-5-opensearch", review: "003", title: "Shop: OpenSearch", module: "shop/5-opensearch" },
  {
    id: "shop-6-search-driven",
    review: "003",
    title: "Shop: search-driven listings",
    module: "shop/6-search-driven",
  },
  {
    id: "shop-7-enterprise",
    review: "003",
    title: "Shop: replicas, pooling, search cluster",
    module: "shop/7-enterprise",
  },
  { id: "laravel-eks", review: "004", title: "Laravel on EKS", module: "laravel/eks", hasPlatform: true },
  { id: "laravel-gke", review: "004", title: "Laravel on GKE", module: "laravel/gke", hasPlatform: true },
  { id: "laravel-aks", review: "004", title: "Laravel on AKS", module: "laravel/aks", hasPlatform: true },
];

/** The option that a comparison is measured against when it is among those compared, by review. */
export const BASELINES: Readonly<Record<string, string>> = {
  "001": "partner-b",
  "002": "critter-aks",
  "003": "shop-1-traditional",
  "004": "laravel-eks",
};

/** An id that no option has; the message is one line with the fix. */
export class UnknownOptionError extends UserError {
  public override readonly name = "UnknownOptionError";
}

/**
 * Options by a comma-separated list of ids, in the registry's order; without a list all of them.
 * @throws UnknownOptionError for an id that is not there; the message names it
 */
export function optionsNamed(list: string | undefined): readonly Option[] {
  if (list === undefined) return OPTIONS;
  const ids = list.split(",");
  const unknown = ids.find((id) => !OPTIONS.some((option) => option.id === id));
  if (unknown !== undefined)
    throw new UnknownOptionError(`OPTIONS names "${unknown}", which is no option; see config/options.ts`);
  return OPTIONS.filter(({ id }) => ids.includes(id));
}
