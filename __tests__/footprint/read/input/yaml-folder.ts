import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readFootprint } from "../../../../footprint/read";
import { temporaryFolder } from "../../../helpers/folder";
import { refusal } from "../fixtures";

/** A folder to write YAML to, new for each test. */
export function yamlFolder() {
  let folder = "";
  beforeEach(() => {
    folder = temporaryFolder();
  });
  return {
    path: () => folder,
    /** Writes a file, with the folders above it. @returns its path */
    write(path: string, content: string): string {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    /** The message with the folder left out. */
    failure: (path: string) => refusal(() => readFootprint(path)).replaceAll(folder, "DIR"),
  };
}

/** A Deployment of one container. */
export const deployment = (name: string, replicas = 2) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: b2b }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: nginx:1.27
          resources: { requests: { cpu: 250m, memory: 128Mi } }
`;
