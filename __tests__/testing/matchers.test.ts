import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { matchers, synthFootprint } from "../../testing";
import { temporaryFolder } from "../helpers/folder";
import { clean, container, find, type Objects, pod } from "../rules/clean";

expect.extend(matchers);

/** Message of a failing assertion, without colours. */
function messageOf(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    return (error as Error).message.replace(/\u001b\[\d+m/g, "");
  }
  throw new Error("the assertion holds");
}

const changed = (change: (objects: Objects) => void): Objects => {
  const objects = clean();
  change(objects);
  return objects;
};
const shop = clean();

test("toHaveHpaLimits compares the limits, and names the autoscaler that is missing", () => {
  expect(shop).toHaveHpaLimits("web", { min: 2, max: 6, cpuPercent: 60 });
  expect(shop).toHaveHpaLimits("shop/web[Deployment]", { max: 6 });
  expect(shop).not.toHaveHpaLimits("web", { max: 7 });
  expect(
    messageOf(() => expect(shop).toHaveHpaLimits("web", { min: 3 })),
  ).toBe(`expect(received).toHaveHpaLimits(workload, limits)

Expected limits: {"min": 3}
Received limits: {"cpuPercent": 60, "max": 6, "min": 2}

Deployment/shop/web scales on cpu 60 %`);
  expect(messageOf(() => expect(shop).toHaveHpaLimits("db", { min: 2 }))).toContain(
    "Deployment/shop/db has no autoscaler (replicas from: replicas): add a HorizontalPodAutoscaler",
  );
  expect(messageOf(() => expect(shop).toHaveHpaLimits("wbe", { min: 2 }))).toContain(
    "no workload is called 'wbe'; there are shop/db[Deployment], shop/web[Deployment]",
  );
});

test("toAllowTraffic names the policies that lack a rule, and the rule that would allow it", () => {
  expect(shop).toAllowTraffic("web", "db", 5432);
  expect(shop).toAllowTraffic("shop/web", "shop/db", "main");
  expect(
    messageOf(() => expect(shop).toAllowTraffic("web", "db", 22)),
  ).toBe(`expect(received).toAllowTraffic(from, to, port)

shop/web[Deployment] => shop/db[Deployment] TCP 22: denied
  egress of shop/web[Deployment]: denied: NetworkPolicy shop/web selects it and has no egress rule that matches (of 2)
  ingress of shop/db[Deployment]: denied: NetworkPolicy shop/db selects it and has no ingress rule that matches (of 1)

To allow it: add an egress rule to shop/db[Deployment], TCP 22, to NetworkPolicy shop/web.
To allow it: add an ingress rule from shop/web[Deployment], TCP 22, to NetworkPolicy shop/db.`);
});

test("toDenyTraffic names the rules that allow; an undetermined connection is neither", () => {
  expect(shop).toDenyTraffic("web", "db", 22);
  expect(messageOf(() => expect(shop).toDenyTraffic("web", "db", 5432))).toContain(
    "To deny it: narrow egress rule 1 of NetworkPolicy shop/web or ingress rule 1 of NetworkPolicy shop/db.",
  );
  const cilium = changed((objects) =>
    objects.push({
      apiVersion: "cilium.io/v2",
      kind: "CiliumNetworkPolicy",
      metadata: { name: "x", namespace: "shop" },
    }),
  );
  for (const matcher of ["toAllowTraffic", "toDenyTraffic"] as const)
    expect(messageOf(() => expect(cilium)[matcher]("web", "db", 5432))).toContain("is not evaluated");
});

test("toReachOnly lists what is reached beyond, with the rule, and what is not reached", () => {
  expect(shop).toReachOnly("web", ["shop/db:5432,UDP 53"]);
  const opened = changed((objects) => {
    find(objects, "NetworkPolicy", "web").spec.egress.push({
      to: [{ ipBlock: { cidr: "10.0.0.0/8" } }],
      ports: [{ port: 443 }],
    });
    find(objects, "NetworkPolicy", "web").spec.egress.push({
      to: [
        { namespaceSelector: { matchLabels: { team: "data" } }, podSelector: { matchLabels: { app: "mq" } } },
      ],
      ports: [{ port: 5671 }],
    });
  });
  expect(
    messageOf(() => expect(opened).toReachOnly("web", ["db:5432,UDP 53", "cache"])),
  ).toBe(`expect(received).toReachOnly(workload, destinations)

+ shop/web[Deployment] reaches 10.0.0.0-10.255.255.255: TCP 443
    allowed by NetworkPolicy shop/web, egress rule 3: to 10.0.0.0-10.255.255.255, TCP 443
+ shop/web[Deployment] reaches pods app=mq in namespaces team=data: TCP 5671
    NetworkPolicy shop/web, egress rule 4: to pods app=mq in namespaces team=data, TCP 5671
- shop/web[Deployment] does not reach cache`);
  expect(opened).toReachOnly("web", [
    "db:5432,UDP 53",
    "10.0.0.0/8:443",
    "pods app=mq in namespaces team=data:5671",
  ]);
});

test("toBeReachedOnlyBy", () => {
  expect(shop).toBeReachedOnlyBy("db", ["web:5432"]);
  expect(shop).not.toBeReachedOnlyBy("db", ["web:5433"]);
  expect(shop).not.toBeReachedOnlyBy("web", []);
});

test("toFitMemory adds up, and fails where a part is not set", () => {
  expect(shop).toFitMemory(1);
  expect(shop).toFitMemory(0.25, { of: "web", at: "min" });
  expect(messageOf(() => expect(shop).toFitMemory(0.5))).toContain("web: 6 pods x 128 MiB");
  const open = changed((objects) => delete container(objects).resources.limits.memory);
  expect(messageOf(() => expect(open).toFitMemory(99))).toContain(
    "Not set, so a lower bound: limits or replicas of web",
  );
});

test.each<[string, (objects: Objects) => void]>([
  ["1 replica at least", (objects) => Object.assign(find(objects, "Deployment", "db").spec, { replicas: 1 })],
  [
    "no PodDisruptionBudget",
    (objects) => objects.splice(objects.indexOf(find(objects, "PodDisruptionBudget", "db")), 1),
  ],
  [
    "nodes cannot be drained",
    (objects) => {
      find(objects, "PodDisruptionBudget", "db").spec = {
        minAvailable: "60%",
        selector: { matchLabels: { app: "db" } },
      };
    },
  ],
  [
    "may stop all of them",
    (objects) => Object.assign(find(objects, "PodDisruptionBudget", "db").spec, { maxUnavailable: 2 }),
  ],
])("toTolerateDrain: %s", (message, change) => {
  expect(shop).toTolerateDrain();
  expect(messageOf(() => expect(changed(change)).toTolerateDrain())).toContain(message);
  expect(changed(change)).toTolerateDrain("web");
});

test("toHaveNoSinglePointOfFailure, toCostAtMost, toMatchFootprint", () => {
  expect(shop).toHaveNoSinglePointOfFailure();
  const single = changed((objects) => Object.assign(find(objects, "Deployment", "db").spec, { replicas: 1 }));
  expect(messageOf(() => expect(single).toHaveNoSinglePointOfFailure())).toContain("db: single replica");
  expect(single).toHaveNoSinglePointOfFailure({ except: ["db"] });

  expect(messageOf(() => expect(shop).toCostAtMost(1))).toContain("at list prices");
  expect(shop).toMatchFootprint({ "pods.max": 8 });
  expect(messageOf(() => expect(shop).toMatchFootprint({ "pods.max": 9 }))).toContain(
    "figures: pods.max: expected 9, received 8",
  );
  expect(messageOf(() => expect(shop).toMatchFootprint({ pots: 9 }))).toContain("'pots' is no figure");
});

test("toPassRules shows the findings, and takes what is acknowledged", () => {
  expect(shop).toPassRules({ severity: "note" });
  const open = changed((objects) => Object.assign(pod(objects), { hostPID: true }));
  expect(messageOf(() => expect(open).toPassRules())).toContain("error   WB008  Deployment/shop/web");
  expect(open).toPassRules({ acknowledged: [{ rule: "WB008", resource: "*", reason: "debugger" }] });
});

test("takes a folder, a file, YAML, JSON and Terraform JSON", () => {
  const folder = join(temporaryFolder(), "k8s");
  mkdirSync(folder);
  const yaml = clean()
    .map((each) => JSON.stringify(each))
    .join("\n---\n");
  writeFileSync(join(folder, "shop.yaml"), `---\n${yaml}\n`);
  for (const input of [
    folder,
    join(folder, "shop.yaml"),
    `---\n${yaml}\n`,
    { apiVersion: "v1", kind: "List", items: clean() },
  ])
    expect(input).toAllowTraffic("web", "db", 5432);
  expect(synthFootprint(folder).workloads.map(({ name }) => name)).toEqual(["db", "web"]);
  expect(synthFootprint(JSON.stringify({ resource: { aws_s3_bucket: { B: {} } } })).stores).toHaveLength(1);
  expect(() => synthFootprint("nowhere")).toThrow(
    "'nowhere' is neither a path that exists nor Terraform JSON",
  );
});
