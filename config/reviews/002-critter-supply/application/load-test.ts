import { CRITTER } from "./application";

/** How long the number of users rises to each step, and how long it stays there, in seconds. Chosen. */
const RAMP_SECONDS = 120;
const HOLD_SECONDS = 300;
/** Longest wait for an order: an order that takes longer has failed. */
const GIVE_UP_SECONDS = 30;

const { users, percentiles, errorsBelowPercent } = CRITTER.loadTest;

/** From the first user to the last, and time to end. */
export const LOAD_TEST_SECONDS =
  users.length * (RAMP_SECONDS + HOLD_SECONDS) + RAMP_SECONDS + GIVE_UP_SECONDS;

const stages = [
  ...users.flatMap((target) => [
    { duration: `${RAMP_SECONDS}s`, target },
    { duration: `${HOLD_SECONDS}s`, target },
  ]),
  { duration: `${RAMP_SECONDS}s`, target: 0 },
];

const thresholds = {
  order_duration: percentiles.map(({ percent, belowSeconds }) => `p(${percent})<${belowSeconds * 1000}`),
  orders_failed: [`rate<${errorsBelowPercent / 100}`],
};

/**
 * The load test as JavaScript of k6: each user places an order and waits until it has ended, because the review's limits
 * are of orders, not of requests. Paths and fields are assumed.
 *
 * Source: 002_3f566cf14e5265d2.txt, "4. No Load Testing Infrastructure"; "Approval Conditions".
 */
export const LOAD_TEST_SCRIPT = `import http from "k6/http";
import { sleep } from "k6";
import exec from "k6/execution";
import { Rate, Trend } from "k6/metrics";

const orderDuration = new Trend("order_duration", true);
const ordersFailed = new Rate("orders_failed");

export const options = {
  scenarios: {
    orders: { executor: "ramping-vus", startVUs: 0, gracefulRampDown: "${GIVE_UP_SECONDS}s", stages: ${JSON.stringify(stages)} },
  },
  thresholds: ${JSON.stringify(thresholds)},
};

const headers = { "Content-Type": "application/json" };

export default function () {
  const started = Date.now();
  const order = { customerId: \`load-test-\${exec.vu.idInTest}\`, lines: [{ sku: "load-test", quantity: 1 }] };
  const placed = http.post(\`\${__ENV.TARGET}/api/orders\`, JSON.stringify(order), { headers });
  const ended = placed.status === 202 && waitFor(placed.json("id"), started);
  ordersFailed.add(!ended);
  if (ended) orderDuration.add(Date.now() - started);
  sleep(1);
}

function waitFor(id, started) {
  while (Date.now() - started < ${GIVE_UP_SECONDS * 1000}) {
    const answer = http.get(\`\${__ENV.TARGET}/api/orders/\${id}\`, { tags: { name: "order" } });
    if (answer.status === 200 && answer.json("status") === "completed") return true;
    if (answer.status === 200 && answer.json("status") === "failed") return false;
    sleep(0.25);
  }
  return false;
}
`;
