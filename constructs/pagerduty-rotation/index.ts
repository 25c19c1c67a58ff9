export { PagerdutyProvider, type PagerdutyProviderConfig } from "./bindings/pagerduty-provider";
export { PagerDutyRotation, type PagerDutyRotationProps } from "./pagerduty-rotation";
