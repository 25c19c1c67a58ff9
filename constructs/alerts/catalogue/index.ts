import type { Alert } from "../alert";
import { B2B_ALERTS } from "./b2b";
import { CRITTER_SUPPLY_ALERTS } from "./critter-supply";
import { KAFKA_ALERTS } from "./kafka";
import { LARAVEL_ALERTS } from "./laravel";
import { PARTNER_API_ALERTS } from "./partner-api";
import { PHP_FPM_ALERTS } from "./php-fpm";
import { SHOP_ALERTS } from "./shop";

export {
  B2B_ALERTS,
  CRITTER_SUPPLY_ALERTS,
  KAFKA_ALERTS,
  LARAVEL_ALERTS,
  PARTNER_API_ALERTS,
  PHP_FPM_ALERTS,
  SHOP_ALERTS,
};

/** Every alert, by topic; the one list that all renderers draw from. */
export const ALERTS: readonly Alert[] = [
  ...PARTNER_API_ALERTS,
  ...PHP_FPM_ALERTS,
  ...KAFKA_ALERTS,
  ...B2B_ALERTS,
  ...CRITTER_SUPPLY_ALERTS,
  ...SHOP_ALERTS,
  ...LARAVEL_ALERTS,
];

/** The alert of that id, or undefined. */
export function tryFindAlert(id: string): Alert | undefined {
  return ALERTS.find((alert) => alert.id === id);
}

/**
 * The alerts of those ids, in the order given.
 * @throws Error naming the first unknown id and those that there are
 */
export function findAlerts(ids: readonly string[]): readonly Alert[] {
  return ids.map((id) => {
    const found = tryFindAlert(id);
    if (found === undefined) {
      throw new Error(`no alert "${id}"; there are: ${ALERTS.map((alert) => alert.id).join(", ")}`);
    }
    return found;
  });
}
