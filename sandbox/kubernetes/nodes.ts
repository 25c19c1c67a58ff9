/** Zones of the sandbox's nodes, one node in each. */
export const ZONES = ["sandbox-a", "sandbox-b", "sandbox-c"];

/** Nodes without a machine behind them: 8 CPU, 32 GiB and 110 pods each; kwok keeps them ready. */
export const NODES = ZONES.map((zone) => {
  const name = `node-${zone}`;
  const room = { cpu: "8", memory: "32Gi", "ephemeral-storage": "100Gi", pods: "110" };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: { "kwok.x-k8s.io/node": "fake" },
      labels: {
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": "amd64",
        "topology.kubernetes.io/zone": zone,
      },
    },
    status: { allocatable: room, capacity: room },
  };
});
