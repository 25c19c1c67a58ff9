import { capacity } from "../../footprint/figures";
import type { Rule } from "../rule";

export const connectionsOverBudget: Rule = {
  id: "WB062",
  name: "connections-over-budget",
  severity: "error",
  problem: "The pods of an option may open more connections than the server behind them grants.",
  reason: "With most replicas, or during a roll-out, new connections are refused.",
  fix: "Lower the connections per pod or the maximum of replicas, put a pool between, or raise the limit of the server.",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#rolling-update-deployment",
  *find(subject) {
    const { connectionBudget } = subject.settings;
    const { connections } = capacity(subject.footprint, { connectionBudget });
    const budget = connections?.budget;
    if (connections === undefined || budget === undefined) return;
    const { max } = connections.open;
    if (max <= budget.connections) return;
    const [first] = connections.caps;
    const workload = subject.footprint.workloads.find(({ name }) => name === first?.workload);
    yield {
      on: subject.thing(workload?.id ?? subject.footprint.id),
      part: budget.backend,
      text: `up to ${max} connections to ${budget.backend}, which grants ${budget.connections}`,
    };
  },
};
