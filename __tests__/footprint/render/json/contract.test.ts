import { blastRadius, rollBack, support } from "../../../../footprint/render/json/contract";

test("version 1 keeps its keys", () => {
  const loss = { kind: "store", name: "db", isSinglePoint: true, stops: ["api"], callers: [] } as const;
  expect(
    blastRadius({
      losses: [
        { ...loss, entryPoints: ["Service api"], total: { stops: 1, entryPoints: 1, callers: 0 } },
        { ...loss, entryPoints: ["Service api"], total: { stops: 7, entryPoints: 8, callers: 9 } },
      ],
      entryPoints: 2,
      undetermined: ["clients of db"],
    }),
  ).toEqual({
    losses: [
      { ...loss, waysIn: ["Service api"] },
      { ...loss, waysIn: ["Service api"], stopsTotal: 7, waysInTotal: 8, callersTotal: 9 },
    ],
    waysIn: 2,
    notTold: ["clients of db"],
  });
  const seconds = { min: 1, steady: 2, max: 3, atLeast: false };
  expect(
    rollBack({ workload: "api", path: "undo", canaryPath: "abort", seconds, gaps: [], isOutage: false }),
  ).toEqual({
    workload: "api",
    path: "undo",
    onTrial: "abort",
    seconds,
    gaps: [],
    outage: false,
  });
  const dated = { asOf: "2026-11-24", ended: [], ending: [], supported: [] };
  expect(support({ ...dated, undated: ["Varnish"] })).toEqual({ ...dated, notKnown: ["Varnish"] });
});
