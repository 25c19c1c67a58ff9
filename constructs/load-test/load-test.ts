import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { CronJobV1 } from "@cdktf/provider-kubernetes/lib/cron-job-v1";
import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { ServiceAccountV1 } from "@cdktf/provider-kubernetes/lib/service-account-v1";
import { Construct } from "constructs";
import { type Labels, selectorLabels, workloadLabels } from "../core/labels";
import { DNS_RULES, type NetworkRule, peerAnnotations, requireRules, toEgress } from "../core/network-rules";
import { podTemplate } from "../core/pod-template";
import { type ResourceBudget, requireBudget, toKubernetes } from "../core/resources";
import { requireInteger, requireLabelName } from "../core/validate";

/** Properties for `LoadTest`. */
export interface LoadTestProps {
  readonly namespace: string;
  /** Name of the CronJob, and label `app` of its pods, for the ingress rules of others. */
  readonly name: string;
  /** Application that it belongs to, for the label `app.kubernetes.io/part-of`. */
  readonly partOf: string;
  /**
   * The test as JavaScript of k6; a missed threshold fails the job. It cannot contain references of Terraform: pass
   * them in `environment`.
   */
  readonly script: string;
  /** Variables that the script reads from `__ENV`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Targets of the load; everything else except DNS is denied. */
  readonly egress: readonly NetworkRule[];
  /** Maximum duration, in seconds; a longer run is stopped and fails. */
  readonly deadlineSeconds: number;
  /** @default "grafana/k6:1.7.1" */
  readonly image?: string;
  /** @default - CPU request 500m, limit 2000m; memory request 1024Mi, limit 2048Mi, for about a thousand users */
  readonly resources?: ResourceBudget;
}

const RESOURCES: ResourceBudget = {
  cpuRequestMillicores: 500,
  cpuLimitMillicores: 2000,
  memoryRequestMi: 1024,
  memoryLimitMi: 2048,
};

/** User of k6's own image. */
const UID = 12345;

/**
 * A load test that an operator starts: a suspended CronJob, for `kubectl create job --from=cronjob/<name>`. A Job
 * would run with the first apply.
 * @see https://grafana.com/docs/k6/latest/using-k6/thresholds/
 */
export class LoadTest extends Construct {
  /** Labels of its pods. */
  public readonly selector: Labels;

  /** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: LoadTestProps) {
    super(scope, id);
    const { namespace, name, partOf, script, egress, deadlineSeconds } = props;
    requireLabelName(this, "name", name, 52);
    requireRules(this, "egress", egress);
    requireInteger(this, "deadlineSeconds", deadlineSeconds, { min: 1 });
    if (props.resources !== undefined) requireBudget(this, "resources", props.resources);
    this.selector = selectorLabels(name);
    const labels = workloadLabels(name, partOf);
    const metadata = { name, namespace, labels };
    const config = new ConfigMapV1(this, "Script", { metadata, data: { "test.js": literal(script) } });
    const account = new ServiceAccountV1(this, "ServiceAccount", {
      metadata,
      automountServiceAccountToken: false,
    });
    const template = this.template(props, labels, {
      account: account.metadata.name,
      configMap: config.metadata.name,
    });
    new CronJobV1(this, "Resource", {
      metadata,
      spec: {
        suspend: true,
        // Required, but unused while suspended.
        schedule: "0 0 1 1 *",
        concurrencyPolicy: "Forbid",
        jobTemplate: {
          metadata: { labels },
          spec: { activeDeadlineSeconds: deadlineSeconds, backoffLimit: 0, template },
        },
      },
    });
    const annotations = peerAnnotations(egress);
    new NetworkPolicyV1(this, "NetworkPolicy", {
      metadata: { ...metadata, ...(Object.keys(annotations).length > 0 && { annotations }) },
      spec: {
        podSelector: { matchLabels: this.selector },
        policyTypes: ["Ingress", "Egress"],
        egress: toEgress([...DNS_RULES, ...egress]),
      },
    });
  }

  private template(
    { image, resources, environment, script }: LoadTestProps,
    labels: Labels,
    { account, configMap }: { readonly account: string; readonly configMap: string },
  ) {
    const { metadata, spec } = podTemplate(
      {
        uid: UID,
        configuration: { script },
        volumes: [{ name: "script", configMap: { name: configMap } }],
        containers: [
          {
            name: "k6",
            image: image ?? "grafana/k6:1.7.1",
            args: ["run", "--no-usage-report", "/test/test.js"],
            env: Object.entries(environment).map(([name, value]) => ({ name, value })),
            resources: toKubernetes(resources ?? RESOURCES),
            volumeMount: [{ name: "script", mountPath: "/test", readOnly: true }],
            writablePaths: ["/tmp"],
          },
        ],
      },
      labels,
      this.selector,
      account,
    );
    return { metadata, spec: { ...spec, restartPolicy: "Never" } };
  }
}

/** Escapes Terraform's template sequences, which JavaScript's template literals contain too. */
function literal(text: string): string {
  // A function, since `$$` in a replacement text is one `$`.
  return text.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign);
}
