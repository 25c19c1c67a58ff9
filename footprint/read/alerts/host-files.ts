import type { Alert } from "../../model";
import type { Draft } from "../draft";
import { ruleFiles } from "./prometheus";

/** Files that a container or a machine is given, by path. */
export interface HostFiles {
  readonly id: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Receivers of Alertmanager that can page somebody. */
const WAKING = /\b(?:pagerduty|opsgenie|victorops|pushover|webhook|sns)_configs\b/;

/**
 * Alerts of the rules files among them. Where Alertmanager's own configuration is there too and has no receiver that
 * pages anybody, the rules do not page, whatever their severity.
 */
export function alertsOfHosts(hosts: readonly HostFiles[], draft: Draft): Alert[] {
  const alerts = hosts.flatMap(({ id, files }) => ruleFiles(draft.cursor(id, files), draft));
  const routes = hosts.flatMap(({ files }) => Object.values(files)).filter(isAlertmanager);
  if (routes.length === 0 || routes.some((text) => WAKING.test(text))) return alerts;
  return alerts.map(({ pages: _, ...alert }) => alert);
}

function isAlertmanager(text: string): boolean {
  return /(?:^|["'\s{,])receivers["']?\s*:/.test(text) && /(?:^|["'\s{,])route["']?\s*:/.test(text);
}
