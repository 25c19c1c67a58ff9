import { checkAccounts } from "./accounts";
import { overlap, parseCidr } from "./cidr";
import { wrongHosts } from "./hosts";
import { type Backend, type Environment, EnvironmentError } from "./model";
import { isRegion } from "./regions";

/** A rule that a value breaks. */
interface Broken {
  readonly prop: string;
  readonly must: string;
  readonly got: unknown;
  readonly fix: string;
}

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ORGANIZATION = /^[A-Za-z0-9_-]{3,40}$/;

/**
 * Checks the data of an environment, which is edited by hand.
 * @throws EnvironmentError for the first value that is malformed or contradicts another
 */
export function checkEnvironment(environment: Environment): void {
  const [broken] = problemsOf(environment);
  if (broken !== undefined) {
    const { prop, must, got, fix } = broken;
    throw new EnvironmentError(
      `environment "${environment.name}": '${prop}' must ${must}, got ${JSON.stringify(got) ?? "nothing"}; ${fix}`,
    );
  }
  checkAccounts(environment);
}

function* problemsOf(environment: Environment): Generator<Broken> {
  const { region, clusterName, kubeContext, gateway, collector, budgetUsdPerMonth } = environment;
  yield* regionProblems("region", region);
  yield* addressProblems(environment);
  yield* nameProblems({
    "gateway.name": gateway.name,
    "gateway.namespace": gateway.namespace,
    "collector.namespace": collector.namespace,
    "collector.app": collector.app,
  });
  if (kubeContext === "")
    yield { prop: "kubeContext", must: "name a context", got: kubeContext, fix: "see kubectl config" };
  if (!/^[0-9A-Za-z][\w-]{0,99}$/.test(clusterName)) {
    const must = "be the name of an EKS cluster: letters, digits, '-' and '_', at most 100";
    yield { prop: "clusterName", must, got: clusterName, fix: "rename it" };
  }
  if (!Number.isInteger(collector.port) || collector.port < 1 || collector.port > 65_535) {
    const fix = "4317 is that of OTLP over gRPC";
    yield { prop: "collector.port", must: "be from 1 to 65535", got: collector.port, fix };
  }
  if (budgetUsdPerMonth !== undefined && !(budgetUsdPerMonth > 0 && Number.isFinite(budgetUsdPerMonth))) {
    const fix = "leave it out for no alarm";
    yield { prop: "budgetUsdPerMonth", must: "be above 0", got: budgetUsdPerMonth, fix };
  }
  yield* backendProblems(environment.backend);
  for (const { service, host } of wrongHosts(environment)) {
    const must = "have DNS names, or *.example.com";
    yield { prop: `allowedHosts.${service}`, must, got: host, fix: "without scheme, port and path" };
  }
}

function* regionProblems(prop: string, region: string): Generator<Broken> {
  if (!isRegion(region))
    yield { prop, must: "be a region of AWS", got: region, fix: "write it as us-east-1" };
}

function* addressProblems({ podCidrs, cacheCidrs, endpoints }: Environment): Generator<Broken> {
  const fix = "write the first address and its prefix, as 10.40.0.0/18";
  if (podCidrs.length === 0) yield { prop: "podCidrs", must: "have a range", got: podCidrs, fix };
  const others = {
    ...Object.fromEntries(cacheCidrs.map((cidr, index) => [`cacheCidrs[${index}]`, cidr])),
    ...Object.fromEntries(Object.entries(endpoints).map(([name, cidr]) => [`endpoints.${name}`, cidr])),
  };
  const pods = Object.fromEntries(podCidrs.map((cidr, index) => [`podCidrs[${index}]`, cidr]));
  for (const [prop, got] of Object.entries({ ...pods, ...others })) {
    if (parseCidr(got) === undefined) yield { prop, must: "be an IPv4 network in CIDR notation", got, fix };
  }
  for (const [prop, got] of Object.entries(others)) {
    const shared = podCidrs.find((cidr) => overlap(cidr, got));
    if (shared === undefined) continue;
    const must = `lie outside of the pods' ${shared}`;
    yield { prop, must, got, fix: "a policy that allows it would allow every pod" };
  }
}

function* nameProblems(names: Readonly<Record<string, string>>): Generator<Broken> {
  for (const [prop, got] of Object.entries(names)) {
    if (LABEL.test(got)) continue;
    const must = "be an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters)";
    yield { prop, must, got, fix: "shorten or rename it" };
  }
}

function* backendProblems(backend: Backend): Generator<Broken> {
  if (backend.kind === "s3") {
    if (!BUCKET.test(backend.bucket)) {
      const must = "be the name of a bucket: 3 to 63 lower-case letters, digits, '-' and '.'";
      yield { prop: "backend.bucket", must, got: backend.bucket, fix: "rename it" };
    }
    yield* regionProblems("backend.region", backend.region);
  }
  if (backend.kind === "cloud" && !ORGANIZATION.test(backend.organization)) {
    const must = "be an organization of HCP Terraform: 3 to 40 letters, digits, '-' and '_'";
    yield { prop: "backend.organization", must, got: backend.organization, fix: "rename it" };
  }
}
