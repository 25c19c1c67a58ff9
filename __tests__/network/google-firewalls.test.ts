import { allowed, explain, explanationText, fromTerraform } from "../../network";
import { linesOf } from "./cluster";

type Firewalls = Record<string, Record<string, unknown>>;

const NET = "${google_compute_network.main.id}";
const ALLOW = (...ports: string[]) => [{ protocol: "tcp", ports }];
const FIREWALLS: Firewalls = {
  ssh: { network: NET, allow: ALLOW("22"), source_ranges: ["203.0.113.0/24"], target_tags: ["web"] },
  web: { network: NET, allow: ALLOW("80", "8000-8010"), target_tags: ["web"] },
  db: { network: NET, allow: ALLOW("5432"), source_tags: ["web"], target_tags: ["db", "cache"] },
};

/** A web server and a database in one subnetwork, with these rules. */
function modelOf(google_compute_firewall: Firewalls = FIREWALLS, more: Record<string, unknown> = {}) {
  const machine = (...tags: string[]) => ({
    tags,
    network_interface: [{ subnetwork: "${google_compute_subnetwork.a.id}" }],
  });
  const resource = {
    google_compute_network: { main: { name: "main", auto_create_subnetworks: false } },
    google_compute_subnetwork: { a: { network: NET, ip_cidr_range: "10.0.1.0/24" } },
    google_compute_instance: { web: machine("web"), db: machine("db") },
    google_compute_firewall,
    ...more,
  };
  return fromTerraform([{ document: { resource } }]);
}

test("rules allow by tag and range; without one, egress is allowed and ingress denied", () => {
  expect(linesOf(modelOf())).toEqual([
    "0.0.0.0-203.0.112.255 => google_compute_instance.web : TCP 80,8000-8010",
    "203.0.113.0-203.0.113.255 => google_compute_instance.web : TCP 22,80,8000-8010",
    "203.0.114.0-255.255.255.255 => google_compute_instance.web : TCP 80,8000-8010",
    "google_compute_instance.db => 0.0.0.0-255.255.255.255 : All Connections",
    "google_compute_instance.db => google_compute_instance.web : TCP 80,8000-8010",
    "google_compute_instance.web => 0.0.0.0-255.255.255.255 : All Connections",
    "google_compute_instance.web => google_compute_instance.db : TCP 5432",
  ]);
});

const DENY = { network: NET, deny: [{ protocol: "all" }], source_ranges: ["0.0.0.0/0"] };

test.each<[string, Firewalls, boolean | undefined]>([
  ["a denial of a lower number decides", { no: { ...DENY, priority: 999 } }, false],
  ["a denial of the same number decides", { no: DENY }, false],
  ["a denial of a higher number does not", { no: { ...DENY, priority: 1001 } }, true],
  ["a rule that is disabled does not", { no: { ...DENY, priority: 1, disabled: true } }, true],
  ["a rule of another network does not", { no: { ...DENY, priority: 1, network: "other" } }, true],
  [
    "a denial of a part of the subnetwork leaves it undetermined",
    { no: { ...DENY, priority: 1, source_ranges: ["10.0.1.0/28"] } },
    undefined,
  ],
  [
    "a denial of egress decides",
    { no: { ...DENY, source_ranges: undefined, direction: "EGRESS", priority: 1 } },
    false,
  ],
  [
    "tags of a variable leave it undetermined",
    { no: { ...DENY, priority: 1, target_tags: "${var.tags}" } },
    undefined,
  ],
  [
    "a priority of a variable leaves it undetermined",
    { no: { ...DENY, priority: "${var.priority}" } },
    undefined,
  ],
  [
    "a range of a variable leaves it undetermined",
    { no: { ...DENY, priority: 1, source_ranges: ["${var.range}"] } },
    undefined,
  ],
])("%s", (_, more, answer) => {
  const model = modelOf({ ...FIREWALLS, ...more });
  expect(allowed(model, "google_compute_instance.web", "google_compute_instance.db", 5432)).toBe(answer);
});

test("explain names the rule with its priority, or the implied rule", () => {
  const text = (from: string, to: string, port: number) =>
    explanationText(
      explain(modelOf({ ...FIREWALLS, no: { ...DENY, priority: 7, target_tags: ["db"] } }), from, to, port),
    );
  expect(text("google_compute_instance.web", "google_compute_instance.db", 5432)).toContain(
    'ingress of google_compute_instance.db: denied by google_compute_firewall.no, ingress rule 1 "priority 7": from 0.0.0.0-255.255.255.255, all ports',
  );
  expect(text("internet", "google_compute_instance.web", 443)).toContain(
    "denied: the implied rules of google_compute_network.main selects it and has no ingress rule",
  );
});

test("tags and accounts that no machine has are elsewhere; rules by account", () => {
  const model = modelOf(
    {
      sa: {
        network: NET,
        allow: ALLOW("443"),
        source_service_accounts: ["${google_service_account.a.email}"],
        target_tags: ["web"],
      },
      tag: { network: NET, allow: ALLOW("9"), source_tags: ["bastion"], target_tags: ["web"] },
    },
    {
      google_service_account: { a: { account_id: "a" } },
      google_compute_instance: {
        api: {
          service_account: [{ email: "${google_service_account.a.email}" }],
          network_interface: [{ network: NET }],
        },
        web: { tags: ["web"], network_interface: [{ network: NET }] },
      },
    },
  );
  expect(allowed(model, "google_compute_instance.api", "google_compute_instance.web", 443)).toBe(true);
  expect(allowed(model, "google_compute_instance.web", "google_compute_instance.api", 443)).toBe(false);
  expect(allowed(model, "bastion[network tag]", "google_compute_instance.web", 9)).toBe(true);
});

test("a network that the document does not create may have other rules", () => {
  const model = modelOf(
    { ssh: { network: "default", allow: ALLOW("22"), source_ranges: ["0.0.0.0/0"] } },
    {
      google_compute_instance: { a: { network_interface: [{ network: "default" }] } },
    },
  );
  expect(allowed(model, "internet", "google_compute_instance.a", 22)).toBe(true);
  expect(allowed(model, "internet", "google_compute_instance.a", 80)).toBeUndefined();
});
