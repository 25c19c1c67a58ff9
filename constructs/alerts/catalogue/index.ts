import { UserError } from "../../../errors/user-error";
import type { Alert } from "../alert";
import { API_ALERTS } from "./api";
import { APPLICATION_ALERTS } from "./application";
import { KAFKA_ALERTS } from "./kafka";
import { MESSAGING_ALERTS } from "./messaging";
import { PHP_FPM_ALERTS } from "./php-fpm";
import { SERVICE_LEVEL_ALERTS } from "./service-levels";

export {
  API_ALERTS,
  APPLICATION_ALERTS,
  KAFKA_ALERTS,
  MESSAGING_ALERTS,
  PHP_FPM_ALERTS,
  SERVICE_LEVEL_ALERTS,
};

/** Every alert of the catalogue, by topic. */
export const ALERTS: readonly Alert[] = [
  ...API_ALERTS,
  ...PHP_FPM_ALERTS,
  ...KAFKA_ALERTS,
  ...SERVICE_LEVEL_ALERTS,
  ...MESSAGING_ALERTS,
  ...APPLICATION_ALERTS,
];

/** The alert of that id, or undefined. */
export function tryFindAlert(id: string): Alert | undefined {
  return ALERTS.find((alert) => alert.id === id);
}

/**
 * The alerts of those ids, in the order given.
 * @throws UserError for the first unknown id, with the available ones
 */
export function findAlerts(ids: readonly string[]): readonly Alert[] {
  return ids.map((id) => {
    const found = tryFindAlert(id);
    if (found === undefined) {
      throw new UserError(
        `no alert "${id}" in the catalogue; available: ${ALERTS.map((alert) => alert.id).join(", ")}`,
      );
    }
    return found;
  });
}
