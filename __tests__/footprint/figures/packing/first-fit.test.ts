import { firstFit, type NodeClass, type PodClass } from "../../../../footprint/figures/packing/first-fit";
import fc from "../../../helpers/fast-check";

const pod = (name: string, cpu: number, memory: number, count: number): PodClass => ({
  name,
  cpuMicrocores: cpu,
  memoryBytes: memory,
  count,
});
const node = (id: string, cpu: number, memory: number, parts: Partial<NodeClass> = {}): NodeClass => ({
  id,
  room: { cpuMicrocores: cpu, memoryBytes: memory, pods: 110 },
  fewest: 0,
  most: 1000,
  ...parts,
});

describe("packs", () => {
  test("the largest first, so that small pods fill what is left", () => {
    const pods = [pod("small", 3, 1, 2), pod("large", 7, 1, 2)];
    expect(firstFit(pods, [node("n", 10, 10)])).toMatchObject({ used: 2, leftOver: [], tooLarge: [] });
  });

  test("by whichever of CPU and memory runs out first", () => {
    expect(firstFit([pod("p", 1, 4, 4)], [node("n", 100, 8)]).used).toBe(2);
  });

  test("no more pods than the node may run", () => {
    const room = { cpuMicrocores: 100, memoryBytes: 100, pods: 3 };
    expect(firstFit([pod("p", 1, 1, 7)], [node("n", 1, 1, { room })]).used).toBe(3);
  });

  test("onto existing nodes before a new node is taken", () => {
    const packed = firstFit([pod("p", 4, 4, 2)], [node("n", 10, 10, { fewest: 2 })]);
    expect([packed.nodes.get("n"), packed.used]).toEqual([2, 1]);
  });

  test("the next group where the first has no room for the pod", () => {
    const packed = firstFit([pod("p", 8, 8, 3)], [node("a", 4, 4), node("b", 10, 10)]);
    expect([...packed.nodes]).toEqual([
      ["a", 0],
      ["b", 3],
    ]);
  });
});

test("distinguishes pods that fit no node from pods without room", () => {
  const pods = [pod("huge", 11, 1, 1), pod("many", 10, 1, 5)];
  expect(firstFit(pods, [node("n", 10, 10, { most: 3 })])).toMatchObject({
    tooLarge: [{ name: "huge", count: 1 }],
    leftOver: [{ name: "many", count: 2 }],
  });
});

describe("always", () => {
  const amount = fc.integer({ min: 0, max: 40 });
  const pods = fc
    .array(fc.tuple(amount, amount, fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    .map((all) => all.map(([cpu, memory, count], index) => pod(`p${index}`, cpu, memory, count)));
  const shape = fc.tuple(fc.integer({ min: 40, max: 100 }), fc.integer({ min: 40, max: 100 }));

  test("puts every pod that fits, on no more nodes than pods and at least the sum's share", () => {
    fc.assert(
      fc.property(pods, shape, (all, [cpu, memory]) => {
        const { used, leftOver, tooLarge } = firstFit(all, [node("n", cpu, memory)]);
        const sum = (of: (each: PodClass) => number) =>
          all.reduce((total, each) => total + of(each) * each.count, 0);
        expect([leftOver, tooLarge]).toEqual([[], []]);
        expect(used).toBeLessThanOrEqual(sum(() => 1));
        expect(used).toBeGreaterThanOrEqual(Math.ceil(sum((each) => each.cpuMicrocores) / cpu));
        expect(used).toBeGreaterThanOrEqual(Math.ceil(sum((each) => each.memoryBytes) / memory));
      }),
    );
  });

  test("fills no node beyond what it has", () => {
    fc.assert(
      fc.property(pods, shape, fc.integer({ min: 1, max: 4 }), (all, [cpu, memory], most) => {
        const { leftOver } = firstFit(all, [node("n", cpu, memory, { most })]);
        const placed = (of: (each: PodClass) => number) =>
          all.reduce((total, each) => {
            const left = leftOver.find(({ name }) => name === each.name)?.count ?? 0;
            return total + of(each) * (each.count - left);
          }, 0);
        expect(placed((each) => each.cpuMicrocores)).toBeLessThanOrEqual(cpu * most);
        expect(placed((each) => each.memoryBytes)).toBeLessThanOrEqual(memory * most);
        expect(placed(() => 1)).toBeLessThanOrEqual(110 * most);
      }),
    );
  });

  test("does not depend on the order of the pods", () => {
    fc.assert(
      fc.property(pods, shape, (all, [cpu, memory]) => {
        const groups = [node("n", cpu, memory)];
        expect(firstFit([...all].reverse(), groups).used).toBe(firstFit(all, groups).used);
      }),
    );
  });
});
