import { DataAwsDbInstance } from "@cdktf/provider-aws/lib/data-aws-db-instance";
import type { DataAwsEksCluster } from "@cdktf/provider-aws/lib/data-aws-eks-cluster";
import { DataAwsElasticacheReplicationGroup } from "@cdktf/provider-aws/lib/data-aws-elasticache-replication-group";
import type { Construct } from "constructs";
import type { Environment } from "../../../config/environments";
import {
  CHARTS,
  type Chart,
  DEVIATIONS,
  LARAVEL,
  LARAVEL_NETWORKS,
} from "../../../config/reviews/004-laravel/application";
import { useAws } from "../../aws";
import { useFoundEks } from "../../eks/found-cluster";
import { OptionStack } from "../../stack";
import { addApplication } from "../application";
import type { Cloud, LaravelSwitches } from "../cloud";
import { appSecretName, eksName, REPOSITORY } from "./names";
import { addEksPlatform } from "./platform";

const { public: balancerCidrs, data: dataCidrs } = LARAVEL_NETWORKS.eks;

/** Both stand in the same subnets. */
const STORES = "mysql and redis";

/**
 * Laravel on EKS: a stack with the cluster and its stores, and one with what runs in it. The second finds the first's
 * parts by their names, so that nothing is handed over and each can be deployed alone.
 * @see 004_199730ef123eca45.txt
 */
export function addTo(
  scope: Construct,
  environment: Environment,
  switches?: Partial<LaravelSwitches>,
): OptionStack {
  const platform = addEksPlatform(scope, environment);
  const stack = new OptionStack(scope, "laravel-eks", environment);
  stack.addDependency(platform);
  useAws(stack);
  const name = eksName(environment);
  const cluster = useFoundEks(stack, name);
  addApplication(stack, cloud(stack, cluster, name), switches);
  return stack;
}

function cloud(stack: OptionStack, cluster: DataAwsEksCluster, name: string): Cloud {
  const { region } = stack.environment;
  // The variable that `useAws` made: the registry is the account's own.
  const account = "${var.aws_account_id}";
  const tag = stack.input("laravel_tag", "string", "Tag of the image laravel").stringValue;
  const certificate = stack.input("certificate_arn", "string", `ACM certificate of ${LARAVEL.host}`);
  const database = new DataAwsDbInstance(stack, "Database", { dbInstanceIdentifier: name });
  const redis = new DataAwsElasticacheReplicationGroup(stack, "Redis", { replicationGroupId: name });
  return {
    image: `${account}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${tag}`,
    database: {
      name: STORES,
      cidrs: dataCidrs,
      port: LARAVEL.database.port,
      // The image holds AWS's bundle: RDS has certificate authorities of its own.
      environment: { DB_HOST: database.address, MYSQL_ATTR_SSL_CA: "/etc/ssl/certs/rds-global-bundle.pem" },
    },
    redis: {
      name: STORES,
      cidrs: dataCidrs,
      port: 6379,
      environment: { REDIS_HOST: `tls://${redis.primaryEndpointAddress}` },
    },
    loadBalancer: {
      className: "alb",
      cidrs: balancerCidrs,
      annotations: {
        "alb.ingress.kubernetes.io/scheme": "internet-facing",
        "alb.ingress.kubernetes.io/target-type": "ip",
        "alb.ingress.kubernetes.io/listen-ports": '[{"HTTPS":443}]',
        "alb.ingress.kubernetes.io/certificate-arn": certificate.stringValue,
        "alb.ingress.kubernetes.io/healthcheck-path": "/ping",
      },
    },
    // The controller adds a readiness gate: a pod counts as ready once the load balancer sends it requests.
    namespaceLabels: { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" },
    secrets: {
      provider: { aws: { service: "SecretsManager", region } },
      variables: {
        APP_KEY: { key: appSecretName(stack.environment), property: "APP_KEY" },
        DB_PASSWORD: { key: appSecretName(stack.environment), property: "DB_PASSWORD" },
      },
    },
    charts: [loadBalancerController(cluster, name, region), CHARTS.verticalPodAutoscaler],
    deviations: DEVIATIONS.eks,
  };
}

function loadBalancerController(cluster: DataAwsEksCluster, clusterName: string, region: string): Chart {
  const { values, ...chart } = CHARTS.loadBalancerController;
  const vpcId = cluster.vpcConfig.get(0).vpcId;
  return { ...chart, values: { ...values, clusterName, region, vpcId } };
}
