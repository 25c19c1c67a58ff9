import type { Signal } from "../signal";
import { BOOKING_SIGNALS } from "./booking";
import { CONTAINER_SIGNALS } from "./containers";
import { DEPENDENCY_SIGNALS } from "./dependencies";
import { KAFKA_SIGNALS } from "./kafka";
import { MESSAGING_SIGNALS } from "./messaging";
import { PHP_SIGNALS } from "./php";
import { REQUEST_SIGNALS } from "./requests";
import { WEB_SIGNALS } from "./web";

const ALL = {
  ...REQUEST_SIGNALS,
  ...BOOKING_SIGNALS,
  ...DEPENDENCY_SIGNALS,
  ...PHP_SIGNALS,
  ...KAFKA_SIGNALS,
  ...MESSAGING_SIGNALS,
  ...CONTAINER_SIGNALS,
  ...WEB_SIGNALS,
};

/** Name of a signal. */
export type SignalName = keyof typeof ALL;

/** All signals, by name. */
export const SIGNALS: Readonly<Record<SignalName, Signal>> = ALL;
