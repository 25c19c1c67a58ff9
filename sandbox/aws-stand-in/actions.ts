import type { Query } from "./query";
import type { Xml } from "./xml";

/** Calls by their name, each answered with the content of its result. */
export type Actions = Readonly<Record<string, (query: Query) => Xml>>;
