import type { Cursor } from "../terraform/cursor";

/** `arn:aws:ec2:eu-west-1:123456789012:instance/i-1`. */
const ARN = /^arn:[^:]*:[^:]*:([^:]+):/;

/** Region of a resource: its own, else its provider's, else that of its ARN, which a state has. */
export function awsRegion(body: Cursor, provider: string | undefined): string | undefined {
  return body.optional("region") ?? provider ?? ARN.exec(body.text("arn") ?? "")?.[1];
}
