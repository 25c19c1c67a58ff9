import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { OPTIONS, stacksOf } from "../../config/options";
import { weighbridge } from "../helpers/command";
import { STEADY_REPLICAS } from "../helpers/reviews";

/**
 * A second computation over the raw JSON that shares no code with `footprint/`: plain numbers, one loose walk. It knows
 * only what the options use, and finds what the readers would have to lose or count twice for a wrong sum.
 */
// biome-ignore lint/suspicious/noExplicitAny: raw JSON, walked without a model on purpose
type Raw = any;

interface Pods {
  readonly name: string;
  readonly counts: readonly [number, number, number];
  /** Cores and GiB of one pod. */
  readonly share: Readonly<Record<"cpuRequest" | "cpuLimit" | "memoryRequest" | "memoryLimit", number>>;
}

const scratch = mkdtempSync(join(tmpdir(), "weighbridge-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const SUFFIXES = ["", "Ki", "Mi", "Gi", "Ti"];

/** `250m` is 0.25, `512Mi` 536870912. */
function amount(quantity: unknown): number {
  const [, digits, suffix] = /^([\d.]+)(m|[KMGT]i)?$/.exec(String(quantity ?? 0)) ?? [];
  if (digits === undefined) throw new Error(`quantity ${quantity}`);
  return suffix === "m" ? Number(digits) / 1000 : Number(digits) * 1024 ** SUFFIXES.indexOf(suffix ?? "");
}

const list = (value: Raw): Raw[] => (value === undefined || value === null ? [] : [value].flat());
const one = (value: Raw): Raw => list(value)[0] ?? {};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** What Kubernetes keeps free for a pod, and lets it use: its containers together, or the largest that starts it. */
function shareOf(pod: Raw): Pods["share"] {
  const starting = list(pod.init_container ?? pod.initContainers).filter(
    (each) => each.restartPolicy !== "Always",
  );
  const staying = list(pod.initContainers).filter((each) => each.restartPolicy === "Always");
  const of = (what: "cpu" | "memory", sides: readonly ("requests" | "limits")[]) => {
    const each = (container: Raw) => {
      const resources = one(container.resources);
      return amount(sides.map((side) => one(resources[side])[what]).find((found) => found !== undefined));
    };
    const running = sum([...list(pod.container ?? pod.containers), ...staying].map(each));
    return Math.max(running, ...starting.map(each)) / (what === "memory" ? 2 ** 30 : 1);
  };
  return {
    cpuRequest: of("cpu", ["requests", "limits"]),
    cpuLimit: of("cpu", ["limits"]),
    memoryRequest: of("memory", ["requests", "limits"]),
    memoryLimit: of("memory", ["limits"]),
  };
}

const COUNTED = /^kubernetes_(deployment|stateful_set|job|cron_job|pod)(_v\d)?$/;

/** Fewest and most of a thing that Kubernetes runs. Jobs rest, and a suspended one does not start. */
function span(
  kind: string,
  name: string,
  spec: Raw,
  autoscalers: ReadonlyMap<string, Raw>,
): [number, number] {
  if (/job/i.test(kind)) {
    const job = one(one(spec.job_template ?? spec.jobTemplate).spec ?? spec);
    return [0, spec.suspend || job.suspend ? 0 : (job.parallelism ?? 1)];
  }
  const scaler = autoscalers.get(name);
  const replicas = Number(spec.replicas ?? 1);
  if (scaler === undefined) return [replicas, replicas];
  return [
    Number(scaler.min_replicas ?? scaler.minReplicas ?? 1),
    Number(scaler.max_replicas ?? scaler.maxReplicas),
  ];
}

/** Where the pods are described, however deep. */
function podSpec(spec: Raw): Raw {
  const inner = spec.job_template ?? spec.jobTemplate ?? spec.template;
  return inner === undefined ? spec : podSpec(one(one(inner).spec));
}

/** What the operators make of their own kinds; the setup container asks for little and ends first. */
function manifestPods(
  { kind, spec, metadata }: Raw,
  autoscalers: ReadonlyMap<string, Raw>,
): [string, [number, number], Raw][] {
  const name = metadata.name;
  if (kind === "Rollout" || kind === "Deployment" || kind === "StatefulSet")
    return [[name, span(kind, name, spec, autoscalers), podSpec(spec)]];
  if (kind === "RabbitmqCluster")
    return [[name, [spec.replicas, spec.replicas], { containers: [{ resources: spec.resources }] }]];
  if (kind !== "EnvoyProxy") return [];
  const { replicas, container } = spec.provider.kubernetes.envoyDeployment;
  return [[name, [replicas, replicas], { containers: [container] }]];
}

function podsOf(document: Raw, everyday: Readonly<Record<string, number>>): Pods[] {
  const resources: [string, Raw][] = Object.entries<Raw>(document.resource ?? {}).flatMap(([type, named]) =>
    Object.values<Raw>(named).map((body): [string, Raw] => [type, body]),
  );
  const manifests: Raw[] = resources
    .filter(([type, { chart }]) => type === "helm_release" && String(chart).includes("manifests"))
    .flatMap(([, { values }]) => list(values).flatMap((text) => JSON.parse(text).manifests));
  const scalers = [
    ...resources.filter(([type]) => /horizontal_pod_autoscaler/.test(type)).map(([, body]) => one(body.spec)),
    ...manifests.filter(({ kind }) => kind === "HorizontalPodAutoscaler").map(({ spec }) => spec),
  ];
  const autoscalers = new Map(
    scalers.map((spec) => [one(spec.scale_target_ref ?? spec.scaleTargetRef).name as string, spec]),
  );
  const counts = (name: string, [min, max]: [number, number]): Pods["counts"] => [
    min,
    everyday[name] ?? min,
    max,
  ];
  return [
    ...resources
      .filter(([type]) => COUNTED.test(type))
      .map(([type, body]): Pods => {
        const name = one(body.metadata).name;
        const spec = one(body.spec);
        return {
          name,
          counts: counts(name, span(type, name, spec, autoscalers)),
          share: shareOf(podSpec(spec)),
        };
      }),
    ...manifests
      .flatMap((manifest) => manifestPods(manifest, autoscalers))
      .map(([name, bounds, pod]): Pods => ({ name, counts: counts(name, bounds), share: shareOf(pod) })),
    ...resources.flatMap(([type, body]) => dockerPods(type, body)),
  ];
}

/** Services of a Swarm, containers of one host, and those that a machine starts from its Compose file. */
function dockerPods(type: string, body: Raw): Pods[] {
  const pods = (name: string, count: number, requests: Raw, limits: Raw): Pods => ({
    name,
    counts: [count, count, count],
    share: {
      cpuRequest: requests.cpu ?? 0,
      cpuLimit: limits.cpu ?? 0,
      memoryRequest: (requests.memory ?? 0) / 2 ** 30,
      memoryLimit: (limits.memory ?? 0) / 2 ** 30,
    },
  });
  if (type === "docker_service") {
    const { limits, reservation } = one(one(body.task_spec).resources);
    const of = (side: Raw) => ({ cpu: (one(side).nano_cpus ?? 0) / 1e9, memory: one(side).memory_bytes });
    return [pods(body.name, one(one(body.mode).replicated).replicas ?? 1, of(reservation), of(limits))];
  }
  if (type === "docker_container") {
    const cpu =
      body.cpus === undefined ? (body.cpu_quota ?? 0) / (body.cpu_period ?? 100_000) : Number(body.cpus);
    return [pods(body.name, 1, {}, { cpu, memory: (body.memory ?? 0) * 2 ** 20 })];
  }
  if (type !== "azurerm_linux_virtual_machine") return [];
  const files: Raw[] = parse(Buffer.from(body.custom_data, "base64").toString()).write_files;
  const compose = files.find(({ path }) => /compose/.test(path)).content;
  return Object.entries<Raw>(parse(compose).services).map(([name, service]) => {
    const limits = service.deploy?.resources?.limits ?? { cpus: service.cpus, memory: service.mem_limit };
    const [, digits, unit = ""] = /^(\d+)([kmg]?)b?$/i.exec(String(limits.memory)) ?? [];
    const memory = Number(digits) * 1024 ** ["", "k", "m", "g"].indexOf(unit.toLowerCase());
    return pods(name, 1, {}, { cpu: Number(limits.cpus ?? 0), memory });
  });
}

describe("every option, added up a second time", () => {
  const outdir = join(scratch, "out");
  let compared: Raw;

  beforeAll(() => {
    expect(weighbridge(["synth", "--output", outdir]).status).toBe(0);
    compared = JSON.parse(
      weighbridge(["compare", ...OPTIONS.map(({ id }) => id), "--format", "json"]).stdout,
    );
  });

  test.each(OPTIONS.map((option) => [option.id, option] as const))("%s", (id, option) => {
    const documents: Raw[] = stacksOf(option).map((stack) =>
      JSON.parse(readFileSync(join(outdir, "stacks", stack, "cdk.tf.json"), "utf8")),
    );
    const pods = documents.flatMap((document) => podsOf(document, STEADY_REPLICAS[id] ?? {}));
    const topics = documents.flatMap(({ resource }) => Object.values<Raw>(resource?.kafka_topic ?? {}));
    const at = (share: (pod: Pods) => number) => {
      const [min = 0, steady = 0, max = 0] = [0, 1, 2].map((point) =>
        sum(pods.map((pod) => (pod.counts[point] ?? 0) * share(pod))),
      );
      return { min: about(min), steady: about(steady), max: about(max) };
    };
    expect(compared.options.find((each: Raw) => each.id === id)).toMatchObject({
      pods: at(() => 1),
      cpuCores: { request: at(({ share }) => share.cpuRequest), limit: at(({ share }) => share.cpuLimit) },
      memoryGiB: {
        request: at(({ share }) => share.memoryRequest),
        limit: at(({ share }) => share.memoryLimit),
      },
      topics: {
        count: topics.length,
        partitions: sum(topics.map(({ partitions }) => partitions)),
        replicas: sum(topics.map(({ partitions, replication_factor }) => partitions * replication_factor)),
      },
    });
  });
});

/** Plain numbers carry the rounding that whole steps do not. */
function about(value: number): unknown {
  return expect.closeTo(value, 9);
}
