import { UserError } from "../../errors/user-error";
/** Where a stack is deployed to. Address ranges are part of it, since policies name them. */
export interface Environment {
  readonly name: EnvironmentName;
  /** AWS region. */
  readonly region: string;
  /** Name of the context in the kubeconfig, so that no other cluster can be hit by accident. */
  readonly kubeContext: string;
  /** EKS cluster that runs the pods. */
  readonly clusterName: string;
  /** Address ranges of the pods. */
  readonly podCidrs: readonly string[];
  /** Address ranges of the subnets that hold caches. */
  readonly cacheCidrs: readonly string[];
  /** Address ranges of services outside of the cluster that are not created here. */
  readonly endpoints: Endpoints;
  /** The Gateway that routes hang on. */
  readonly gateway: { readonly name: string; readonly namespace: string };
  /** Where telemetry goes. */
  readonly collector: { readonly namespace: string; readonly app: string; readonly port: number };
  /** Where Terraform keeps its state. */
  readonly backend: Backend;
  /**
   * Deletion protection and `prevent_destroy` where data lives. An environment that is thrown away has neither, and
   * its resources carry the day on which they may go.
   */
  readonly keepsData: boolean;
  /**
   * Spending of the AWS account, in USD/month; the owner is notified at 80 % and at 100 %.
   * @default - no alarm of its own
   */
  readonly budgetUsdPerMonth?: number;
  /**
   * The only accounts that may be named.
   * @default - any that the deployer names
   */
  readonly allowedAccounts?: { readonly [C in Cloud]?: readonly string[] };
  /**
   * The only hosts that services without accounts may have: DNS names, or `*.example.com` for one label before it. No
   * other environment is deployed to them.
   * @default - any but those of another environment
   */
  readonly allowedHosts?: { readonly [S in Service]?: readonly string[] };
  /**
   * Whether a stack is deployed only to hosts of `allowedHosts`, and into an account of `allowedAccounts`, which then must list its service and cloud.
   * @default false
   */
  readonly demandsAllowedAccounts?: boolean;
  /**
   * The accounts that the deployer names.
   * @default - none: the option has only a footprint
   */
  readonly accounts?: Accounts;
  /**
   * Whether a stack whose cloud has no account among `accounts` refuses to synthesise.
   * @default false
   */
  readonly demandsAccounts?: boolean;
}

export type EnvironmentName = "sandbox" | "staging" | "production";

/** Address ranges by service. */
export type Endpoints = Readonly<
  Record<"creditLine" | "revenueSdk" | "kafka" | "mysql" | "redis" | "memcached" | "dynamodb", string>
>;

/** Where Terraform keeps its state: a file, S3 with a lock file beside it, or a workspace of HCP Terraform. */
export type Backend =
  | { readonly kind: "local" }
  | { readonly kind: "s3"; readonly bucket: string; readonly region: string }
  | { readonly kind: "cloud"; readonly organization: string };

/** What is reached by its address alone. */
export type Service = "docker" | "kafka" | "mysql" | "rabbitmq";

/** What has accounts. */
export type Cloud = "aws" | "azure" | "google";

/** AWS account, Azure subscription and Google Cloud project. */
export type Accounts = { readonly [C in Cloud]?: string };

/** A value that is missing, malformed or not allowed; the message is one line with the fix. */
export class EnvironmentError extends UserError {
  public override readonly name = "EnvironmentError";
}
