import { tmpdir } from "node:os";
import type { ResourceBudget } from "../constructs/core";
import { PartnerPod } from "./partner-pod";
import { partnerPodFiles } from "./partner-pod/files";
import { memoryOf } from "./partner-pod/memory";
import { MemoryGroup, memoryGroupRequirement } from "./partner-pod/memory-group";
import { PARTNER_POD_REQUIREMENTS } from "./partner-pod/programs";
import { describeWhen } from "./requirement";
import { waitUntil } from "./wait";

/** What the construct takes a worker to need where nothing was measured. */
const ASSUMED_WORKER_MI = 40;

/** A pod that has room for small workers. */
function roomFor(workers: number): ResourceBudget {
  const memoryLimitMi = 160 + workers * 16;
  return { cpuRequestMillicores: 100, cpuLimitMillicores: 100, memoryRequestMi: 100, memoryLimitMi };
}

describeWhen(PARTNER_POD_REQUIREMENTS, "nginx and php-fpm with the partner pods' files", () => {
  test.each([1, 2, 3, 4, 5, 8, 50])("take a dynamic pool of %d", async (maxChildren) => {
    const props = {
      processManager: "dynamic",
      workerMi: 16,
      maxChildren,
      resources: roomFor(maxChildren),
    } as const;
    const pod = await PartnerPod.prepare(partnerPodFiles(tmpdir(), props));
    try {
      const said = pod.check();
      expect(said).toMatch(/nginx\.conf test is successful/);
      expect(said).toMatch(/php-fpm\.conf test is successful/);
    } finally {
      await pod.stop();
    }
  });

  describe("of a group that serves two prefixes", () => {
    const files = partnerPodFiles(tmpdir(), { pathPrefixes: ["/partner/v1/", "/health"] });
    let pod: PartnerPod;

    beforeAll(async () => {
      pod = await PartnerPod.prepare(files);
      await pod.start();
    });
    afterAll(() => pod?.stop());

    test("answer pong on /ping, out of a worker", async () => {
      const answer = await pod.get("/ping");
      expect([answer.status, await answer.text()]).toEqual([200, "pong"]);
    });

    test.each(["/partner/v1/x?y=1", "/partner/v1/", "/health"])(
      "pass %s to the front controller",
      async (path) => {
        const answer = await pod.get(path);
        expect([answer.status, await answer.text()]).toEqual([200, `${path} ${pod.frontController}`]);
      },
    );

    test.each(["/", "/other", "/index.php", "/status", "/partner/v2/x"])("know no %s", async (path) => {
      expect((await pod.get(path)).status).toBe(404);
    });

    test("have exactly as many workers as were derived from the memory", async () => {
      expect(files.maxChildren).toBe(8);
      expect(await pod.status()).toMatchObject({ "total processes": 8 });
    });

    test("report their status while every worker is busy and a ping must wait", async () => {
      const held = Array.from({ length: files.maxChildren }, () => pod.get("/partner/v1/hold"));
      await waitUntil("every worker is busy", async () => (await pod.status())["idle processes"] === 0);

      let isAnswered = false;
      const ping = pod.get("/ping").finally(() => {
        isAnswered = true;
      });
      await waitUntil("the ping is in the queue", async () => (await pod.status())["listen queue"] === 1);
      expect(await pod.status()).toMatchObject({ "active processes": 8, "total processes": 8 });
      expect(isAnswered).toBe(false);

      pod.openGate();
      expect(await (await ping).text()).toBe("pong");
      expect((await Promise.all(held)).map(({ status }) => status)).toEqual(held.map(() => 200));
    });

    test("need less memory a worker than is assumed, with an application that does nothing", async () => {
      const { processes } = await pod.status();
      const workers = processes.map(({ pid }) => memoryOf(pid));
      const most = (key: "residentMi" | "proportionalMi") =>
        Math.max(...workers.map((worker) => worker[key])).toFixed(1);
      process.stdout.write(
        `a worker: at most ${most("residentMi")} Mi resident, ${most("proportionalMi")} Mi of its own share; ` +
          `assumed: ${ASSUMED_WORKER_MI} Mi\n`,
      );
      expect(workers).toHaveLength(8);
      expect(Number(most("residentMi"))).toBeLessThan(ASSUMED_WORKER_MI);
    });
  });

  test("of the default group pass every path to the front controller, and none to the status of FPM", async () => {
    const pod = await PartnerPod.prepare(partnerPodFiles(tmpdir()));
    try {
      await pod.start();
      for (const path of ["/", "/other?x=1", "/status"]) {
        const answer = await pod.get(path);
        expect([answer.status, await answer.text()]).toEqual([200, `${path} ${pod.frontController}`]);
      }
    } finally {
      await pod.stop();
    }
  });
});

/** The default pod without OPcache, which these workers do not load. */
const LIMIT_MI = 512 - 128;

describeWhen(
  [...PARTNER_POD_REQUIREMENTS, memoryGroupRequirement()],
  "a full pool under the pod's memory limit",
  () => {
    /** Fills every worker with what PHP gives it, and counts the processes that the kernel killed. */
    async function killsOf(change: (fpm: string) => string): Promise<number> {
      const memory = MemoryGroup.create(LIMIT_MI);
      const files = partnerPodFiles(tmpdir());
      const pod = await PartnerPod.prepare({ ...files, fpm: change(files.fpm) });
      try {
        await pod.start(memory);
        const filled = Array.from({ length: files.maxChildren }, () => pod.get("/fill"));
        const isFull = async () => memory.kills > 0 || (await pod.status())["idle processes"] === 0;
        await waitUntil("every worker is busy", isFull);
        await waitUntil("their memory no longer grows", async () => memory.kills > 0 || memory.isSteady());
        pod.openGate();
        await Promise.allSettled(filled);
        return memory.kills;
      } finally {
        await pod.stop();
        await memory.remove();
      }
    }

    test("loses no worker", async () => {
      expect(await killsOf((fpm) => fpm)).toBe(0);
    });

    test("loses workers with PHP's own limit of 128M, which shows that the kernel's limit counts", async () => {
      expect(
        await killsOf((fpm) => fpm.replace(/memory_limit\] = \w+/, "memory_limit] = 128M")),
      ).toBeGreaterThan(0);
    });
  },
);
