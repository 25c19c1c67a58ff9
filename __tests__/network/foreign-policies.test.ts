import { allowed, explain, warningsOf } from "../../network";
import { clusterOf, deployment, linesOf, networkPolicy } from "./cluster";

const PODS = [deployment("shop", "web"), deployment("shop", "db"), deployment("other", "web")];

test.each([
  ["cilium.io/v2", "CiliumNetworkPolicy"],
  ["projectcalico.org/v3", "NetworkPolicy"],
  ["crd.projectcalico.org/v1", "NetworkPolicy"],
  ["crd.antrea.io/v1beta1", "NetworkPolicy"],
  ["networking.k8s.aws/v1alpha1", "ApplicationNetworkPolicy"],
])("%s %s: the pods of its namespace are undetermined, never allowed", (apiVersion, kind) => {
  const policy = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: p, namespace: other }\nspec: {}`;
  const model = clusterOf(...PODS, policy);
  expect(allowed(model, "shop/web", "other/web", 80)).toBeUndefined();
  expect(allowed(model, "shop/web", "shop/db", 80)).toBe(true);
  expect(linesOf(model)).toContain("shop/web[Deployment] => other/web[Deployment] : Undetermined");
  expect(linesOf(model)).toContain("other/web[Deployment] => 0.0.0.0-255.255.255.255 : Undetermined");
  const [group] = apiVersion.split("/");
  expect(warningsOf(model)).toEqual([
    `${kind} other/p is not evaluated (it is of ${group}): connections of pods in namespace other are undetermined`,
  ]);
});

test("one of the whole cluster leaves no answer, but what another side denies is denied", () => {
  const global =
    "apiVersion: crd.antrea.io/v1beta1\nkind: ClusterNetworkPolicy\nmetadata: { name: p }\nspec: {}";
  expect(allowed(clusterOf(...PODS, global), "shop/web", "shop/db", 80)).toBeUndefined();
  const local =
    "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: p, namespace: other }\nspec: {}";
  const closed = networkPolicy("closed", "{ podSelector: {}, policyTypes: [Egress] }");
  expect(explain(clusterOf(...PODS, local, closed), "shop/web", "other/web", 80).verdict).toBe("denied");
});

test("staged policies are not enforced", () => {
  const staged =
    "apiVersion: projectcalico.org/v3\nkind: StagedNetworkPolicy\nmetadata: { name: p, namespace: shop }\nspec: {}";
  expect(allowed(clusterOf(...PODS, staged), "shop/web", "shop/db", 80)).toBe(true);
});
