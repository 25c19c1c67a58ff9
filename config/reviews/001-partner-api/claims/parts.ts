import type { Claim, ClaimDraft } from "../../../model/claim";
import type { Computation } from "../../../model/computation";
import type { PlainMeasure } from "../../../model/measured";
import { A, B, named, says, section } from "./section";

const COST = "4. Infrastructure Cost Estimate";

/** PHP comes with frontend3, which is in no stack of this review: every option runs beside it. */
const SAME_IMAGE = "Same as `frontend3` (PHP-FPM + Nginx)";
const FRONTEND3_RUNTIME: Computation = {
  count: named(`${B} > Container/Pod Specification`, SAME_IMAGE, ["PHP"]),
};

const CHAINS_A: Computation = { sum: [count("supplyChains", "partner-a"), FRONTEND3_RUNTIME] };

/** How many things there are to deploy, to build and to patch. */
export const PARTS_CLAIMS: readonly Claim[] = [
  ...section("1. Executive Summary", [
    deployed("a", 2, "2 containers + Redis + Kafka"),
    deployed("b", 1, "1 pod group (same image as frontend3) + Kafka"),
    deployed("c", 1, "1 container + Redis"),
  ]),
  ...section(`${A} > Security`, [
    {
      id: "supply-chains-a",
      option: "partner-a",
      claimed: 2,
      unit: "supply chains",
      words: "**Two base image supply chains** (.NET + PHP)",
      compute: CHAINS_A,
      note: "the collector's image is one more to patch",
    },
  ]),
  ...section(`${B} > Security`, [
    {
      id: "supply-chains-b",
      option: "partner-b",
      claimed: 1,
      unit: "supply chains",
      words: "**One base image supply chain** (PHP)",
      compute: count("supplyChains", "partner-b"),
      note: "Fuji remains .NET",
    },
    {
      id: "cve-surface-b",
      option: "partner-b",
      claimed: 0.5,
      decimals: 2,
      unit: "of option A's supply chains",
      words: "Half the CVE scanning surface of Option A/C",
      compute: { quotient: [count("supplyChains", "partner-b"), CHAINS_A] },
    },
  ]),
  ...section(`${COST} > Option A: Trimmed .NET`, [built("a", 2, "2 images, ~10 versions retained")]),
  ...section(`${COST} > Option B: PHP Native`, [
    {
      id: "images-b",
      option: "partner-b",
      claimed: 0,
      unit: "images beside frontend3's",
      words: "0 additional images (same as frontend3)",
      compute: {
        difference: [
          count("builtImages", "partner-b"),
          { count: named(`${B} > Container/Pod Specification`, SAME_IMAGE, ["frontend3"]) },
        ],
      },
      note: "options A and C count Fuji's image",
    },
  ]),
  ...section(`${COST} > Option C: Thin Gateway`, [built("c", 2, "2 images")]),
  ...section(`${B} > Container/Pod Specification`, [
    {
      id: "image-size-b",
      option: "partner-b",
      claimed: { low: 30, high: 50 },
      tolerance: 5,
      unit: "MB of frontend3's image",
      words: "~30-50 MB (PHP)",
      compute: {
        stated: 100,
        source: {
          file: "000_5a365d529a350ad9.txt",
          section: "Container Analysis",
          words: "The existing container image (~100MB base)",
        },
      },
    },
  ]),
  ...section(`${B} > Networking`, [
    {
      id: "no-inter-service-b",
      option: "partner-b",
      claimed: 0,
      unit: "services called",
      words: "No inter-service communication",
      compute: {
        count: { measure: "reached", option: "partner-b", from: "frontend3-partner", to: "fuji" },
      },
      note: "as long as Fuji is not absorbed, the bundle asks it for stations",
    },
  ]),
  ...section(`${A} > Security`, [
    {
      id: "egress-a",
      option: "partner-a",
      claimed: [],
      unit: "destinations missing from the policy",
      words: "Restrict `travel-api` egress to: `frontend3` service, Redis, Kafka, credit-line service",
      compute: {
        lacking: [
          ...named(
            `${A} > Networking`,
            "Credit Line Service (HTTP), Ushba Revenue SDK (HTTP), Fuji Exchange Rates (HTTP)",
            ["Credit Line Service", "Ushba Revenue SDK", "Fuji Exchange Rates"],
          ),
          says(`${A} > Networking`, "Kubernetes DNS resolution", "DNS"),
        ].map((each) =>
          each.stated === "Credit Line Service" ? { ...each, named: "credit-line service" } : each,
        ),
        given: named(
          `${A} > Security`,
          "`frontend3` service, Redis, Kafka, credit-line service, OTel collector",
          ["frontend3", "Redis", "Kafka", "credit-line service", "OTel collector"],
        ),
      },
      note: 'the same option\'s "Networking" lists the first three, and names are resolved by DNS',
    },
  ]),
];

function count(measure: PlainMeasure, option: string): Computation {
  return { count: { measure, option } };
}

function deployed(letter: "a" | "b" | "c", claimed: number, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `deployed-${letter}`,
    option,
    claimed,
    unit: "things to deploy",
    words,
    compute: count("workloads", option),
    readings: [{ reading: "kinds of container", compute: count("containers", option), unit: "containers" }],
  };
}

function built(letter: "a" | "c", claimed: number, words: string): ClaimDraft {
  const option = `partner-${letter}`;
  return {
    id: `images-${letter}`,
    option,
    claimed,
    unit: "images",
    words,
    compute: count("builtImages", option),
  };
}
