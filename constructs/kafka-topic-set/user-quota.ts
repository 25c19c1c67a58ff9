import type { IConstruct } from "constructs";
import type { QuotaConfig } from "../../imports/providers/kafka/quota";
import { isToken, refuse } from "../core/errors";
import { requireInteger, requireNumber } from "../core/validate";
import { requirePrincipal } from "./topic-grant";

/**
 * Quota of one principal on each broker, which throttles it at the limit. On three brokers the total is three times as
 * high.
 * @see https://kafka.apache.org/documentation/#design_quotas
 */
export interface UserQuota {
  /** Kafka principal, for example `User:checkout`. */
  readonly principal: string;
  /**
   * Bytes per second that it may write to each broker.
   * @default - unlimited
   */
  readonly producerBytesPerSecond?: number;
  /**
   * Bytes per second that it may read from each broker.
   * @default - unlimited
   */
  readonly consumerBytesPerSecond?: number;
  /**
   * Share of the time of one network or request thread of each broker, in percent; a broker has several threads,
   * so more than 100 is possible.
   * @default - unlimited
   */
  readonly requestPercent?: number;
}

/** @throws ValidationError `BadName`, `NotInteger`, `OutOfRange`, `Missing`, `Conflict` */
export function requireQuotas(scope: IConstruct, quotas: readonly UserQuota[]): void {
  quotas.forEach((quota, index) => {
    const prop = `quotas[${index}]`;
    const { principal, producerBytesPerSecond, consumerBytesPerSecond, requestPercent } = quota;
    requirePrincipal(scope, `${prop}.principal`, principal);
    requireInteger(scope, `${prop}.producerBytesPerSecond`, producerBytesPerSecond, { min: 1 });
    requireInteger(scope, `${prop}.consumerBytesPerSecond`, consumerBytesPerSecond, { min: 1 });
    requireNumber(scope, `${prop}.requestPercent`, requestPercent, { min: 0.01 });
    if (Object.keys(limitsOf(quota)).length === 0) {
      const must = "limit something";
      const fix = "set 'producerBytesPerSecond', 'consumerBytesPerSecond' or 'requestPercent', or remove it";
      refuse(scope, { code: "Missing", prop, must, got: principal, fix });
    }
    const first = quotas.findIndex((other) => other.principal === principal);
    if (first === index || isToken(principal)) return;
    const must = `differ from that of quotas[${first}]`;
    const fix = "put all limits of a principal into one quota";
    refuse(scope, { code: "Conflict", prop: `${prop}.principal`, must, got: principal, fix });
  });
}

/** The quota in the provider's terms. */
export function quotaConfig(quota: UserQuota): QuotaConfig {
  return {
    entityType: "user",
    entityName: quota.principal.replace(/^User:/, ""),
    config: limitsOf(quota),
  };
}

function limitsOf({ producerBytesPerSecond, consumerBytesPerSecond, requestPercent }: UserQuota) {
  return {
    ...(producerBytesPerSecond !== undefined && { producer_byte_rate: producerBytesPerSecond }),
    ...(consumerBytesPerSecond !== undefined && { consumer_byte_rate: consumerBytesPerSecond }),
    ...(requestPercent !== undefined && { request_percentage: requestPercent }),
  };
}
