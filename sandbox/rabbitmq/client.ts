import { setTimeout as pause } from "node:timers/promises";
import { type Channel, type ChannelModel, type ConfirmChannel, connect } from "amqplib";
import { waitUntil } from "../wait";

/** Messages that were published and not confirmed yet, at most. */
const WINDOW = 50;
/** How long a confirmation may take before the message is published again. */
const CONFIRM_MS = 5000;
/** Messages that are delivered and not acknowledged yet, at most. */
const PREFETCH = 500;

/** A channel, and the promise that fails when it or its connection is lost. */
interface Link {
  readonly connection: ChannelModel;
  readonly channel: ConfirmChannel;
  readonly lost: Promise<never>;
}

/**
 * Publishes as a service should: durable messages, with publisher confirms, over any node that answers, and again
 * whatever was not confirmed. So a message may come twice, and must never be lost.
 */
export class Publisher {
  /** Ids that the broker has confirmed. */
  public readonly confirmed = new Set<string>();
  private link: Link | undefined;

  public constructor(
    private readonly urls: readonly string[],
    private readonly vhost: string,
  ) {}

  /** Publishes until each id is confirmed, whatever becomes of the nodes meanwhile. */
  public async publish(exchange: string, routingKey: string, ids: readonly string[]): Promise<void> {
    let open = [...ids];
    while (open.length > 0) {
      const batch = open.slice(0, WINDOW);
      try {
        const { channel, lost } = await this.open();
        const answers = batch.map(async (id) => {
          await publishOne(channel, exchange, routingKey, id);
          this.confirmed.add(id);
        });
        // A lost node leaves messages without an answer, at times even those that went over another.
        await Promise.race([Promise.all(answers), lost, noAnswer()]);
      } catch {
        this.discard();
      }
      open = open.filter((id) => !this.confirmed.has(id));
    }
  }

  public async close(): Promise<void> {
    await this.link?.connection.close();
    this.link = undefined;
  }

  /** Not waited for: nobody may be there to say goodbye to. */
  private discard(): void {
    this.link?.connection.close().catch(() => undefined);
    this.link = undefined;
  }

  private async open(): Promise<Link> {
    this.link ??= await openLink(this.urls, this.vhost);
    return this.link;
  }
}

/** Takes every message out of a queue; each is acknowledged. */
export async function drain(urls: readonly string[], vhost: string, queue: string): Promise<string[]> {
  const connection = await connectToAny(urls, vhost);
  const bodies: string[] = [];
  let isEmpty = false;
  while (!isEmpty) {
    const channel = await connection.createChannel();
    // What was on its way when the last channel was closed is back in the queue.
    isEmpty = (await channel.checkQueue(queue)).messageCount === 0;
    if (!isEmpty) await consumeReady(channel, queue, bodies);
    // Waits until the acknowledgements have arrived.
    await channel.close();
  }
  await connection.close();
  return bodies;
}

/**
 * Messages of a queue of brokers that were restarted, until all that are expected are there, or none has come in time. How
 * many messages there are is no answer then: a broker whose leader is busy says 0.
 */
export async function drainUntil(
  expected: ReadonlySet<string>,
  urls: readonly string[],
  vhost: string,
  queue: string,
): Promise<string[]> {
  const connection = await connectToAny(urls, vhost);
  const channel = await connection.createChannel();
  await channel.prefetch(PREFETCH);
  const bodies: string[] = [];
  const missing = new Set(expected);
  await channel.consume(queue, (message) => {
    if (message === null) return;
    bodies.push(message.content.toString());
    missing.delete(message.content.toString());
    channel.ack(message);
  });
  // What is lost is in the answer, and not an error of its own.
  await waitUntil("all are there", async () => missing.size === 0).catch(() => {});
  await channel.close();
  await connection.close();
  return bodies;
}

async function consumeReady(channel: Channel, queue: string, bodies: string[]): Promise<void> {
  await channel.prefetch(PREFETCH);
  await channel.consume(queue, (message) => {
    if (message === null) return;
    bodies.push(message.content.toString());
    channel.ack(message);
  });
  await waitUntil("no message is left", async () => (await channel.checkQueue(queue)).messageCount === 0);
}

/** Turns the first message of a queue down for good; whether there was one. */
export async function reject(url: string, vhost: string, queue: string): Promise<boolean> {
  const connection = await connectToAny([url], vhost);
  const channel = await connection.createChannel();
  const message = await channel.get(queue);
  if (message !== false) channel.nack(message, false, false);
  await channel.close();
  await connection.close();
  return message !== false;
}

async function openLink(urls: readonly string[], vhost: string): Promise<Link> {
  const connection = await connectToAny(urls, vhost);
  const channel = await connection.createConfirmChannel();
  const lost = new Promise<never>((_, fail) => {
    const failed = () => fail(new Error("the connection is lost"));
    channel.on("error", failed).on("close", failed);
    connection.on("close", failed);
  });
  // It may be lost while nobody waits for an answer.
  lost.catch(() => undefined);
  return { connection, channel, lost };
}

function publishOne(
  channel: ConfirmChannel,
  exchange: string,
  routingKey: string,
  id: string,
): Promise<void> {
  return new Promise((resolve, fail) => {
    channel.publish(exchange, routingKey, Buffer.from(id), { persistent: true }, (error) =>
      error === null ? resolve() : fail(error),
    );
  });
}

async function noAnswer(): Promise<never> {
  await pause(CONFIRM_MS, undefined, { ref: false });
  throw new Error("no answer");
}

async function connectToAny(urls: readonly string[], vhost: string): Promise<ChannelModel> {
  let connection: ChannelModel | undefined;
  await waitUntil("a node takes a connection", async () => {
    for (const url of urls) {
      connection = await connect(`${url}/${encodeURIComponent(vhost)}`).catch(() => undefined);
      if (connection !== undefined) return true;
    }
    return false;
  });
  // A lost connection is noticed by what was to go over it.
  connection?.on("error", () => undefined);
  return connection as ChannelModel;
}
