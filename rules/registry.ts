import { acknowledgementEnded } from "./acknowledge/ended";
import { acknowledgementUnmatched } from "./acknowledge/unmatched";
import { alertAlways } from "./alerts/alert-always";
import { alertNever } from "./alerts/alert-never";
import { autoscalerMin } from "./availability/autoscaler-min";
import { autoscalerRange } from "./availability/autoscaler-range";
import { autoscalerTarget } from "./availability/autoscaler-target";
import { autoscalerWithoutRequest } from "./availability/autoscaler-without-request";
import { budgetBlocks } from "./availability/budget-blocks";
import { budgetMissing } from "./availability/budget-missing";
import { budgetUnhealthy } from "./availability/budget-unhealthy";
import { gracePeriod } from "./availability/grace-period";
import { notRolling } from "./availability/not-rolling";
import { priorityMissing } from "./availability/priority-missing";
import { replicasTogether } from "./availability/replicas-together";
import { replicasUnderAutoscaler } from "./availability/replicas-under-autoscaler";
import { singleReplica } from "./availability/single-replica";
import { compactionWithRetention } from "./data/compaction-with-retention";
import { connectionsOverBudget } from "./data/connections-over-budget";
import { lockStore } from "./data/lock-store";
import { missingSecret } from "./data/missing-secret";
import { poolMemory } from "./data/pool-memory";
import { queueLost } from "./data/queue-lost";
import { topicInSync } from "./data/topic-in-sync";
import { canaryMissing } from "./delivery/canary-missing";
import { guardMissing } from "./delivery/guard-missing";
import { noRollBack } from "./delivery/no-roll-back";
import { floatingTag } from "./images/floating-tag";
import { imageWithoutDigest } from "./images/image-without-digest";
import { outOfSupport } from "./images/out-of-support";
import { pullPolicy } from "./images/pull-policy";
import { unknownRegistry } from "./images/unknown-registry";
import { addressNotGiven } from "./network/address-not-given";
import { anywhere } from "./network/anywhere";
import { clusterPolicyInvalid } from "./network/cluster-policy-invalid";
import { neededConnection } from "./network/needed-connection";
import { notIsolated } from "./network/not-isolated";
import { policyPort } from "./network/policy-port";
import { policySelectsNothing } from "./network/policy-selects-nothing";
import { ruleWithoutEffect } from "./network/rule-without-effect";
import { identicalProbes } from "./probes/identical-probes";
import { livenessProbeMissing } from "./probes/liveness-probe-missing";
import { probePort } from "./probes/probe-port";
import { readinessProbeMissing } from "./probes/readiness-probe-missing";
import { cpuLimitMissing } from "./resources/cpu-limit-missing";
import { cpuRequestMissing } from "./resources/cpu-request-missing";
import { ephemeralStorage } from "./resources/ephemeral-storage";
import { limitFarAboveRequest } from "./resources/limit-far-above-request";
import { memoryLimitMissing } from "./resources/memory-limit-missing";
import { memoryRequestMissing } from "./resources/memory-request-missing";
import type { Rule } from "./rule";
import { capabilitiesKept } from "./security/capabilities-kept";
import { capabilityAdded } from "./security/capability-added";
import { defaultServiceAccount } from "./security/default-service-account";
import { hostIpc } from "./security/host-ipc";
import { hostNetwork } from "./security/host-network";
import { hostPath } from "./security/host-path";
import { hostPid } from "./security/host-pid";
import { hostPort } from "./security/host-port";
import { missingServiceAccount } from "./security/missing-service-account";
import { privilegeEscalation } from "./security/privilege-escalation";
import { privilegedContainer } from "./security/privileged-container";
import { procMount } from "./security/proc-mount";
import { publicExposure } from "./security/public-exposure";
import { runAsRoot } from "./security/run-as-root";
import { runtimeSocket } from "./security/runtime-socket";
import { seccomp } from "./security/seccomp";
import { secretInText } from "./security/secret-in-text";
import { secretInVariable } from "./security/secret-in-variable";
import { sysctls } from "./security/sysctls";
import { tokenUnused } from "./security/token-unused";
import { writableRoot } from "./security/writable-root";
import { ingressWithoutTls } from "./services/ingress-without-tls";
import { routeBackend } from "./services/route-backend";
import { selectorMismatch } from "./services/selector-mismatch";
import { serviceOpen } from "./services/service-open";
import { serviceTargetPort } from "./services/service-target-port";
import { serviceWithoutWorkload } from "./services/service-without-workload";
import { deviation } from "./synth/deviation";
import { secondApply } from "./synth/second-apply";
import { secretInState } from "./synth/secret-in-state";
import { singleCopy } from "./synth/single-copy";

/** Every rule, by id: the order of lists and of the documentation. */
export const RULES: readonly Rule[] = [
  privilegedContainer,
  privilegeEscalation,
  runAsRoot,
  writableRoot,
  capabilitiesKept,
  capabilityAdded,
  hostNetwork,
  hostPid,
  hostIpc,
  hostPort,
  hostPath,
  runtimeSocket,
  seccomp,
  procMount,
  sysctls,
  tokenUnused,
  defaultServiceAccount,
  missingServiceAccount,
  secretInText,
  secretInVariable,
  cpuRequestMissing,
  memoryRequestMissing,
  memoryLimitMissing,
  cpuLimitMissing,
  limitFarAboveRequest,
  ephemeralStorage,
  floatingTag,
  imageWithoutDigest,
  unknownRegistry,
  pullPolicy,
  readinessProbeMissing,
  livenessProbeMissing,
  identicalProbes,
  probePort,
  singleReplica,
  autoscalerMin,
  autoscalerRange,
  autoscalerTarget,
  replicasUnderAutoscaler,
  autoscalerWithoutRequest,
  budgetMissing,
  budgetBlocks,
  budgetUnhealthy,
  replicasTogether,
  notRolling,
  gracePeriod,
  priorityMissing,
  selectorMismatch,
  serviceWithoutWorkload,
  serviceTargetPort,
  serviceOpen,
  routeBackend,
  ingressWithoutTls,
  notIsolated,
  policySelectsNothing,
  anywhere,
  policyPort,
  neededConnection,
  ruleWithoutEffect,
  clusterPolicyInvalid,
  poolMemory,
  connectionsOverBudget,
  alertNever,
  alertAlways,
  addressNotGiven,
  missingSecret,
  canaryMissing,
  lockStore,
  topicInSync,
  compactionWithRetention,
  queueLost,
  noRollBack,
  outOfSupport,
  guardMissing,
  publicExposure,
  secretInState,
  singleCopy,
  secondApply,
  deviation,
  acknowledgementUnmatched,
  acknowledgementEnded,
];
