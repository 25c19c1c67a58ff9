import type { Exposure } from "../../model";
import type { Cursor } from "../terraform/cursor";

/** Reads an `aws_lb`. One that is internal lets nobody in from outside; where that is not told, it is said. */
export function loadBalancer(body: Cursor): Exposure[] {
  if (body.flag("internal", "internal", false) === true) return [];
  const type = body.text("load_balancer_type") ?? "application";
  const name = body.named("name", "name_prefix");
  // What it forwards to is registered at run time, by a controller or a group of machines.
  return [
    { id: body.id, via: `AWS ${type} load balancer`, hosts: [], paths: [], backends: [{ service: name }] },
  ];
}
