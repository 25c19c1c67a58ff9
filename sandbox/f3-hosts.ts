import { F3 } from "../config/reviews/000-inside-f3/application";
import { MOTO_REGION } from "./moto";

/**
 * Starts the hosts of f3, which its stack finds by their tag.
 * @param url where moto listens
 */
export async function startHosts(url: string): Promise<void> {
  const { key, value } = F3.hostTag;
  const tag = "TagSpecification.1.Tag.1";
  const body = new URLSearchParams({
    Action: "RunInstances",
    Version: "2016-11-15",
    ImageId: "ami-12c6146b",
    MinCount: String(F3.hostCount),
    MaxCount: String(F3.hostCount),
    "TagSpecification.1.ResourceType": "instance",
    [`${tag}.Key`]: key,
    [`${tag}.Value`]: value,
  });
  // It gives moto the service and the region; nothing is signed.
  const authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${MOTO_REGION}/ec2/aws4_request`;
  const response = await fetch(url, { method: "POST", headers: { authorization }, body });
  if (!response.ok) throw new Error(`moto started no hosts: ${await response.text()}`);
}
