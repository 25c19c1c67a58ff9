import { AwsStandIn } from "./aws-stand-in";
import { KAFKA_REQUIREMENTS, Kafka } from "./kafka";
import { KUBERNETES_REQUIREMENTS, KubernetesSandbox } from "./kubernetes";
import { MOTO_ACCOUNT, MOTO_REQUIREMENTS, Moto } from "./moto";
import type { Requirement } from "./requirement";

/** Whether this machine has a Kafka broker; without one, stacks are applied without their topics. */
export const HAS_KAFKA = KAFKA_REQUIREMENTS.every(({ missing }) => missing === undefined);

/** What stacks with these providers need around them. */
export function surroundingRequirements(providers: readonly string[]): Requirement[] {
  return [...KUBERNETES_REQUIREMENTS, ...(providers.includes("aws") ? MOTO_REQUIREMENTS : [])];
}

/** Everything that a stack talks to, started for it alone. */
export class Surroundings {
  /** Environment of the providers. */
  public readonly env: Record<string, string> = {};
  /** Values of the variables that say where things are. */
  public readonly variables: Record<string, string> = {};
  /** Undefined where no AWS provider is. */
  public moto: Moto | undefined;
  private readonly started: { stop(): Promise<void> }[] = [];

  private constructor(public readonly kubernetes: KubernetesSandbox) {
    this.started.push(kubernetes);
    this.variables["kube_config_path"] = kubernetes.kubeconfig;
  }

  /** @param providers names of the stack's providers */
  public static async start(providers: readonly string[]): Promise<Surroundings> {
    const surroundings = new Surroundings(await KubernetesSandbox.start());
    try {
      if (providers.includes("aws")) await surroundings.startAws();
      if (providers.includes("kafka")) await surroundings.startKafka();
    } catch (error) {
      await surroundings.stop();
      throw error;
    }
    return surroundings;
  }

  public async stop(): Promise<void> {
    await Promise.all(this.started.map((it) => it.stop()));
  }

  private async startAws(): Promise<void> {
    const moto = await Moto.start();
    this.started.push(moto);
    this.moto = moto;
    const standIn = await AwsStandIn.start();
    this.started.push(standIn);
    const { vpcId, subnetIds } = await moto.defaultNetwork();
    Object.assign(this.env, moto.env, standIn.env);
    Object.assign(this.variables, {
      aws_account_id: MOTO_ACCOUNT,
      vpc_id: vpcId,
      cache_subnet_ids: JSON.stringify(subnetIds.slice(0, 2)),
    });
  }

  private async startKafka(): Promise<void> {
    const kafka = HAS_KAFKA ? await Kafka.start() : undefined;
    if (kafka !== undefined) this.started.push(kafka);
    Object.assign(this.variables, {
      kafka_bootstrap_servers: JSON.stringify(kafka?.bootstrapServers ?? ["127.0.0.1:9"]),
      kafka_tls_enabled: "false",
    });
  }
}
