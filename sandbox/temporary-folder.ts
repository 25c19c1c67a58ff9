import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A new empty folder. */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `weighbridge-${purpose}-`));
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
