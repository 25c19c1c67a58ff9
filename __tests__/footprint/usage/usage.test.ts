import { LIST_PRICES } from "../../../config/prices";
import { toFootprint } from "../../../footprint";
import { listCost } from "../../../footprint/figures/list-cost";
import { parseUsage, withUsage } from "../../../footprint/usage";

const fn = (memory: number) => ({
  function_name: "x",
  memory_size: memory,
  role: "r",
  handler: "h",
  runtime: "nodejs22.x",
  filename: "f",
});
const DOCUMENT = toFootprint({
  provider: { aws: [{ region: "us-east-1" }] },
  resource: {
    aws_lambda_function: { f: fn(512), g: { ...fn(1024), for_each: { a: 1, b: 2 } } },
    aws_s3_bucket: { b: { bucket: "b" } },
    aws_sqs_queue: { q: { name: "q" } },
    aws_dynamodb_table: { t: { name: "t", billing_mode: "PAY_PER_REQUEST" } },
    aws_iam_role: { r: { name: "r" } },
  },
});

const cost = (yaml: string) => {
  const [footprint = DOCUMENT] = withUsage([DOCUMENT], parseUsage(yaml, "usage.yml"));
  return listCost(footprint, { prices: LIST_PRICES });
};
const lines = (yaml: string) =>
  cost(yaml).lines.map(({ thing, price, usd, assumed }) => [
    thing,
    price.sku,
    usd.steady,
    assumed?.figures.join(", "),
  ]);

const entry = (address: string, figures: string) =>
  `version: 0.1\nresource_usage:\n  ${address}: { ${figures} }\n`;

test("what is billed by use has the quantity that its figures give", () => {
  expect(
    lines(entry("aws_lambda_function.f", "monthly_requests: 5000000, request_duration_ms: 200")),
  ).toEqual([
    // 5 million × 0.2 s × 0.5 GiB are 500,000 GiB-seconds at 0.0000166667 USD.
    [
      "aws_lambda_function.f",
      "lambda/duration/x86_64",
      8.33,
      "monthly_requests 5000000, request_duration_ms 200",
    ],
    ["aws_lambda_function.f", "lambda/requests", 1, "monthly_requests 5000000"],
  ]);
});

test("each 64 KB that is started counts, and nested keys are found", () => {
  expect(lines(entry("aws_sqs_queue.q", "monthly_requests: 3000000, request_size_kb: 100"))).toEqual([
    ["q", "sqs/requests/standard", 2.4, "monthly_requests 3000000, request_size_kb 100"],
  ]);
  expect(lines(entry("aws_s3_bucket.b", "standard: { storage_gb: 1000 }"))).toEqual([
    ["aws_s3_bucket.b", "s3/standard/storage", 23, "standard.storage_gb 1000"],
  ]);
});

test("an address comes before a pattern, a pattern before the type, key by key", () => {
  const yaml = `version: 0.1
resource_type_default_usage:
  aws_lambda_function: { monthly_requests: 1000000, request_duration_ms: 400 }
resource_usage:
  aws_lambda_function.g[*]: { request_duration_ms: 100 }
  aws_lambda_function.g["b"]: { monthly_requests: 7000000 }
`;
  const requests = withUsage([DOCUMENT], parseUsage(yaml, "u"))[0]?.charges.flatMap(
    ({ id, sku, quantity, assumed }) =>
      sku?.startsWith("lambda/duration") ? [[id, quantity, assumed?.figures]] : [],
  );
  expect(requests).toEqual([
    ["aws_lambda_function.f", 200_000, ["monthly_requests 1000000", "request_duration_ms 400"]],
    ['aws_lambda_function.g["a"]', 100_000, ["monthly_requests 1000000", "request_duration_ms 100"]],
    ['aws_lambda_function.g["b"]', 700_000, ["monthly_requests 7000000", "request_duration_ms 100"]],
  ]);
});

test("an address without an instance means all of them", () => {
  const yaml = entry("aws_lambda_function.g", "monthly_requests: 1000000, request_duration_ms: 100");
  expect(lines(yaml).map(([thing, sku]) => [thing, sku])).toEqual([
    ['aws_lambda_function.g["a"]', "lambda/duration/x86_64"],
    ['aws_lambda_function.g["a"]', "lambda/requests"],
    ['aws_lambda_function.g["b"]', "lambda/duration/x86_64"],
    ['aws_lambda_function.g["b"]', "lambda/requests"],
  ]);
});

test("rates fall with the amount, and traffic of a region needs no resource", () => {
  const yaml = entry("aws_data_transfer.here", "region: us-east-1, monthly_outbound_internet_gb: 20000");
  // 10,240 × 0.09 + 9,760 × 0.085.
  expect(lines(yaml)).toEqual([
    ["aws_data_transfer.here", "data-transfer/internet", 1751.2, "monthly_outbound_internet_gb 20000"],
  ]);
});

test("a figure without a price, or that nothing takes, is not priced and never zero", () => {
  const {
    lines: none,
    unpriced,
    atLeast,
  } = cost(entry("aws_dynamodb_table.t", "storage_gb: 10, monthly_streams_read_request_units: 5"));
  expect({ none, atLeast }).toEqual({ none: [], atLeast: true });
  expect(unpriced).toContainEqual({ name: "t", why: "no price of aws dynamodb/storage in us-east-1" });
  expect(unpriced).toContainEqual({
    name: "aws_dynamodb_table.t",
    why: "usage-billed: price per monthly_streams_read_request_units of the usage file",
  });
});

test.each<[string, string, string[]]>([
  [
    "keys and types",
    `version: 0.1
resource_type_default_usage:
  aws_lambda_functon: { monthly_requests: 1 }
resource_usage:
  aws_lambda_function.f: { monthly_reqests: 1 }
`,
    [
      "usage.yml: line 3, column 3: resource_type_default_usage.aws_lambda_functon: the type aws_lambda_functon has no usage keys; did you mean aws_lambda_function?",
      "usage.yml: line 5, column 28: resource_usage.aws_lambda_function.f.monthly_reqests: aws_lambda_function has no such key; did you mean monthly_requests?",
    ],
  ],
  [
    "addresses",
    entry("aws_lambda_function.h", "monthly_requests: 1"),
    [
      "usage.yml: line 3, column 3: resource_usage.aws_lambda_function.h: no resource has this address; did you mean aws_lambda_function.f or aws_lambda_function.g?",
    ],
  ],
  [
    "the form, all of it",
    "version: 3\nresource_usages: {}\nresource_usage:\n  a.b: 7\n  aws_s3_bucket.b: { object_tags: -1 }\n",
    [
      "usage.yml: line 2, column 1: resource_usages: this is no part of a usage file; did you mean resource_usage?",
      "usage.yml: line 1, column 10: version: it must be 0.1, got 3; write 'version: 0.1'",
      "usage.yml: line 4, column 3: resource_usage.a.b: it must be a map, got a number; write its keys below it",
      "usage.yml: line 5, column 35: resource_usage.aws_s3_bucket.b.object_tags: it must be a number of 0 or more, got -1; correct the figure",
    ],
  ],
  [
    "texts and sums in place of figures",
    entry("aws_sqs_queue.q", 'request_size_kb: abc, monthly_requests: "200"').concat(
      "  aws_s3_bucket.b: { standard: { storage_gb: 1e308 }, object_tags: true }\n",
    ),
    [
      "usage.yml: line 3, column 39: resource_usage.aws_sqs_queue.q.request_size_kb: it must be a number of 0 or more, got a text; correct the figure",
      'usage.yml: line 3, column 62: resource_usage.aws_sqs_queue.q.monthly_requests: it must be a number of 0 or more, got "200"; write it without quotes',
      "usage.yml: line 4, column 46: resource_usage.aws_s3_bucket.b.standard.storage_gb: it must be at most 1000000000000, got 1e+308; correct the figure",
      "usage.yml: line 4, column 68: resource_usage.aws_s3_bucket.b.object_tags: it must be a number of 0 or more, got a boolean; correct the figure",
    ],
  ],
  [
    "another document",
    "- 1\n",
    ["usage.yml: a usage file is one map, got a list; write 'version: 0.1' and 'resource_usage:'"],
  ],
])("refuses %s, one line a fault", (_, yaml, faults) => {
  expect(() => cost(yaml)).toThrow(new Error(faults.join("\n")));
});

test("keys that Infracost knows, and entries of free resources, are no faults", () => {
  const yaml = `version: 0.1
resource_usage:
  aws_iam_role.r:
  aws_s3_bucket.b: { object_tags: 4 }
`;
  expect(cost(yaml).lines).toEqual([]);
});

test("addresses that no footprint has are left out with a note, once another one is used", () => {
  const yaml = `version: 0.1
resource_usage:
  aws_lambda_function.f: { monthly_requests: 1 }
  aws_lambda_function.h: { monthly_requests: 1 }
  module.other.aws_sqs_queue.q: { monthly_requests: 1 }
  module.other.aws_sqs_queue.r: { monthly_requests: 1 }
`;
  const notes: string[] = [];
  withUsage([DOCUMENT], parseUsage(yaml, "usage.yml"), (line) => notes.push(line));
  expect(notes).toEqual([
    "usage.yml: line 4, column 3: resource_usage.aws_lambda_function.h: no resource has this address; it is left out; did you mean aws_lambda_function.f or aws_lambda_function.g?",
    "usage.yml: no resource has 2 of its addresses, which are left out: line 5, column 3: resource_usage.module.other.aws_sqs_queue.q, line 6, column 3: resource_usage.module.other.aws_sqs_queue.r",
  ]);
});
