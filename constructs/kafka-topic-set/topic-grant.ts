import type { IConstruct } from "constructs";
import type { AclConfig } from "../../imports/providers/kafka/acl";
import { isToken, refuse } from "../core/errors";

/** Whether a name stands for itself, or for everything that starts with it. */
export type NamePattern = "literal" | "prefixed";

/** What one principal may do with the topics of a set. */
export interface TopicGrant {
  /** Kafka principal, for example `User:travel-api`. */
  readonly principal: string;
  /**
   * IP address that the principal must come from.
   * @default "*"
   */
  readonly host?: string;
  /**
   * Topics that it may write to: names of the set, or prefixes of them.
   * @default - none
   */
  readonly produce?: readonly string[];
  /**
   * Topics that it may read: names of the set, or prefixes of them.
   * @default - none
   */
  readonly consume?: readonly string[];
  /**
   * Consumer group that it reads with. Required with `consume`.
   * @default - none
   */
  readonly group?: string;
  /**
   * How `produce` and `consume` are matched.
   * @default "literal"
   */
  readonly topicPattern?: NamePattern;
  /**
   * How `group` is matched.
   * @default "literal"
   */
  readonly groupPattern?: NamePattern;
  /**
   * Adds `IdempotentWrite` on the cluster, which an idempotent producer needs on brokers older than 2.8.
   * Since then `Write` on a topic is enough.
   * @default false
   * @see https://cwiki.apache.org/confluence/display/KAFKA/KIP-679
   */
  readonly idempotentWrite?: boolean;
}

/** Kafka has one cluster resource, and this is its name. */
const CLUSTER = "kafka-cluster";

/** @throws ValidationError `BadName`, `Missing`, `Conflict` */
export function requireGrant(
  scope: IConstruct,
  prop: string,
  grant: TopicGrant,
  topicNames: readonly string[],
): void {
  const { principal, produce = [], consume = [], group, idempotentWrite = false } = grant;
  requirePrincipal(scope, `${prop}.principal`, principal);
  if (produce.length === 0 && consume.length === 0) {
    const fix = "name topics in 'produce' or 'consume', or drop the grant";
    refuse(scope, { code: "Missing", prop, must: "allow something", got: principal, fix });
  }
  if (consume.length > 0 && (group === undefined || group === "")) {
    const fix = "name the consumer group";
    refuse(scope, { code: "Missing", prop: `${prop}.group`, must: "be set with 'consume'", got: group, fix });
  }
  if (consume.length === 0 && group !== undefined) {
    const fix = "name topics in 'consume', or leave the group out";
    refuse(scope, { code: "Conflict", prop: `${prop}.group`, must: "come with 'consume'", got: group, fix });
  }
  if (idempotentWrite && produce.length === 0) {
    const fix = "name topics in 'produce', or leave it out";
    const must = "come with 'produce'";
    refuse(scope, { code: "Conflict", prop: `${prop}.idempotentWrite`, must, got: idempotentWrite, fix });
  }
  requireKnownTopics(scope, `${prop}.produce`, grant, produce, topicNames);
  requireKnownTopics(scope, `${prop}.consume`, grant, consume, topicNames);
}

/** @throws ValidationError `BadName` */
export function requirePrincipal(scope: IConstruct, prop: string, principal: string): void {
  if (isToken(principal) || /^User:./.test(principal)) return;
  const must = "start with 'User:' and a name";
  const fix = "write it as the authorizer sees it, for example User:travel-api";
  refuse(scope, { code: "BadName", prop, must, got: principal, fix });
}

/**
 * The access rules of a grant, and no more. `Write` and `Read` imply `Describe` for Kafka's own authorizer;
 * it is spelled out as `kafka-acls --producer` and `--consumer` do, for authorizers that do not infer it.
 */
export function aclsOf(grant: TopicGrant): AclConfig[] {
  const allow = (aclOperation: string, resourceType: string, resourceName: string, pattern: NamePattern) => ({
    aclPrincipal: grant.principal,
    aclHost: grant.host ?? "*",
    aclOperation,
    aclPermissionType: "Allow",
    resourceType,
    resourceName,
    resourcePatternTypeFilter: pattern === "prefixed" ? "Prefixed" : "Literal",
  });
  const topics = (names: readonly string[] = [], operation: string) =>
    names.flatMap((name) =>
      [operation, "Describe"].map((each) => allow(each, "Topic", name, grant.topicPattern ?? "literal")),
    );
  return [
    ...topics(grant.produce, "Write"),
    ...topics(grant.consume, "Read"),
    ...(grant.group === undefined
      ? []
      : [allow("Read", "Group", grant.group, grant.groupPattern ?? "literal")]),
    ...(grant.idempotentWrite ? [allow("IdempotentWrite", "Cluster", CLUSTER, "literal")] : []),
  ];
}

/** What tells one rule from another, in the form under which the provider imports it. */
export function aclKey(acl: AclConfig): string {
  return [
    acl.aclPrincipal,
    acl.aclHost,
    acl.aclOperation,
    acl.aclPermissionType,
    acl.resourceType,
    acl.resourceName,
    acl.resourcePatternTypeFilter,
  ].join("|");
}

function requireKnownTopics(
  scope: IConstruct,
  prop: string,
  { topicPattern }: TopicGrant,
  names: readonly string[],
  topicNames: readonly string[],
): void {
  // With a name that only an apply can tell, any name may be the one.
  if (topicNames.some(isToken)) return;
  const prefixed = topicPattern === "prefixed";
  const isKnown = (name: string) =>
    prefixed ? name !== "" && topicNames.some((topic) => topic.startsWith(name)) : topicNames.includes(name);
  const unknown = names.find((name) => !isToken(name) && !isKnown(name));
  if (unknown === undefined) return;
  const must = prefixed ? "hold prefixes of topics of this set" : "hold topics of this set";
  const fix = `add the topic, or use one of: ${topicNames.join(", ")}`;
  refuse(scope, { code: "BadName", prop, must, got: unknown, fix });
}
