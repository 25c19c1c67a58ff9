import type { Path, Rule } from "../rule";
import { at, isUnresolved, listAt, type Pod, podPath, type Subject, textAt } from "../subject";

export const missingSecret: Rule = {
  id: "WB066",
  name: "missing-secret",
  severity: "warning",
  problem: "A pod refers to a Secret that nothing creates.",
  reason: "The pod does not start until somebody creates the Secret by hand.",
  fix: "Create it with an ExternalSecret or another operator, or document who creates it.",
  source: "https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret",
  *find(subject) {
    if (subject.isPart) return;
    const created = secretsOf(subject);
    for (const pod of subject.pods) {
      const seen = new Set<string>();
      for (const { name, path } of referencesOf(pod)) {
        if (
          isUnresolved(name) ||
          OF_ACCOUNT.test(name) ||
          seen.has(name) ||
          created.has(`${pod.object.namespace}/${name}`)
        )
          continue;
        seen.add(name);
        yield {
          on: pod.object,
          part: name,
          path,
          text: `Secret ${name} is not in namespace ${pod.object.namespace}`,
        };
      }
    }
  },
};

/** What older API servers created for each service account. */
const OF_ACCOUNT = /-token-[a-z0-9]{5}$/;

function referencesOf(pod: Pod): { name: string; path: Path }[] {
  const found: { name: string | undefined; optional: unknown; path: Path }[] = [];
  for (const { value, path } of pod.containers) {
    for (const [index, each] of listAt(value, "env").entries()) {
      const source = at(each, "valueFrom", "secretKeyRef");
      found.push({
        name: textAt(source, "name"),
        optional: at(source, "optional"),
        path: [...path, "env", index],
      });
    }
    for (const [index, each] of listAt(value, "envFrom").entries()) {
      const source = at(each, "secretRef");
      found.push({
        name: textAt(source, "name"),
        optional: at(source, "optional"),
        path: [...path, "envFrom", index],
      });
    }
  }
  for (const [index, volume] of listAt(pod.spec, "volumes").entries()) {
    const path = podPath(pod, "volumes", index);
    const secret = at(volume, "secret");
    found.push({ name: textAt(secret, "secretName"), optional: at(secret, "optional"), path });
    for (const source of listAt(volume, "projected", "sources"))
      found.push({
        name: textAt(source, "secret", "name"),
        optional: at(source, "secret", "optional"),
        path,
      });
  }
  return found.flatMap(({ name, optional, path }) =>
    name === undefined || optional === true ? [] : [{ name, path }],
  );
}

/** Secrets that objects of the input create, by `namespace/name`. */
function secretsOf({ objects }: Subject): ReadonlySet<string> {
  const names = objects.all.flatMap(({ type, namespace, name, value }) => {
    const of = (each: string | undefined) => (each === undefined ? [] : [`${namespace}/${each}`]);
    switch (type) {
      case "Secret":
      case "bitnami.com/SealedSecret":
        return of(name);
      case "external-secrets.io/ExternalSecret":
        return of(textAt(value, "spec", "target", "name") ?? name);
      case "cert-manager.io/Certificate":
        return of(textAt(value, "spec", "secretName"));
      case "secrets-store.csi.x-k8s.io/SecretProviderClass":
        return listAt(value, "spec", "secretObjects").flatMap((each) => of(textAt(each, "secretName")));
      case "kafka.strimzi.io/KafkaUser":
        return of(name);
      case "kafka.strimzi.io/Kafka":
        return [...of(`${name}-cluster-ca-cert`), ...of(`${name}-clients-ca-cert`)];
      case "rabbitmq.com/RabbitmqCluster":
        return of(`${name}-default-user`);
      case "rabbitmq.com/User":
        return of(`${name}-user-credentials`);
      case "postgresql.cnpg.io/Cluster":
        return [...of(`${name}-app`), ...of(`${name}-superuser`), ...of(`${name}-ca`)];
      case "elasticsearch.k8s.elastic.co/Elasticsearch":
        return [...of(`${name}-es-elastic-user`), ...of(`${name}-es-http-certs-public`)];
      default:
        return [];
    }
  });
  return new Set(names);
}
