import type { Cursor } from "../terraform/cursor";

/** `arn:aws:ec2:eu-west-1:123456789012:instance/i-1`. */
const ARN = /^arn:[^:]*:[^:]*:([^:]+):/;

/** Region of a resource: its own, else its provider's, else that of its ARN, which a state has. */
export function awsRegion(body: Cursor, provider: string | undefined): string | undefined {
  return body.optional("region") ?? provider ?? ARN.exec(body.text("arn") ?? "")?.[1] ?? ofZone(body);
}

/** `us-east-1c`, `us-east-1-bos-1a` (a local zone), `us-east-1-wl1-bos-wlz-1`. */
const ZONE = /^[a-z]{2}(?:-[a-z]+)+-\d+/;

/** Region of a zone: its name starts with it. */
function ofZone(body: Cursor): string | undefined {
  const zone = body.optional("availability_zone") ?? body.texts("availability_zones")[0];
  return ZONE.exec(zone ?? "")?.[0];
}
