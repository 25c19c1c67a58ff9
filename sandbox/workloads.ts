import type { LiveNamespace } from "./live";
import { waitUntil } from "./wait";

/** The tests that every namespace with pods must pass once its stack is applied. */
export function testWorkloads(namespace: () => LiveNamespace): void {
  test("has as many ready pods as its autoscalers ask for at the least", async () => {
    await waitUntil("every workload has its ready pods", async () =>
      (await namespace().workloads()).every(({ leastPods, readyPods }) => readyPods >= leastPods),
    );
    expect((await namespace().workloads()).length).toBeGreaterThan(0);
  });

  test("has every pod admitted under Pod Security's restricted standard", async () => {
    expect(await namespace().podSecurity()).toBe("restricted");
    expect(await namespace().failedCreations()).toEqual([]);
  });

  test("runs no container as root", async () => {
    const containers = await namespace().containers();
    expect(containers).toEqual(containers.map(({ name }) => ({ name, runAsNonRoot: true })));
  });
}
