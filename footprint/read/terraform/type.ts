import type {
  Alert,
  Charge,
  Provider as ChargingProvider,
  Edge,
  Exposure,
  NodeGroup,
  Queue,
  Secret,
  Span,
  Store,
  Topic,
  Workload,
} from "../../model";
import type { Draft } from "../draft";
import type { KubernetesObject } from "../kubernetes/object";
import type { TerraformKind } from "../kubernetes/shape";
import type { Cursor } from "./cursor";
import type { Related } from "./related";

/** What a resource is charged for, without what is the same for all its charges. */
export type Billed = Pick<Charge, "sku" | "unit" | "quantity" | "byUse" | "usage" | "isOptional">;

/** A group of machines; id, provider and region are filled in. */
export type Machines = Omit<NodeGroup, "id" | "provider" | "region">;

/** What a provider runs on machines of its own; id, name space and what only pods have are filled in. */
export interface Managed extends Pick<Workload, "kind" | "name" | "containers" | "podLevel"> {
  /** Of one instance of the resource; absent where the load decides, or the document does not specify it. */
  readonly replicas?: Span;
  /** @default - `replicas` where they are there, else `unknown` */
  readonly replicasFrom?: Workload["replicasFrom"];
  /** @default - nothing */
  readonly scalesOn?: readonly string[];
}

/** Where a machine's start-up data is: a path of arguments, and the encoding of the text there. */
export interface StartUpData {
  readonly path: readonly string[];
  readonly encoding: "base64" | "utf8";
}

/** What a reader may use beside the arguments of the resource. */
export interface TypeContext {
  /** Arguments as the document has them, with references unresolved. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** Number of instances; absent where it is known after apply. */
  readonly times?: number;
  /** The other resources of the document. */
  readonly related: Related;
}

/** Reads one kind of thing from the arguments of a resource. Called once per instance, unless noted. */
type Read<T> = (body: Cursor, context: TypeContext) => T;

/** What a Terraform type is in a footprint. Each member is a reader, and a type may have several. */
interface Roles {
  /** Keeps the user's data. */
  readonly store?: Read<Store>;
  readonly queue?: Read<Queue>;
  readonly topic?: Read<Topic>;
  /** Entry points; none for a load balancer that is internal. */
  readonly exposures?: Read<readonly Exposure[]>;
  /** None for a parameter that is no secret. */
  readonly secrets?: Read<readonly Secret[]>;
  readonly alerts?: Read<readonly Alert[]>;
  /** Connections that a firewall allows. */
  readonly edges?: Read<readonly Edge[]>;
  /** Machines, read once for all instances; undefined for a cluster without nodes of its own. */
  readonly nodes?: Read<Machines | undefined>;
  /** What the provider runs by itself, read once for all instances; undefined for what runs nothing. */
  readonly workload?: Read<Managed | undefined>;
  /** The Kubernetes kind that the type creates: it is read with the other objects. */
  readonly kind?: TerraformKind;
  /** Kubernetes objects in the arguments: a manifest, or a Helm release. */
  readonly objects?: (body: Cursor, draft: Draft, times: number | undefined) => readonly KubernetesObject[];
  /** A container, service, network or volume of Docker: it is read with the others. */
  readonly docker?: true;
}

interface Charged {
  /** What one instance is charged for. Readers note nothing as unknown: the cost does. */
  readonly charges?: Read<readonly Billed[]>;
}

interface WithoutRole {
  /** The type whose reader reads this one too. */
  readonly partOf?: string;
  /** Why a type that is charged has no role. */
  readonly chargedOnly?: string;
  /**
   * Why it creates what the document does not contain: all that is counted is then a lower bound. A reader returns
   * undefined for one that does not.
   */
  readonly hides?: string | ((body: Cursor) => string | undefined);
  /** Why a type is left out of the footprint. */
  readonly ignored?: string;
}

/** All that is declared about a Terraform type. */
export interface TerraformType extends Roles, Charged, WithoutRole {
  /** Where the start-up data of the machines is. */
  readonly startUp?: readonly StartUpData[];
}

type AtLeastOne<T> = { [K in keyof T]-?: Partial<T> & Required<Pick<T, K>> }[keyof T];

/**
 * A declaration: at least one role, or the reason why there is none. A type that is charged and has neither a role
 * nor a reason does not compile.
 */
export type Declaration =
  | (AtLeastOne<Roles> & Charged & Pick<TerraformType, "startUp">)
  | (Charged & { readonly partOf: string })
  | (Required<Charged> & { readonly chargedOnly: string })
  | (Charged & Required<Pick<WithoutRole, "hides">>)
  | { readonly ignored: string };

/** Declarations by Terraform type. A name with `*` in it is a family: all types of
 * that form that have no own entry; of several families the one with the longest name. */
export type TerraformTypes = Readonly<Record<string, Declaration>>;

/** The types of one Terraform provider. */
export interface TerraformProvider {
  /** Local name of the provider, for example `azurerm`: types start with it. */
  readonly name: string;
  /**
   * Who sends the bill.
   * @default - nobody: none of its types is charged or a machine
   */
  readonly charging?: ChargingProvider;
  /**
   * Region of a resource; `configured` is the region in the provider's configuration.
   * @default - none
   */
  readonly regionOf?: (
    body: Cursor,
    configured: string | undefined,
    context: TypeContext,
  ) => string | undefined;
  /** One record per file. */
  readonly types: readonly TerraformTypes[];
  /**
   * The name that a type is declared under.
   * @default - its own
   */
  readonly declaredAs?: (type: string) => string;
}

/** Types that are left out for one reason. */
export function ignored(reason: string, ...types: readonly string[]): TerraformTypes {
  return Object.fromEntries(types.map((type) => [type, { ignored: reason }]));
}

/** Types that the reader of another type reads too. */
export function partOf(type: string, ...types: readonly string[]): TerraformTypes {
  return Object.fromEntries(types.map((each) => [each, { partOf: type }]));
}
