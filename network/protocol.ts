/** Protocols that policies distinguish. */
export type Protocol = "TCP" | "UDP" | "SCTP";
