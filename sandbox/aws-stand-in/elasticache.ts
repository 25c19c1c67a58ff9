import { Fault } from "./fault";
import { parameterGroupActions } from "./parameter-groups";
import { Query } from "./query";
import { replicationGroupActions } from "./replication-groups";
import { subnetGroupActions } from "./subnet-groups";
import { Tags } from "./tags";
import { userActions } from "./users";
import { element } from "./xml";

const NAMESPACE = "http://elasticache.amazonaws.com/doc/2015-02-02/";

/** Answers the calls of ElastiCache that Terraform's AWS provider makes for what the stacks create. */
export function elasticacheStandIn(): (form: string) => { readonly status: number; readonly body: string } {
  const tags = new Tags();
  const actions = {
    ...subnetGroupActions(tags),
    ...parameterGroupActions(tags),
    ...userActions(tags),
    ...replicationGroupActions(tags),
    ...tags.actions(),
  };
  return (form) => {
    const query = new Query(form);
    const name = query.text("Action");
    try {
      const action = actions[name];
      if (action === undefined)
        throw new Fault(400, "InvalidAction", `the stand-in has no ElastiCache ${name}`);
      const result = element(`${name}Result`, action(query));
      return { status: 200, body: `<${name}Response xmlns="${NAMESPACE}">${result}</${name}Response>` };
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const body = { Type: "Sender", Code: error.code, Message: error.message };
      return { status: error.status, body: element("ErrorResponse", { Error: body }) };
    }
  };
}
