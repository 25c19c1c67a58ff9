import type { Queue } from "../../model";
import { amount, billed, byUse, ifUsed, lower, sized } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { type Billed, ignored, type TerraformTypes } from "../terraform/type";

const DAY_MS = 86_400_000;

/** Event Hubs, Service Bus, Event Grid, IoT Hub, Notification Hubs and SignalR. */
export const MESSAGING: TerraformTypes = {
  azurerm_eventhub_namespace: { charges: eventHubs, chargedOnly: "throughput that event hubs share" },
  /** Kafka clients take an event hub for a topic; each message is in three zones or racks. */
  azurerm_eventhub: {
    topic: (body) => {
      const days = body.number("message_retention", "retention", 1);
      return {
        id: body.id,
        name: body.named("name"),
        partitions: body.count("partition_count", "partitions"),
        replicationFactor: 3,
        cleanupPolicy: "delete",
        retentionMs: days === undefined ? undefined : days * DAY_MS,
      };
    },
    charges: (body) =>
      body.at("capture_description").optional("enabled") === "true"
        ? [billed("hour", "eventhubs/capture", 1)]
        : [],
  },
  azurerm_eventhub_cluster: {
    charges: () => [billed("hour", "eventhubs/dedicated", 1)],
    chargedOnly: "throughput that event hubs share",
  },
  azurerm_servicebus_namespace: {
    charges: serviceBus,
    chargedOnly: "throughput that queues and topics share",
  },
  azurerm_servicebus_queue: { queue: (body) => queue(body, "Service Bus queue") },
  azurerm_servicebus_topic: {
    topic: (body) => ({ id: body.id, name: body.named("name"), replicationFactor: 3 }),
  },
  azurerm_servicebus_subscription: { queue: (body) => queue(body, "Service Bus subscription") },
  azurerm_eventgrid_topic: {
    charges: () => [byUse("eventgrid/operations", "100,000 operations", "monthly_operations")],
    chargedOnly: "passes events on and keeps none",
  },
  azurerm_eventgrid_system_topic: {
    charges: () => [byUse("eventgrid/operations", "100,000 operations", "monthly_operations")],
    chargedOnly: "passes events on and keeps none",
  },
  azurerm_eventgrid_domain: {
    charges: () => [byUse("eventgrid/operations", "100,000 operations", "monthly_operations")],
    chargedOnly: "passes events on and keeps none",
  },
  azurerm_iothub: {
    charges: (body) => {
      const sku = body.at("sku");
      const size = sku.optional("name");
      return size === "F1" ? [] : [billed("month", sized("iothub", size), amount(sku, "capacity"))];
    },
    chargedOnly: "passes messages of devices on",
  },
  azurerm_iothub_dps: {
    charges: () => [byUse("iothub/provisioning", "1,000 operations", "monthly_operations")],
    chargedOnly: "registers devices",
  },
  azurerm_notification_hub_namespace: {
    charges: (body) => {
      const tier = lower(body, "sku_name", "Free");
      if (tier === "free") return [];
      return [
        billed("month", sized("notification-hubs", tier), 1),
        byUse("notification-hubs/pushes", "million notifications"),
      ];
    },
    chargedOnly: "sends messages to devices",
  },
  azurerm_signalr_service: {
    charges: (body) => {
      const sku = body.at("sku");
      const tier = sku.optional("name")?.split("_")[0];
      if (tier === "Free") return [];
      return [
        billed("hour", sized("signalr", tier), amount(sku, "capacity", 1)),
        ifUsed("signalr/messages", "million messages", "monthly_additional_messages"),
      ];
    },
    chargedOnly: "keeps connections of browsers",
  },
  azurerm_web_pubsub: {
    charges: (body) => [
      billed("hour", sized("web-pubsub", body.optional("sku")?.split("_")[0]), amount(body, "capacity", 1)),
    ],
    chargedOnly: "keeps connections of browsers",
  },
  ...ignored(
    "setting of what passes messages on",
    "azurerm_eventgrid_*",
    "azurerm_eventhub_*",
    "azurerm_iothub_*",
    "azurerm_notification_hub*",
    "azurerm_servicebus_*",
    "azurerm_signalr_*",
    "azurerm_web_pubsub_*",
  ),
};

function queue(body: Cursor, type: string): Queue {
  return { id: body.id, name: body.named("name"), type, durable: true };
}

/** Throughput or processing units by the hour, and what comes in. */
function eventHubs(body: Cursor): Billed[] {
  const tier = lower(body, "sku", "Standard");
  const units = billed("hour", sized("eventhubs", tier), amount(body, "capacity", 1));
  if (tier === "premium") return [units];
  return [
    units,
    byUse(`eventhubs/ingress/${tier ?? "standard"}`, "million events", "monthly_ingress_events"),
  ];
}

/** Premium has units of its own; Standard a base price and its operations; Basic only the latter. */
function serviceBus(body: Cursor): Billed[] {
  const tier = lower(body, "sku", "Standard");
  if (tier === "premium") return [billed("hour", "servicebus/premium", amount(body, "capacity", 1))];
  return [
    ...(tier === "basic" ? [] : [billed("hour", sized("servicebus", tier), 1)]),
    byUse(
      `servicebus/operations/${tier ?? "standard"}`,
      "million operations",
      "monthly_messaging_operations",
    ),
  ];
}
