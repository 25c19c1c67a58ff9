import type { Review } from "../../model/review";
import { parseReviewBook } from "../../prices/book";
import { PricePlace } from "../../prices/price-place";
import { CRITTER_ACKNOWLEDGED } from "./acknowledged";
import { deviationsOfClusters, RABBITMQ_DEVIATIONS } from "./application";
import { COMPOSE_DEVIATIONS } from "./application/compose/deviations";
import { REVIEW_002_CLAIMS } from "./claims";
import { CRITTER_EXPECTED, CRITTER_SWITCHED_EXPECTED } from "./expected";
import { REVIEW_002_FACTS } from "./facts";
import prices from "./prices.json";
import { CRITTER_SWITCHED_PRICES } from "./switched-prices";
import { CLUSTER_SWITCHES } from "./switches";

export const CRITTER_SUPPLY: Review = {
  id: "002",
  name: "critter-supply",
  title: "Critter Supply",
  document: "002_3f566cf14e5265d2.txt",
  options: [
    {
      id: "critter-compose",
      title: "Critter Supply: Docker Compose",
      module: "critter/compose",
    },
    { id: "critter-vm", title: "Critter Supply: one VM on Azure", module: "critter/vm" },
    {
      id: "critter-aks",
      title: "Critter Supply on AKS",
      module: "critter/aks",
      hasPlatform: true,
      switches: CLUSTER_SWITCHES,
    },
    {
      id: "critter-eks",
      title: "Critter Supply on EKS",
      module: "critter/eks",
      hasPlatform: true,
      switches: CLUSTER_SWITCHES,
    },
    {
      id: "critter-gke",
      title: "Critter Supply on GKE",
      module: "critter/gke",
      hasPlatform: true,
      switches: CLUSTER_SWITCHES,
    },
    {
      id: "critter-rabbitmq-single",
      title: "Critter Supply: RabbitMQ, one node",
      module: "critter/rabbitmq-single",
      hasPlatform: true,
    },
    {
      id: "critter-rabbitmq-cluster",
      title: "Critter Supply: RabbitMQ, three nodes",
      module: "critter/rabbitmq-cluster",
      hasPlatform: true,
    },
    {
      id: "critter-rabbitmq-managed",
      title: "Critter Supply: RabbitMQ by CloudAMQP",
      module: "critter/rabbitmq-managed",
      hasPlatform: true,
    },
  ],
  decisions: [
    {
      title: "Critter Supply: where it runs",
      options: ["critter-compose", "critter-vm", "critter-aks", "critter-eks", "critter-gke"],
    },
    {
      title: "Critter Supply: RabbitMQ",
      options: ["critter-rabbitmq-single", "critter-rabbitmq-cluster", "critter-rabbitmq-managed"],
    },
  ],
  baseline: "critter-aks",
  environments: {
    names: ["production"],
    source: "002_3f566cf14e5265d2.txt, Recurring Costs (Production - Cycle 21)",
  },
  prices: parseReviewBook(PricePlace.of(prices, { file: "config/reviews/002-critter-supply/prices.json" })),
  expected: CRITTER_EXPECTED,
  switchedExpected: CRITTER_SWITCHED_EXPECTED,
  switchedPrices: CRITTER_SWITCHED_PRICES,
  claims: REVIEW_002_CLAIMS,
  facts: REVIEW_002_FACTS,
  deviations: {
    "critter-compose": COMPOSE_DEVIATIONS.compose,
    "critter-vm": COMPOSE_DEVIATIONS.vm,
    "critter-aks": deviationsOfClusters("aks"),
    "critter-eks": deviationsOfClusters("eks"),
    "critter-gke": deviationsOfClusters("gke"),
    "critter-rabbitmq-single": RABBITMQ_DEVIATIONS.single,
    "critter-rabbitmq-cluster": RABBITMQ_DEVIATIONS.cluster,
    "critter-rabbitmq-managed": RABBITMQ_DEVIATIONS.managed,
  },
  acknowledged: CRITTER_ACKNOWLEDGED,
};
