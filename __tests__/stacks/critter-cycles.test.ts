import { ENVIRONMENTS } from "../../config/environments";
import {
  BOUNDED_CONTEXTS,
  type Cycle,
  clusterDeviations,
} from "../../config/reviews/002-critter-supply/application";
import { BUILT, build, custom, customs } from "../helpers/critter";
import { containers, replicas } from "../helpers/projection";
import { at, listAt, nameOf, parsedAt, refusal, tryAt, warnings } from "../helpers/synth";

/** EKS, since Prometheus stays there in every cycle. */
const CYCLES = { "19": build("eks", { cycle: "19" }), "20": build("eks", { cycle: "20" }), "21": BUILT.eks };

const chartsOf = (cycle: Cycle) => CYCLES[cycle].json.all("helm_release").map(nameOf);
const alertmanager = (cycle: Cycle) => {
  const values = at(CYCLES[cycle].json.named("helm_release", "kube-prometheus-stack"), "values");
  return at(parsedAt(values, "0"), "alertmanager");
};

describe("the roll-out of a cycle", () => {
  test("19: blue and green side by side, switched by hand, and an hour for the way back", () => {
    for (const { id } of BOUNDED_CONTEXTS) {
      expect(at(custom(CYCLES["19"].json, "Rollout", id), "spec.strategy")).toEqual({
        blueGreen: {
          activeService: id,
          previewService: `${id}-canary`,
          autoPromotionEnabled: false,
          scaleDownDelaySeconds: 3600,
        },
      });
    }
  });

  test("20: a Deployment for each, one more pod first and none fewer, and no Argo Rollouts", () => {
    const { json } = CYCLES["20"];
    expect(chartsOf("20")).not.toContain("argo-rollouts");
    expect(customs(json).map((it) => it["kind"])).not.toContain("Rollout");
    for (const { id, scaling } of BOUNDED_CONTEXTS) {
      const deployment = json.named("kubernetes_deployment_v1", id);
      expect(at(deployment, "spec.strategy.rolling_update")).toEqual({
        max_surge: "1",
        max_unavailable: "0",
      });
      expect(containers(json, id)).toEqual([`${id} 100m/500m, 256Mi/384Mi`]);
      expect(replicas(json, id)).toMatchObject({ min: scaling.minReplicas, max: scaling.maxReplicas });
      // Its pods wait for secrets that come with the custom resources: it must not hold those up.
      expect(listAt(deployment, "depends_on")).toEqual([expect.stringContaining("CustomResources")]);
    }
  });

  test("21: 10, 50, 100 % of the route where there is one, of the pods where there is none", () => {
    const steps = [
      { setWeight: 10 },
      { pause: { duration: "900s" } },
      { setWeight: 50 },
      { pause: { duration: "900s" } },
      { setWeight: 100 },
    ];
    for (const { id, publicPaths } of BOUNDED_CONTEXTS) {
      const canary = at(custom(CYCLES["21"].json, "Rollout", id), "spec.strategy.canary");
      expect(at(canary, "steps")).toEqual(steps);
      expect(tryAt(canary, "trafficRouting") !== undefined).toBe(publicPaths !== undefined);
    }
  });

  test("the route has its two ends in every cycle, all traffic on the first", () => {
    for (const { json } of Object.values(CYCLES)) {
      const ends = listAt(custom(json, "HTTPRoute", "customer-experience"), "spec.rules.0.backendRefs");
      expect(ends).toMatchObject([
        { name: "customer-experience", weight: 100 },
        { name: "customer-experience-canary", weight: 0 },
      ]);
      expect(json.all("kubernetes_service_v1").map(nameOf)).toContain("customer-experience-canary");
    }
  });
});

describe("what a cycle is watched with", () => {
  test.each(["19", "20"] as const)("%s: Prometheus, and Slack alone", (cycle) => {
    const { platform } = CYCLES[cycle];
    expect(chartsOf(cycle)).toContain("kube-prometheus-stack");
    expect(JSON.stringify(alertmanager(cycle))).not.toContain("pagerduty");
    expect(platform.types.filter((type) => type.startsWith("pagerduty_"))).toEqual([]);
    expect(platform.only("cloudamqp_notification")).toMatchObject({ type: "slack" });
  });

  test("21: PagerDuty for what is critical, three people in turns of a week", () => {
    const { platform } = CYCLES["21"];
    expect(at(alertmanager("21"), "config.receivers")).toMatchObject([
      { name: "pagerduty" },
      { name: "nobody" },
      { name: "slack", slack_configs: [{ channel: "#critter-alerts" }] },
    ]);
    expect(listAt(platform.only("pagerduty_schedule"), "layer.0.users")).toHaveLength(3);
    expect(platform.block("variable")).toMatchObject({
      oncall_emails: { validation: [{ error_message: "oncall_emails must be 3 addresses." }] },
    });
  });

  test("21 on AKS: Application Insights in place of Prometheus, with the same alerts", () => {
    const { json, platform } = BUILT.aks;
    expect(json.all("helm_release").map(nameOf)).not.toContain("kube-prometheus-stack");
    expect(platform.only("azurerm_log_analytics_workspace")).toMatchObject({ retention_in_days: 30 });
    const alerts = platform.all("azurerm_monitor_scheduled_query_rules_alert_v2");
    expect(
      alerts.map((it) => `${nameOf(it)} ${at(it, "severity")} ${at(it, "criteria.0.threshold")}`).sort(),
    ).toEqual(["order-errors 1 0.01", "order-slow 2 5", "order-very-slow 2 10", "saga-timeout 1 0"]);
    for (const alert of alerts) {
      expect(tryAt(alert, "action") !== undefined).toBe(at(alert, "severity") === 1);
    }
    // Only PagerDuty's integration for Azure reads the common alert schema.
    expect(JSON.stringify(platform.only("azurerm_monitor_action_group"))).toMatch(
      /pagerduty_service_integration\.\w*Azure\w*\.integration_key/,
    );
    const contexts = JSON.stringify(json.all("helm_release"));
    // Application Insights adds up what it receives: a total would never let the alert on timeouts clear.
    expect(contexts).toMatch(/OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE\W+value\W+delta/);
    const configuration = at(json.named("kubernetes_config_map_v1", "otel-collector"), "data");
    // Terraform turns the doubled sign into one, which is the collector's.
    expect(JSON.stringify(configuration)).toContain("$${env:APPLICATIONINSIGHTS_CONNECTION_STRING}");
  });

  test.each(["19", "20"] as const)("%s on AKS: Prometheus, as anywhere", (cycle) => {
    const { json, platform } = build("aks", { cycle });
    expect(json.all("helm_release").map(nameOf)).toContain("kube-prometheus-stack");
    expect(platform.types).not.toContain("azurerm_application_insights");
  });

  test("a load test from cycle 20 on", () => {
    expect(CYCLES["19"].json.types).not.toContain("kubernetes_cron_job_v1");
    for (const cycle of ["20", "21"] as const) {
      expect(CYCLES[cycle].json.only("kubernetes_cron_job_v1")).toMatchObject({ spec: { suspend: true } });
    }
  });
});

test("each cycle says what it changed", () => {
  for (const [cycle, { stack }] of Object.entries(CYCLES)) {
    const said = warnings(stack).filter((line) => line.startsWith("review 002"));
    expect(said).toHaveLength(clusterDeviations("eks", cycle as Cycle).length);
  }
});

test("fails for an unknown cycle, with the list of cycles", () => {
  const cycle = "22" as Cycle;
  expect(refusal(() => build("gke", { cycle }))).toEqual({
    code: "BadName",
    message: "critter-gke: 'cycle' must be one of 21, 20, 19, got \"22\"; leave it out for 21",
  });
});

describe("outside of a sandbox", () => {
  const { production } = ENVIRONMENTS;

  test("eks keeps thirty days, copies them to another region, and nothing is thrown away by mistake", () => {
    const { platform } = build("eks", {}, production);
    expect(platform.only("aws_db_instance")).toMatchObject({
      multi_az: true,
      backup_retention_period: 30,
      deletion_protection: true,
      lifecycle: { prevent_destroy: true },
    });
    expect(platform.only("aws_db_instance_automated_backups_replication")).toMatchObject({
      provider: "aws.copy",
      retention_period: 30,
    });
    expect(at(platform.only("cloudamqp_instance"), "lifecycle.prevent_destroy")).toBe(true);
  });

  test("aks and gke have a standby in another zone and backups in another region", () => {
    expect(BUILT.aks.platform.only("azurerm_postgresql_flexible_server")).toMatchObject({
      high_availability: { mode: "ZoneRedundant", standby_availability_zone: "2" },
      backup_retention_days: 30,
      geo_redundant_backup_enabled: true,
      public_network_access_enabled: false,
    });
    expect(at(BUILT.gke.platform.only("google_sql_database_instance"), "settings")).toMatchObject({
      availability_type: "REGIONAL",
      backup_configuration: { location: "eu", backup_retention_settings: { retained_backups: 30 } },
      ip_configuration: { ipv4_enabled: false },
    });
  });

  test("certificates are those that browsers trust", () => {
    const issuer = custom(build("gke", {}, production).json, "ClusterIssuer");
    expect(at(issuer, "spec.acme.server")).toBe("https://acme-v02.api.letsencrypt.org/directory");
  });

  test("the nodes are the review's two, and more when pods find no room", () => {
    const { aks, eks, gke } = BUILT;
    expect(at(aks.platform.only("azurerm_kubernetes_cluster"), "default_node_pool")).toMatchObject({
      vm_size: "Standard_D2s_v3",
      auto_scaling_enabled: true,
      min_count: 2,
      max_count: 5,
    });
    expect(at(eks.platform.only("aws_eks_node_group"), "scaling_config")).toMatchObject({
      min_size: 2,
      max_size: 5,
    });
    expect(at(gke.platform.only("google_container_node_pool"), "autoscaling")).toMatchObject({
      total_min_node_count: 2,
      total_max_node_count: 5,
    });
  });
});

describe.each(["aks", "eks", "gke"] as const)("critter-%s in its last cycle", (cloud) => {
  test("the context that may reach a payment provider gets its address, and no other", () => {
    for (const { id } of BOUNDED_CONTEXTS) {
      const env = at(custom(BUILT[cloud].json, "Rollout", id), "spec.template.spec.containers.0.env") as {
        name: string;
        value?: string;
      }[];
      const address = env.find(({ name }) => name === "Services__PaymentProvider")?.value;
      expect(address).toBe(id === "payments" ? "${var.payment_provider_url}" : undefined);
    }
  });

  test("keeps silent event streams at its load balancer for as long as the cloud lets it", () => {
    const proxy = custom(BUILT[cloud].json, "EnvoyProxy", "envoy");
    const annotations = tryAt(proxy, "spec.provider.kubernetes.envoyService.annotations");
    expect(annotations).toEqual(
      {
        aks: { "service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout": "100" },
        eks: { "service.beta.kubernetes.io/aws-load-balancer-type": "nlb" },
        gke: undefined,
      }[cloud],
    );
  });
});
