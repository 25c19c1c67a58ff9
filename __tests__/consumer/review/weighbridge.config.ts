import { defineReview } from "weighbridge/footprint";
import { addTo } from "./stacks/pods.js";

export default defineReview({
  schemaVersion: 1,
  review: "orders",
  options: {
    today: { title: "Today", from: "today.yaml" },
    pods: { title: "Pods", addTo },
    queue: { title: "Queue", module: "./stacks/queue.ts" },
  },
  prices: [
    { option: "today", id: "support", label: "Support", low: 100, high: 200 },
    { option: "pods", id: "team", label: "Team", low: 50, high: 60 },
  ],
  claims: [
    {
      id: "pods",
      option: "pods",
      section: "Sizing",
      words: "four pods are enough",
      claimed: 4,
      unit: "pods",
      compute: { measure: "pods", of: "pods", at: "steady" },
    },
  ],
});
