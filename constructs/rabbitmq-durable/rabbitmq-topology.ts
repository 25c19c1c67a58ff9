import type { ITerraformDependable } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { Binding } from "../../imports/providers/rabbitmq/binding";
import { Exchange } from "../../imports/providers/rabbitmq/exchange";
import { Permissions } from "../../imports/providers/rabbitmq/permissions";
import { Policy } from "../../imports/providers/rabbitmq/policy";
import { Queue } from "../../imports/providers/rabbitmq/queue";
import { User } from "../../imports/providers/rabbitmq/user";
import { Vhost } from "../../imports/providers/rabbitmq/vhost";
import { stableId } from "../core/stable-id";
import { requireInteger, requireKnown } from "../core/validate";
import { warn } from "../core/warn";
import { type PermissionSpec, requireAccess, toPatterns, type UserSpec } from "./access";
import { DEFAULT_VHOST, exactly, requireDistinct, requireVhostName } from "./names";
import { type PolicySpec, QUEUE_POLICY_PRIORITY, requirePolicies } from "./policy-spec";
import { lossesOf, type QueueSpec, queueSettings, queueType, requireQueueSpec } from "./queue-spec";
import { type BindingSpec, bindingKey, type ExchangeSpec, requireRouting } from "./routing";

/** Virtual host, exchanges, queues, bindings, policies, users and permissions on one broker. */
export interface Topology {
  /** Virtual host of the topology; created, unless it is `/`. */
  readonly vhost: string;
  readonly queues: readonly QueueSpec[];
  /** @default - only the default exchanges of the broker */
  readonly exchanges?: readonly ExchangeSpec[];
  /** @default - none */
  readonly bindings?: readonly BindingSpec[];
  /**
   * Policies in addition to those of the queues' own settings.
   * @default - none
   */
  readonly policies?: readonly PolicySpec[];
  /** @default - none */
  readonly users?: readonly UserSpec[];
  /**
   * Permissions in the virtual host, one entry per user.
   * @default - none
   */
  readonly permissions?: readonly PermissionSpec[];
}

/** Properties for `RabbitMqTopology`. */
export interface RabbitMqTopologyProps extends Topology {
  /**
   * Whether the broker has several nodes; a classic queue is then refused.
   * @default true
   */
  readonly replicated?: boolean;
  /**
   * Major version of the broker, 3 or 4.
   * @default 4
   */
  readonly rabbitMqMajor?: number;
  /**
   * Sets `prevent_destroy`: Terraform refuses a plan that deletes the virtual host or a queue with its messages. A
   * sandbox passes false.
   * @default true
   */
  readonly preventDestroy?: boolean;
  /**
   * Resources that must be created first, for example the broker.
   * @default - nothing
   */
  readonly dependsOn?: readonly ITerraformDependable[];
}

/**
 * Virtual host, durable queues, exchanges, bindings, users and permissions. Expects a `rabbitmq` provider in scope.
 *
 * Each queue's settings are in a policy of its own, not in its arguments: a change of arguments replaces the queue.
 * @see https://registry.terraform.io/providers/cyrilgdn/rabbitmq/1.8.0/docs
 */
export class RabbitMqTopology extends Construct {
  /** The queues by name, in the order given. */
  public readonly queues: ReadonlyMap<string, Queue>;
  private readonly vhost: string;
  private readonly dependsOn: ITerraformDependable[] | undefined;

  /** @throws ValidationError `BadName`, `Conflict`, `Missing`, `Unknown`, `NotInteger`, `OutOfRange` */
  public constructor(scope: Construct, id: string, props: RabbitMqTopologyProps) {
    super(scope, id);
    requireTopology(this, props);
    // The keys of a policy depend on it.
    requireKnown(this, { rabbitMqMajor: props.rabbitMqMajor });
    requireInteger(this, "rabbitMqMajor", props.rabbitMqMajor, { min: 3, max: 4 });
    this.warn(props);

    const { preventDestroy = true, rabbitMqMajor = 4, dependsOn } = props;
    this.dependsOn = dependsOn && [...dependsOn];
    this.vhost = this.defineVhost(props.vhost, preventDestroy);
    const exchanges = this.defineExchanges(props.exchanges ?? []);
    this.queues = new Map(
      props.queues.map((spec) => [spec.name, this.defineQueue(spec, rabbitMqMajor, preventDestroy)]),
    );
    for (const binding of props.bindings ?? []) this.defineBinding(binding, exchanges);
    for (const policy of props.policies ?? []) this.definePolicy(policy);
    for (const user of props.users ?? []) this.defineUser(user);
    for (const permission of props.permissions ?? []) this.definePermission(permission);
  }

  private warn({ queues, users = [] }: Topology): void {
    for (const spec of queues) {
      const losses = lossesOf(spec);
      if (losses.length === 0) continue;
      warn(this, "queueLost", `queue ${spec.name} ${losses.join(", ")}: confirmed messages can be lost`);
    }
    const created = users.filter(({ existing }) => !existing).map(({ name }) => name);
    if (created.length === 0) return;
    warn(
      this,
      "secretInState",
      `the state contains the password of ${created.join(", ")}: rabbitmq_user has no write-only argument; ` +
        "create users elsewhere and set 'existing: true', or encrypt the state",
    );
  }

  private defineVhost(name: string, preventDestroy: boolean): string {
    if (name === DEFAULT_VHOST) return name;
    return new Vhost(this, "Vhost", { name, lifecycle: { preventDestroy }, dependsOn: this.dependsOn }).name;
  }

  private defineExchanges(specs: readonly ExchangeSpec[]): ReadonlyMap<string, Exchange> {
    return new Map(
      specs.map(({ name, type, alternateExchange }) => {
        const settings = {
          type,
          durable: true,
          ...(alternateExchange !== undefined && { arguments: { "alternate-exchange": alternateExchange } }),
        };
        const config = { name, vhost: this.vhost, settings, dependsOn: this.dependsOn };
        return [name, new Exchange(this, this.idOf("exchange", name), config)];
      }),
    );
  }

  /** The policy first: the queue never exists without its settings. */
  private defineQueue(spec: QueueSpec, rabbitMqMajor: number, preventDestroy: boolean): Queue {
    const { name } = spec;
    const definition = queueSettings(spec, rabbitMqMajor);
    const policies =
      Object.keys(definition).length === 0
        ? []
        : [
            this.definePolicy({
              name,
              pattern: exactly([name]),
              applyTo: "queues",
              definition,
              priority: QUEUE_POLICY_PRIORITY,
            }),
          ];
    return new Queue(this, this.idOf("queue", name), {
      name,
      vhost: this.vhost,
      settings: { durable: true, autoDelete: false, arguments: { "x-queue-type": queueType(spec) } },
      lifecycle: { preventDestroy },
      dependsOn: [...(this.dependsOn ?? []), ...policies],
    });
  }

  private defineBinding(spec: BindingSpec, exchanges: ReadonlyMap<string, Exchange>): Binding {
    return new Binding(this, this.idOf("binding", bindingKey(spec)), {
      vhost: this.vhost,
      source: exchanges.get(spec.exchange)?.name ?? spec.exchange,
      destination: this.queues.get(spec.queue)?.name ?? spec.queue,
      destinationType: "queue",
      routingKey: spec.routingKey ?? "",
    });
  }

  private definePolicy({ name, pattern, applyTo, definition, priority = 0 }: PolicySpec): Policy {
    const policy = { pattern, applyTo, definition: { ...definition }, priority };
    return new Policy(this, this.idOf("policy", name), {
      name,
      vhost: this.vhost,
      policy,
      dependsOn: this.dependsOn,
    });
  }

  private defineUser(user: UserSpec): void {
    if (user.existing) return;
    const { name, password, tags = [] } = user;
    new User(this, this.idOf("user", name), {
      name,
      password,
      tags: [...tags],
      dependsOn: this.dependsOn,
    });
  }

  private definePermission(spec: PermissionSpec): Permissions {
    const user = this.node.tryFindChild(this.idOf("user", spec.user)) as User | undefined;
    return new Permissions(this, this.idOf("permission", spec.user), {
      user: user?.name ?? spec.user,
      vhost: this.vhost,
      permissions: toPatterns(spec),
      dependsOn: this.dependsOn,
    });
  }

  private idOf(kind: string, name: string): string {
    return `${kind}-${stableId(this, name)}`;
  }
}

function requireTopology(scope: IConstruct, props: RabbitMqTopologyProps): void {
  const { vhost, queues, exchanges = [], bindings = [], policies = [], users = [], permissions = [] } = props;
  requireVhostName(scope, "vhost", vhost);
  queues.forEach((spec, index) => {
    requireQueueSpec(scope, `queues[${index}]`, spec, { replicated: props.replicated ?? true });
  });
  const queueNames = queues.map(({ name }) => name);
  requireDistinct(scope, "queues", queueNames);
  requireRouting(scope, { queues, exchanges, bindings });
  requirePolicies(scope, policies, queues);
  const exchangeNames = exchanges.map(({ name }) => name);
  requireAccess(scope, permissions, { users, exchanges: exchangeNames, queues: queueNames });
}
