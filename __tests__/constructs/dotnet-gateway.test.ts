import { TerraformVariable } from "cdktf";
import type { DotnetGatewayProps } from "../../constructs/dotnet-gateway";
import { gateway } from "../helpers/gateway";
import { at, freshStack, type Json, listAt, parsedAt, refusal, synth, tryAt } from "../helpers/synth";

type Props = Partial<DotnetGatewayProps>;

const KEYRING = { activeKid: "k1", kids: ["k1", "k2"] };

function environment(props: Props = {}): Json {
  const deployment = synth(gateway(props)).named("kubernetes_deployment_v1", "gateway");
  const variables = listAt(deployment, "spec.template.spec.container.0.env");
  return Object.fromEntries(variables.map((variable) => [at(variable, "name"), at(variable, "value")]));
}

function refused(props: Props) {
  return refusal(() => gateway(props));
}

describe("the cap on connections", () => {
  test("shares the budget out over all pods, with one surge pod and one canary", () => {
    const built = gateway();
    expect(built.connectionsPerPod).toBe(83);
    expect(built.connectionsPerPod * (10 + 2)).toBeLessThanOrEqual(1000);
    expect(environment()).toMatchObject({ Upstream__MaxConnectionsPerServer: "83" });
  });

  test.each([1, 82, 83])("may be lower, %d a pod", (perPod) => {
    expect(gateway({ upstream: { budget: 1000, perPod } }).connectionsPerPod).toBe(perPod);
  });

  test("fails when it exceeds the budget, and states the required budget", () => {
    expect(refused({ upstream: { budget: 1000, perPod: 84 } })).toEqual({
      code: "OverBudget",
      message:
        "Stack/Gateway: 'upstream.perPod' must be at most 83 (budget 1000 over 12 pods), got 84; " +
        "lower it, or agree on a budget of 1008 with the backend's team",
    });
  });

  test("fails when there is not one connection for each pod", () => {
    expect(gateway({ upstream: { budget: 12 } }).connectionsPerPod).toBe(1);
    expect(refused({ upstream: { budget: 11 } })).toEqual({
      code: "OverBudget",
      message:
        "Stack/Gateway: 'upstream.budget' must be at least 12, one connection for each pod that can run at once, " +
        "got 11; agree on a larger budget or lower 'maxReplicas'",
    });
  });

  test("fails when the environment would set another past the check", () => {
    expect(refused({ environment: { Upstream__MaxConnectionsPerServer: "500" } })).toEqual({
      code: "Conflict",
      message:
        "Stack/Gateway: 'environment.Upstream__MaxConnectionsPerServer' must be omitted, got \"500\"; " +
        "set 'upstream.perPod'",
    });
  });

  test("fails when the environment would do so in another case, which .NET reads alike", () => {
    expect(refused({ environment: { UPSTREAM__MAXCONNECTIONSPERSERVER: "500" } }).code).toBe("Conflict");
  });

  test("fails with tokens, since it divides", () => {
    const { numberValue } = new TerraformVariable(freshStack(), "size", {});
    const known = "must be known at synth, got a token; give it as a literal";
    expect(refused({ upstream: { budget: numberValue } })).toEqual({
      code: "Unknown",
      message: `Stack/Gateway: 'upstream.budget' ${known}`,
    });
    expect(refused({ upstream: { budget: 1, perPod: numberValue } }).message).toContain("'upstream.perPod'");
    const scaling = { minReplicas: 1, maxReplicas: numberValue, cpuPercent: 60 };
    expect(refused({ scaling }).message).toContain("'maxReplicas'");
  });

  test.each<[DotnetGatewayProps["upstream"], string]>([
    [{ budget: 0 }, "'upstream.budget' must be at least 1, got 0; set 'upstream.budget' within the bounds"],
    [
      { budget: 1000, perPod: 0 },
      "'upstream.perPod' must be at least 1, got 0; set 'upstream.perPod' within the bounds",
    ],
  ])("fails with %j", (upstream, message) => {
    expect(refused({ upstream })).toEqual({ code: "OutOfRange", message: `Stack/Gateway: ${message}` });
  });
});

describe("the secrets", () => {
  const props: Props = { secrets: ["api-keys"], keyring: KEYRING };
  const json = synth(gateway(props));

  test("come from variables that are written to no plan and no state", () => {
    const hidden = { type: "string", sensitive: true, ephemeral: true };
    expect(json.block("variable")).toEqual({
      gateway_api_keys: { ...hidden, description: "Value of the secret shop-1/gateway/api-keys" },
      gateway_booking_token_key_k1: { ...hidden, description: "Booking-token key k1: 32 bytes, base64" },
      gateway_booking_token_key_k2: { ...hidden, description: "Booking-token key k2: 32 bytes, base64" },
    });
  });

  test("are written to write-only arguments, which contain only references", () => {
    const versions = json.all("aws_secretsmanager_secret_version");
    expect(versions.map((version) => at(version, "secret_string_wo"))).toEqual([
      "${var.gateway_api_keys}",
      '${jsonencode({"activeKid" = "k1", "keys" = [' +
        '{"kid" = "k1", "key" = var.gateway_booking_token_key_k1}, ' +
        '{"kid" = "k2", "key" = var.gateway_booking_token_key_k2}]})}',
    ]);
    for (const version of versions) {
      expect(Object.keys(version).sort()).toEqual([
        "secret_id",
        "secret_string_wo",
        "secret_string_wo_version",
      ]);
      expect(at(version, "secret_string_wo_version")).toEqual(expect.any(Number));
    }
  });

  test("are used nowhere else", () => {
    const uses = json.text.match(/var\.gateway_\w+/g) ?? [];
    expect(uses.sort()).toEqual([
      "var.gateway_api_keys",
      "var.gateway_booking_token_key_k1",
      "var.gateway_booking_token_key_k2",
    ]);
  });

  test("are mounted as files through the CSI driver", () => {
    const [providerClass, ...others] = json.manifests;
    expect(others).toEqual([]);
    expect(providerClass).toMatchObject({
      apiVersion: "secrets-store.csi.x-k8s.io/v1",
      kind: "SecretProviderClass",
      metadata: { name: "gateway-secrets", namespace: "shop" },
      spec: { provider: "aws", parameters: { region: "eu-west-1", usePodIdentity: "true" } },
    });
    const objects = JSON.parse(String(at(providerClass, "spec.parameters.objects")));
    expect(objects).toEqual(
      ["api-keys", "booking-token-keyring"].map((alias) => ({
        objectName: expect.stringMatching(
          new RegExp(`^\\$\\{aws_secretsmanager_secret\\.Gateway_Secrets_${alias}_\\w+\\.name\\}$`),
        ),
        objectType: "secretsmanager",
        objectAlias: alias,
      })),
    );

    const spec = at(json.only("kubernetes_deployment_v1"), "spec.template.spec");
    expect(listAt(spec, "volume")).toContainEqual({
      name: "secrets",
      csi: {
        driver: "secrets-store.csi.k8s.io",
        read_only: true,
        volume_attributes: { secretProviderClass: "gateway-secrets" },
      },
    });
    expect(listAt(spec, "container.0.volume_mount")).toContainEqual({
      name: "secrets",
      mount_path: "/run/secrets/app",
      read_only: true,
    });
    expect(environment(props)).toMatchObject({ Secrets__Path: "/run/secrets/app" });
  });

  test("leave nothing behind where there are none, neither a mount nor an empty policy", () => {
    const none = synth(gateway());
    expect(none.types.filter((type) => type.includes("secret"))).toEqual([]);
    expect(none.manifests).toEqual([]);
    expect(environment()).not.toHaveProperty("Secrets__Path");
    expect(none.text).not.toContain("secrets-store.csi");
    const { Statement } = parsedAt(none.only("aws_iam_role_policy"), "policy");
    expect(Statement).toMatchObject([{ Action: ["elasticache:Connect"] }]);
  });

  const label = "be an RFC 1123 label (lower-case letters, digits and '-', at most 63 characters)";
  test.each<[string, Props, string, string]>([
    [
      "the active key is none of the keyring's",
      { keyring: { activeKid: "k3", kids: ["k1", "k2"] } },
      "Missing",
      "'keyring.activeKid' must be one of the keyring's keys (k1, k2), got \"k3\"; " +
        "add a key before you activate it, and activate another one before you remove it",
    ],
    [
      "a key id makes no variable name",
      { keyring: { activeKid: "k1", kids: ["k1", "2026.1"] } },
      "BadName",
      `'keyring.kids[1]' must ${label}, got "2026.1"; shorten or rename it`,
    ],
    [
      "two names would share a variable",
      { secrets: ["api-keys", "api_keys"] },
      "BadName",
      `'secrets[1]' must ${label}, got "api_keys"; shorten or rename it`,
    ],
  ])("fail when %s", (_, change, code, message) => {
    expect(refused(change)).toEqual({ code, message: `Stack/Gateway/Secrets: ${message}` });
  });
});

describe("the pods' identity", () => {
  const json = synth(gateway({ secrets: ["api-keys"], keyring: KEYRING }));

  test("may read its own secrets and connect to its own cache, and nothing else", () => {
    expect(parsedAt(json.only("aws_iam_role_policy"), "policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          Resource: json
            .ids("aws_secretsmanager_secret")
            .map((id) => `\${aws_secretsmanager_secret.${id}.arn}`),
        },
        {
          Effect: "Allow",
          Action: ["elasticache:Connect"],
          Resource: [
            "${aws_elasticache_replication_group.Gateway_Cache_360EEA95.arn}",
            "${aws_elasticache_user.Gateway_Cache_User_122EBF25.arn}",
          ],
        },
      ],
    });
  });

  test("is given to the one service account, by EKS only", () => {
    expect(parsedAt(json.only("aws_iam_role"), "assume_role_policy")).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    });
    const [account] = json.ids("kubernetes_service_account_v1");
    expect(json.only("aws_eks_pod_identity_association")).toMatchObject({
      cluster_name: "cluster",
      namespace: "shop",
      service_account: `\${kubernetes_service_account_v1.${account}.metadata[0].name}`,
    });
  });
});

describe("the network", () => {
  test("lets the pods out to DNS, what they are given, the cache and the identity agent", () => {
    const peer = { namespace: "backend", labels: { app: "frontend3" } };
    const policy = synth(gateway({ egress: [{ peer, port: 8081 }] })).only("kubernetes_network_policy_v1");
    const reached = listAt(policy, "spec.egress").flatMap((rule) =>
      listAt(rule, "ports").map((port) => {
        const [to] = listAt(rule, "to");
        const whom = tryAt(to, "ip_block.cidr") ?? JSON.stringify(tryAt(to, "pod_selector.match_labels"));
        return `${whom} ${at(port, "protocol")} ${at(port, "port")}`;
      }),
    );
    expect(reached).toEqual([
      '{"k8s-app":"kube-dns"} UDP 53',
      '{"k8s-app":"kube-dns"} TCP 53',
      '{"app":"frontend3"} TCP 8081',
      "10.0.1.0/24 TCP 6379",
      "10.0.2.0/24 TCP 6379",
      "169.254.170.23/32 TCP 80",
    ]);
  });
});

test("the environment contains the address of the cache, and can be extended", () => {
  expect(environment({ environment: { LOG: "debug" } })).toEqual({
    ASPNETCORE_HTTP_PORTS: "8080",
    Upstream__MaxConnectionsPerServer: "83",
    Redis__Host: "${aws_elasticache_replication_group.Gateway_Cache_360EEA95.primary_endpoint_address}",
    Redis__Port: "6379",
    Redis__User: "shop-1-gateway",
    Redis__Tls: "true",
    LOG: "debug",
  });
});

test("volumes of the caller are mounted next to the secrets", () => {
  const volumes = [{ volume: { name: "own", emptyDir: {} }, mountPath: "/own" }];
  const json = synth(gateway({ volumes, secrets: ["api-keys"] }));
  const mounts = listAt(json.only("kubernetes_deployment_v1"), "spec.template.spec.container.0.volume_mount");
  expect(mounts.map((mount) => at(mount, "mount_path"))).toEqual(["/own", "/run/secrets/app", "/tmp"]);
});

test("the gateway is these resources under these ids", () => {
  const json = synth(gateway({ secrets: ["api-keys"], keyring: KEYRING }));
  expect(json.types.flatMap((type) => json.ids(type).map((id) => `${type}.${id}`))).toMatchSnapshot();
});

test("custom resources of the pods are among the manifests: with a Rollout there is no Deployment", () => {
  const json = synth(gateway({ canary: { rollout: {} } }));
  expect(json.types).not.toContain("kubernetes_deployment_v1");
  expect(json.manifests.map(({ kind }) => kind)).toContain("Rollout");
});
