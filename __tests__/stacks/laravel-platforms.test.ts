import { ENVIRONMENTS } from "../../config/environments";
import { BUILT, build } from "../helpers/laravel";
import { at, type Json, listAt, tryAt } from "../helpers/synth";

describe("the platforms go on without a zone", () => {
  const { eks, gke, aks } = BUILT;

  test("eks: nodes, ways out and stores in three zones", () => {
    const { platform } = eks;
    const zones = platform.all("aws_subnet").map((subnet) => at(subnet, "availability_zone"));
    expect([...new Set(zones)].sort()).toEqual(["us-east-1a", "us-east-1b", "us-east-1c"]);
    expect(platform.all("aws_nat_gateway")).toHaveLength(3);
    expect(at(platform.only("aws_eks_node_group"), "scaling_config")).toMatchObject({
      min_size: 3,
      max_size: 3,
    });
    expect(platform.only("aws_db_instance")).toMatchObject({
      multi_az: true,
      password_wo: "${var.database_password}",
    });
    // AWS rotates a password of its own every seven days, and running pods keep the old one.
    expect(tryAt(platform.only("aws_db_instance"), "manage_master_user_password")).toBeUndefined();
    expect(platform.only("aws_elasticache_replication_group")).toMatchObject({
      num_cache_clusters: 2,
      automatic_failover_enabled: true,
      multi_az_enabled: true,
      transit_encryption_enabled: true,
      at_rest_encryption_enabled: "true",
    });
  });

  test("eks: policies are enforced, and the stores let in the pods alone", () => {
    const { platform } = eks;
    const cni = platform.all("aws_eks_addon").find((it) => at(it, "addon_name") === "vpc-cni");
    expect(JSON.parse(String(at(cni, "configuration_values")))).toEqual({ enableNetworkPolicy: "true" });
    const rules = platform.all("aws_vpc_security_group_ingress_rule");
    const opened = rules.map((rule) => `${at(rule, "cidr_ipv4")} ${at(rule, "from_port")}`).sort();
    const pods = ["10.44.16.0/20", "10.44.32.0/20", "10.44.48.0/20"];
    expect(opened).toEqual(pods.flatMap((cidr) => [`${cidr} 3306`, `${cidr} 6379`]).sort());
  });

  test("eks: External Secrets reads one secret, and the load balancer controller changes only its own", () => {
    const { platform } = eks;
    const [reader, controller] = ["external-secrets", "aws-load-balancer-controller"].map((name) => {
      const policy = JSON.parse(String(at(platform.named("aws_iam_role_policy", name), "policy"))) as Json;
      return listAt(policy, "Statement") as Json[];
    });
    expect(reader).toHaveLength(1);
    expect(listAt(reader?.[0], "Resource")).toHaveLength(1);
    for (const statement of controller ?? []) {
      const destroys = listAt(statement, "Action").some((it) =>
        /Delete(LoadBalancer|TargetGroup|SecurityGroup)/.test(String(it)),
      );
      if (destroys) expect(tryAt(statement, "Condition")).toBeDefined();
    }
  });

  test("gke: a regional cluster with policies, a regional database and a Redis with a standby", () => {
    const { platform } = gke;
    expect(platform.only("google_container_cluster")).toMatchObject({
      location: "us-east1",
      node_locations: ["us-east1-b", "us-east1-c", "us-east1-d"],
      datapath_provider: "ADVANCED_DATAPATH",
      vertical_pod_autoscaling: { enabled: true },
    });
    expect(at(platform.only("google_sql_database_instance"), "settings")).toMatchObject({
      availability_type: "REGIONAL",
      ip_configuration: { ipv4_enabled: false },
      backup_configuration: { enabled: true, binary_log_enabled: true },
    });
    expect(platform.only("google_redis_instance")).toMatchObject({ tier: "STANDARD_HA" });
  });

  test("aks: zones, policies, no local account, and stores that no public address reaches", () => {
    const { platform } = aks;
    expect(platform.only("azurerm_kubernetes_cluster")).toMatchObject({
      sku_tier: "Standard",
      local_account_disabled: true,
      workload_identity_enabled: true,
      default_node_pool: { zones: ["1", "2", "3"], node_count: 3 },
      network_profile: { network_policy: "cilium", network_data_plane: "cilium" },
      workload_autoscaler_profile: { vertical_pod_autoscaler_enabled: true },
    });
    expect(platform.only("azurerm_mysql_flexible_server")).toMatchObject({
      high_availability: { mode: "ZoneRedundant" },
      backup_retention_days: 7,
    });
    expect(platform.only("azurerm_managed_redis")).toMatchObject({
      high_availability_enabled: true,
      public_network_access: "Disabled",
    });
  });

  test("nothing is thrown away by mistake outside of a sandbox", () => {
    const { production } = ENVIRONMENTS;
    expect(eks.platform.only("aws_db_instance")).toMatchObject({ deletion_protection: false });
    expect(build("eks", production).platform.only("aws_db_instance")).toMatchObject({
      identifier: "laravel-eks-production",
      deletion_protection: true,
      final_snapshot_identifier: "laravel-eks-production-final",
    });
    const onGoogle = build("gke", production).platform;
    expect(onGoogle.only("google_sql_database_instance")).toMatchObject({ deletion_protection: true });
    expect(onGoogle.only("google_container_cluster")).toMatchObject({ deletion_protection: true });
    const onAzure = build("aks", production).platform;
    expect(at(onAzure.only("azurerm_mysql_flexible_server"), "lifecycle.prevent_destroy")).toBe(true);
  });
});
