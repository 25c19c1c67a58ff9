import { run } from "../../cli/run";

/** How a run of the command ended. */
export interface RanHere {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process, which is much faster than a process of its own. */
export async function runHere(...args: readonly string[]): Promise<RanHere> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    jest.spyOn(process[name], "write").mockImplementation((chunk, done) => {
      written[name] += String(chunk);
      if (typeof done === "function") (done as () => void)();
      return true;
    }),
  );
  try {
    return { status: await run(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
