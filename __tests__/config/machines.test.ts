import { shapeOf } from "../../config/machines";

// From the vendors' own pages of instance types.
test.each([
  ["aws", "t3.medium", { vcpu: 2, memoryGiB: 4, maxPods: 17 }],
  ["aws", "m6i.2xlarge", { vcpu: 8, memoryGiB: 32, maxPods: 58 }],
  ["aws", "c5n.18xlarge", { vcpu: 72, memoryGiB: 192, maxPods: 737 }],
  ["aws", "p2.xlarge", { vcpu: 4, memoryGiB: 61 }],
  ["azure", "Standard_D4s_v5", { vcpu: 4, memoryGiB: 16 }],
  ["azure", "standard_d4S_V5", { vcpu: 4, memoryGiB: 16 }],
  ["google", "n1-standard-1", { vcpu: 1, memoryGiB: 3.75 }],
  ["google", "n2d-custom-4-10240", { vcpu: 4, memoryGiB: 10 }],
  ["google", "custom-6-3072", { vcpu: 6, memoryGiB: 3 }],
  ["google", "n1-custom-2-15360-ext", { vcpu: 2, memoryGiB: 15 }],
])("%s %s", (provider, type, shape) => {
  expect(shapeOf(provider, type)).toEqual(shape);
});

test.each([
  ["aws", "m6i.xxlarge"],
  ["aws", "M5.LARGE"],
  ["aws", "Standard_D4s_v5"],
  ["aws", "constructor"],
  ["google", "e2-custom-4"],
  ["kubernetes", "m5.large"],
  [undefined, "m5.large"],
])("%s has no shape of %s", (provider, type) => {
  expect(shapeOf(provider, type)).toBeUndefined();
});
