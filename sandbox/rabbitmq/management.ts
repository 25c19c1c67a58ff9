/** A new broker's administrator, who may come from this machine only. */
export const ADMINISTRATOR = { username: "guest", password: "guest" };

/** What a management API answers to its administrator; undefined when it does not, or says no. */
export async function asAdministrator(url: string, path: string): Promise<unknown> {
  const { username, password } = ADMINISTRATOR;
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  try {
    const response = await fetch(new URL(path, url), { headers: { authorization } });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** A queue as the broker describes it, as far as the sandbox reads it. */
export interface LiveQueue {
  readonly durable: boolean;
  readonly type: string;
  /** Nodes that hold a copy and are there. */
  readonly online?: readonly string[];
  /** Reported a while after the queue was declared. */
  readonly effective_policy_definition?: Readonly<Record<string, unknown>>;
}

/** One queue; undefined where the node does not answer or does not know it. */
export async function queueOf(url: string, vhost: string, name: string): Promise<LiveQueue | undefined> {
  const path = `/api/queues/${encodeURIComponent(vhost)}/${encodeURIComponent(name)}`;
  return (await asAdministrator(url, path)) as LiveQueue | undefined;
}

/** What a virtual host holds, each list in one order whatever the broker's. */
export interface Definitions {
  readonly queues: readonly unknown[];
  readonly exchanges: readonly unknown[];
  readonly bindings: readonly unknown[];
  readonly policies: readonly unknown[];
}

/** @throws Error when the broker does not return them */
export async function definitionsOf(url: string, vhost: string): Promise<Definitions> {
  const exported = await asAdministrator(url, `/api/definitions/${encodeURIComponent(vhost)}`);
  if (exported === undefined) throw new Error(`${url} returns no definitions of ${vhost}`);
  const { queues, exchanges, bindings, policies } = exported as Definitions;
  return {
    queues: sorted(queues),
    exchanges: sorted(exchanges),
    bindings: sorted(bindings),
    policies: sorted(policies),
  };
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  return list.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
