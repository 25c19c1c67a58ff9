import type { IConstruct } from "constructs";
import type { AclConfig } from "../../imports/providers/kafka/acl";
import { isToken, refuse } from "../core/errors";

/** Whether a name is literal, or a prefix. */
export type NamePattern = "literal" | "prefixed";

/** Permissions of one principal on the topics of a set. */
export interface TopicGrant {
  /** Kafka principal, for example `User:checkout`. */
  readonly principal: string;
  /**
   * Client IP address that the ACL is limited to.
   * @default "*"
   */
  readonly host?: string;
  /**
   * Topics that it may write: names in the set, or prefixes of them.
   * @default - none
   */
  readonly produce?: readonly string[];
  /**
   * Topics that it may read: names in the set, or prefixes of them.
   * @default - none
   */
  readonly consume?: readonly string[];
  /**
   * Its consumer group. Required with `consume`.
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

/** Name of Kafka's only cluster resource. */
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
    const fix = "name topics in 'produce' or 'consume', or remove the grant";
    refuse(scope, { code: "Missing", prop, must: "allow something", got: principal, fix });
  }
  if (consume.length > 0 && (group === undefined || group === "")) {
    const fix = "name the consumer group";
    refuse(scope, { code: "Missing", prop: `${prop}.group`, must: "be set with 'consume'", got: group, fix });
  }
  if (consume.length === 0 && group !== undefined) {
    const fix = "name topics in 'consume', or omit the group";
    refuse(scope, {
      code: "Conflict",
      prop: `${prop}.group`,
      must: "be used with 'consume'",
      got: group,
      fix,
    });
  }
  if (idempotentWrite && produce.length === 0) {
    const fix = "name topics in 'produce', or omit it";
    const must = "be used with 'produce'";
    refuse(scope, { code: "Conflict", prop: `${prop}.idempotentWrite`, must, got: idempotentWrite, fix });
  }
  requireKnownTopics(scope, `${prop}.produce`, grant, produce, topicNames);
  requireKnownTopics(scope, `${prop}.consume`, grant, consume, topicNames);
}

/** @throws ValidationError `BadName` */
export function requirePrincipal(scope: IConstruct, prop: string, principal: string): void {
  if (isToken(principal) || /^User:./.test(principal)) return;
  const must = "start with 'User:' and a name";
  const fix = "give the name as in the authorizer, for example User:checkout";
  refuse(scope, { code: "BadName", prop, must, got: principal, fix });
}

/**
 * The ACLs of a grant. `Write` and `Read` imply `Describe` in Kafka's own authorizer; it is explicit, as with
 * `kafka-acls --producer` and `--consumer`, for authorizers that do not infer it.
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

/** Identity of an ACL, in the form of the provider's import id. */
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
  // A name that is known after apply may be any name.
  if (topicNames.some(isToken)) return;
  const prefixed = topicPattern === "prefixed";
  const isKnown = (name: string) =>
    prefixed ? name !== "" && topicNames.some((topic) => topic.startsWith(name)) : topicNames.includes(name);
  const unknown = names.find((name) => !isToken(name) && !isKnown(name));
  if (unknown === undefined) return;
  const must = prefixed ? "contain prefixes of topics of this set" : "contain topics of this set";
  const fix = `add the topic, or use one of: ${topicNames.join(", ")}`;
  refuse(scope, { code: "BadName", prop, must, got: unknown, fix });
}
