import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import { travelGateway } from "../../docs/examples/dotnet-gateway";
import { stations } from "../../docs/examples/dotnet-service";
import { busyPartnerPods, partnerPods, partnerRollout } from "../../docs/examples/php-fpm-partner-pod-group";
import { at, freshStack, synth, warnings } from "../helpers/synth";

function built(example: (stack: TerraformStack) => unknown) {
  const stack = freshStack();
  new AwsProvider(stack, "Aws", {});
  example(stack);
  return stack;
}

test.each([
  ["pods", partnerPods],
  ["busy pods", busyPartnerPods],
  ["a Rollout", partnerRollout],
  ["a service", stations],
  ["a gateway", (stack: TerraformStack) => travelGateway(stack)],
])("the guides' example of %s synthesises without a warning", (_, example) => {
  const stack = built(example);
  expect(() => synth(stack)).not.toThrow();
  expect(warnings(stack)).toEqual([]);
});

test("the busy pods are scaled by KEDA alone, at the share of the pool that was derived", () => {
  const json = synth(built(busyPartnerPods));
  expect(json.types).not.toContain("kubernetes_horizontal_pod_autoscaler_v2");
  expect(json.manifests.map(({ kind }) => kind)).toEqual(["ScaledObject", "VerticalPodAutoscaler"]);
  expect(at(json.manifests[0], "spec.triggers.1.metadata.threshold")).toBe("4.9");
});

test("the Rollout's route rests with all traffic on the stable Service", () => {
  const [rollout, route] = synth(built(partnerRollout)).manifests;
  expect(at(route, "spec.rules.0.backendRefs")).toMatchObject([
    { name: "partner", weight: 100 },
    { name: "partner-canary", weight: 0 },
  ]);
  expect(at(rollout, "spec.strategy.canary")).toMatchObject({
    stableService: "partner",
    canaryService: "partner-canary",
  });
});

test.each(["php-fpm-partner-pod-group", "dotnet-service", "dotnet-gateway"])(
  "the guide of %s names each prop of its table as the construct does",
  (name) => {
    const guide = readFileSync(join(__dirname, "../../docs/constructs", `${name}.md`), "utf8");
    const props = [...guide.matchAll(/^\| `([\w.]+)`/gm)].map(([, prop]) => prop);
    expect(props.length).toBeGreaterThan(4);
    const sources = ["php-fpm-partner-pod-group", "dotnet-service", "dotnet-gateway", "core"];
    const declared = sources.flatMap(declaredProps);
    for (const prop of props) expect(declared).toContain(prop?.split(".").at(-1));
  },
);

/** Names of the members of every interface in a construct's folder. */
function declaredProps(construct: string): string[] {
  const folder = join(__dirname, "../../constructs", construct);
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/\breadonly (\w+)\??:/g)].map(
      ([, name = ""]) => name,
    ),
  );
}
