import { type KubernetesDocument, takenApart } from "../kubernetes/documents";
import { isObject, type Json, own } from "../text/value";
import type { Path } from "../text/yaml";

/** An object of Kubernetes, wherever it comes from. */
export interface SourceObject {
  readonly value: Json;
  readonly origin: {
    /** @default - the object was given as a value */
    readonly file?: string;
    /** Line of a value in the file, from 1. @default - the file has no lines that people wrote */
    readonly lineOf?: (path: Path) => number | undefined;
  };
  /** True where its spec has a value that is known only after an apply. @default false */
  readonly isUnresolved?: boolean;
  /** True for what an operator makes of another object. @default false */
  readonly isMade?: boolean;
  /** Terraform address. @default - the object is not Terraform's */
  readonly address?: string;
  /** Arguments that Terraform leaves to others. @default - none */
  readonly ignoredChanges?: readonly string[];
}

/** Kinds that belong to no namespace. */
const CLUSTER_KINDS =
  /^(?:Namespace|Cluster\w+|CustomResourceDefinition|PersistentVolume|PriorityClass|StorageClass|IngressClass|GatewayClass|RuntimeClass|Node|(?:Baseline)?AdminNetworkPolicy)$/;

/**
 * The objects of parsed documents, lists taken apart, as they are written.
 * @param namespace of the objects that have none. @default - they stay without one
 * @throws InputError for what is no Kubernetes object
 */
export function documentObjects(
  documents: readonly KubernetesDocument[],
  namespace?: string,
): SourceObject[] {
  return documents.flatMap((document) =>
    [...takenApart(document)].map(({ value, file, lineOf }) => {
      const object = value as Json;
      const metadata = own(object, "metadata");
      const isWithout =
        namespace !== undefined &&
        !CLUSTER_KINDS.test(String(object["kind"])) &&
        !(isObject(metadata) && typeof own(metadata, "namespace") === "string");
      return {
        value: isWithout ? { ...object, metadata: { ...(metadata as Json | undefined), namespace } } : object,
        origin: { file, lineOf },
      };
    }),
  );
}
