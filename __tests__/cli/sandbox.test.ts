import { inProcess } from "../helpers/command";

describe("weighbridge sandbox", () => {
  test.each([
    [["sandbox"], /missing argument|name one|action/],
    [
      ["sandbox", "upp"],
      /sandbox upp: there is no such action; one of up, deploy, destroy, env, status, down/,
    ],
    [["sandbox", "up", "partner-b"], /sandbox up: partner-b: it takes no option; leave it out/],
    [["sandbox", "deploy"], /sandbox deploy: no option; name one: weighbridge sandbox deploy partner-b/],
    [["sandbox", "up", "--part", "kafak"], /there is no such part; one of aws, datadog, kubernetes/],
  ])("%j is refused with the fix", async (args, line) => {
    const { status, stdout, stderr } = await inProcess(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
