import { DataGoogleRedisInstance } from "@cdktf/provider-google/lib/data-google-redis-instance";
import { DataGoogleSqlDatabaseInstance } from "@cdktf/provider-google/lib/data-google-sql-database-instance";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import { DEVIATIONS, LARAVEL, LARAVEL_NETWORKS } from "../../../config/reviews/004-laravel/application";
import { useFoundGke } from "../../gke/found-cluster";
import { useGoogle } from "../../google";
import { OptionStack } from "../../stack";
import { addApplication } from "../application";
import type { Cloud, LaravelSwitches } from "../cloud";
import { gkeName, REPOSITORY, secretId } from "./names";
import { addGkePlatform } from "./platform";

const { region, managed, loadBalancers } = LARAVEL_NETWORKS.gke;

/** The range that the database and Redis have their addresses from. */
const MANAGED_CIDRS = [`${managed.address}/${managed.prefixLength}`];
const STORES = "mysql and redis";

/**
 * Laravel on GKE: a stack with the cluster and its stores, and one with what runs in it. The second finds the first's
 * parts by their names, so that nothing is handed over and each can be deployed alone.
 * @see 004_199730ef123eca45.txt, "Kubernetes (EKS/GKE/AKS)"
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  switches?: Partial<LaravelSwitches>,
): OptionStack {
  const platform = addGkePlatform(scope, environment);
  const stack = new OptionStack(scope, "laravel-gke", environment);
  stack.addDependency(platform);
  const project = useGoogle(stack, region);
  const name = gkeName(environment);
  useFoundGke(stack, {
    name,
    location: region,
    // GKE writes the load balancer's groups onto Services and Ingresses.
    ignoreAnnotations: ["^cloud\\.google\\.com/.*", "^ingress\\.kubernetes\\.io/.*"],
  });
  addApplication(stack, cloud(stack, name, project), switches);
  return stack;
}

function cloud(stack: OptionStack, name: string, project: string): Cloud {
  const { environment } = stack;
  const tag = stack.input("laravel_tag", "string", "Tag of the image laravel").stringValue;
  const certificate = stack.input("certificate_name", "string", `SSL certificate of ${LARAVEL.host}`);
  const database = new DataGoogleSqlDatabaseInstance(stack, "Database", { name });
  const redis = new DataGoogleRedisInstance(stack, "Redis", { name, region });
  return {
    image: `${region}-docker.pkg.dev/${project}/${REPOSITORY}/laravel:${tag}`,
    database: {
      name: STORES,
      cidrs: MANAGED_CIDRS,
      port: LARAVEL.database.port,
      environment: { DB_HOST: database.privateIpAddress },
    },
    redis: {
      name: STORES,
      cidrs: MANAGED_CIDRS,
      port: 6379,
      environment: { REDIS_HOST: redis.host },
    },
    loadBalancer: {
      cidrs: loadBalancers,
      annotations: {
        // GKE's controller reads this annotation and no class.
        "kubernetes.io/ingress.class": "gce",
        "kubernetes.io/ingress.allow-http": "false",
        "ingress.gcp.kubernetes.io/pre-shared-cert": certificate.stringValue,
      },
    },
    secrets: {
      // The operator's own identity reads them: see the platform stack.
      provider: { gcpsm: { projectID: project } },
      variables: {
        APP_KEY: { key: secretId(environment, "app-key") },
        DB_PASSWORD: { key: secretId(environment, "database-password") },
      },
    },
    charts: [],
    deviations: DEVIATIONS.gke,
  };
}
