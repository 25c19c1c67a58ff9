import { setTimeout as pause } from "node:timers/promises";

const INTERVAL_MS = 200;

/**
 * Asks again and again until the answer is yes; a question that throws ends the wait.
 * @throws Error that says what was waited for, after `timeoutSeconds` (120 by default: a busy machine starts a server slowly)
 */
export async function waitUntil(
  what: string,
  isSo: () => Promise<boolean>,
  { timeoutSeconds = 120 }: { timeoutSeconds?: number } = {},
): Promise<void> {
  const attempts = (timeoutSeconds * 1000) / INTERVAL_MS;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (await isSo()) return;
    await pause(INTERVAL_MS);
  }
  throw new Error(`waited ${timeoutSeconds} seconds in vain until ${what}`);
}
