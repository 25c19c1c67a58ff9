import { ENVIRONMENTS } from "../../config/environments";
import { addTo as addA } from "../../stacks/partner/a";
import { addTo as addB } from "../../stacks/partner/b";
import { addTo as addC } from "../../stacks/partner/c";
import { matchers } from "../../testing";
import { quietApp, synth } from "../helpers/synth";

expect.extend(matchers);

/** What each option is meant to do, apart from how its policies are written. */
interface Intent {
  readonly text: string;
  readonly main: string;
  readonly max: number;
  readonly reaches: readonly string[];
  readonly fujiReaches: readonly string[];
}

const DNS = "pods k8s-app=kube-dns in namespace kube-system:TCP 53,UDP 53";
const COLLECTOR = "pods app=otel-collector in namespace observability:4317";
const FRONTEND3 = "pods app=frontend3 in namespace 12go:8080";
const CACHE = ["10.40.64.0/24:6379", "10.40.65.0/24:6379"];
const KAFKA = "10.40.96.0/22:9094";
const CREDIT_LINE = "10.40.80.0/24:8080";
const IDENTITY = "169.254.170.23:80";

const { sandbox } = ENVIRONMENTS;
const INTENTS: Readonly<Record<string, Intent>> = {
  "partner-a": {
    text: synth(addA(quietApp(), sandbox)).text,
    main: "travel-api",
    max: 15,
    reaches: [
      "fuji:8080",
      FRONTEND3,
      ...CACHE,
      CREDIT_LINE,
      "10.40.81.0/24:8080",
      KAFKA,
      IDENTITY,
      DNS,
      COLLECTOR,
    ],
    fujiReaches: [DNS, COLLECTOR],
  },
  "partner-b": {
    text: synth(addB(quietApp(), sandbox)).text,
    main: "frontend3-partner",
    max: 8,
    reaches: [
      "fuji:8080",
      "10.40.100.0/24:3306",
      "10.40.101.0/24:6379",
      "10.40.102.0/24:11211",
      CREDIT_LINE,
      KAFKA,
      DNS,
      COLLECTOR,
    ],
    fujiReaches: [DNS],
  },
  "partner-c": {
    text: synth(addC(quietApp(), sandbox)).text,
    main: "gateway",
    max: 10,
    reaches: ["fuji:8080", FRONTEND3, ...CACHE, CREDIT_LINE, IDENTITY, DNS, COLLECTOR],
    fujiReaches: [DNS, COLLECTOR],
  },
};

/** Fails where a stack does not do what it is meant to do. */
function requireIntent(stack: string, { main, reaches, fujiReaches }: Intent): void {
  // Each side by itself: what one policy opens too far, another may happen to close.
  const own = { side: "own" } as const;
  expect(stack).toReachOnly(main, reaches);
  expect(stack).toReachOnly(main, reaches, own);
  expect(stack).toReachOnly("fuji", fujiReaches, own);
  expect(stack).toBeReachedOnlyBy(main, ["all pods in namespace gateway-system:8080"]);
  expect(stack).toBeReachedOnlyBy("fuji", [`${main}:8080`], own);
}

type Rule = { ports?: { port: string }[] | { port: string }; from?: object; to?: object };

/** The part of a stack that decides about connections: it is read many times. */
function networkOf(text: string): string {
  const { resource } = JSON.parse(text);
  const types = ["kubernetes_deployment_v1", "kubernetes_namespace_v1", "kubernetes_network_policy_v1"];
  return JSON.stringify({ resource: Object.fromEntries(types.map((type) => [type, resource[type]])) });
}

/** Every change of a single rule of a policy, as Terraform JSON: taken away, opened to everyone or every port, moved. */
function* mutations(text: string): Generator<readonly [what: string, mutated: string]> {
  const policies = JSON.parse(text).resource.kubernetes_network_policy_v1 as Record<string, unknown>;
  for (const id of Object.keys(policies))
    for (const side of ["ingress", "egress"] as const) {
      const copy = () => {
        const document = JSON.parse(text);
        const spec = document.resource.kubernetes_network_policy_v1[id].spec;
        const rules: Rule[] = [spec[side] ?? []].flat();
        spec[side] = rules;
        return { document, rules };
      };
      for (const index of copy().rules.keys()) {
        const mutate = (what: string, change: (rules: Rule[], rule: Rule) => void) => {
          const { document, rules } = copy();
          change(rules, rules[index] as Rule);
          return [`${id} ${side} ${index}: ${what}`, JSON.stringify(document)] as const;
        };
        yield mutate("removed", (rules) => rules.splice(index, 1));
        yield mutate("every port", (_, rule) => delete rule.ports);
        yield mutate("everyone", (_, rule) => delete rule[side === "ingress" ? "from" : "to"]);
        yield mutate("another port", (_, rule) => {
          const [first] = [rule.ports ?? []].flat();
          if (first !== undefined) first.port = "1";
        });
      }
    }
}

describe.each(Object.entries(INTENTS))("%s", (_, intent) => {
  test("connects as it is meant to, and scales as the review says", () => {
    requireIntent(intent.text, intent);
    expect(intent.text).toHaveHpaLimits(intent.main, { min: 2, max: intent.max, cpuPercent: 60 });
    expect(intent.text).toHaveHpaLimits("fuji", { min: 2, max: 4, cpuPercent: 60 });
    expect(intent.text).toTolerateDrain();
  });

  test("a change of any single rule of a policy is noticed", () => {
    const all = [...mutations(networkOf(intent.text))];
    requireIntent(networkOf(intent.text), intent);
    expect(all.length).toBeGreaterThan(20);
    const unnoticed = all.filter(([, mutated]) => {
      try {
        requireIntent(mutated, intent);
        return true;
      } catch {
        return false;
      }
    });
    expect(unnoticed.map(([what]) => what)).toEqual([]);
  });
});
