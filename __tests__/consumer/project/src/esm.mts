import { KubernetesProvider } from "@cdktf/provider-kubernetes/lib/provider/index.js";
import { App, TerraformStack, Testing } from "cdktf";
import { acl, topic } from "weighbridge/bindings/kafka";
import { RestrictedNamespace } from "weighbridge/constructs/core";
import { KafkaTopicSet } from "weighbridge/constructs/kafka-topic-set";
import { fastSynth } from "weighbridge/fast-synth";
import { readEach } from "weighbridge/footprint";
import { connections } from "weighbridge/network";

fastSynth();
const stack = new TerraformStack(new App(), "esm");
new KubernetesProvider(stack, "Kubernetes");
new RestrictedNamespace(stack, "Namespace", { name: "shop" });
const { resource } = JSON.parse(Testing.synth(stack, true)) as { resource: Record<string, unknown> };
const names = [acl.Acl, topic.Topic, KafkaTopicSet, readEach, connections].map((value) => value.name);
process.stdout.write(`${[...names, ...Object.keys(resource)].join(" ")}\n`);
