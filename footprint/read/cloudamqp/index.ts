import type { Alert, Store } from "../../model";
import { notified } from "../alerts/conditions";
import { windowOf } from "../alerts/window";
import { monthly } from "../terraform/charges";
import type { Cursor } from "../terraform/cursor";
import { head, size, versioned } from "../terraform/stores";
import { ignored, type TerraformProvider } from "../terraform/type";

/** Nodes of a plan: the number that it ends with. The nodes of a shared plan are not published. */
const PLAN_NODES = /-(\d+)$/;

/** The `cloudamqp` provider. */
export const CLOUDAMQP: TerraformProvider = {
  name: "cloudamqp",
  charging: "cloudamqp",
  regionOf: (body) => body.optional("region"),
  types: [
    {
      cloudamqp_instance: { store: broker, charges: (body) => [monthly(body.optional("plan"))] },
      cloudamqp_alarm: { alerts: (body) => [alarm(body)] },
      ...ignored("recipient of alarms", "cloudamqp_notification"),
    },
  ],
};

function broker(body: Cursor): Store {
  const nodes = PLAN_NODES.exec(body.text("plan") ?? "")?.[1];
  return {
    ...head(body, ["name"], versioned("rabbitmq", body.required("rmq_version", "engine version"))),
    ...size(body, "plan"),
    copies: nodes === undefined ? undefined : Number(nodes),
    survivesRestart: true,
    survivesNodeLoss: nodes === undefined ? undefined : Number(nodes) > 1,
  };
}

/** Whether an alarm pages is read from the names of its recipients. */
function alarm(body: Cursor): Alert {
  const seconds = body.number("time_threshold", "window");
  const subject = [body.text("message_type"), body.text("type"), body.text("queue_regex")];
  return {
    id: body.id,
    name: body.id.slice(body.id.indexOf(".") + 1),
    condition: `${subject.filter((part) => part !== undefined).join(" ")} > ${body.text("value_threshold")}`,
    window: seconds === undefined ? undefined : windowOf(seconds),
    ...notified(body, body.texts("recipients"), undefined),
  };
}
