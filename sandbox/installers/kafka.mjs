import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillFolder, inCache, versions } from "./cache.mjs";
import { onPath, run } from "./run.mjs";

const folder = inCache(`kafka-${versions.kafka}`);

/** A Kafka broker: its jar and those it needs, in one folder; without slf4j-simple it would log nothing. */
export const kafka = {
  name: "Kafka",
  isThere: () => existsSync(folder),
  install: () => {
    for (const program of ["mvn", "java"]) {
      if (!onPath(program)) throw new Error(`no ${program} here; install Maven and Java 17 or later`);
    }
    fillFolder(folder, (draft) => {
      writeFileSync(join(draft, "pom.xml"), pom());
      run("mvn", ["--batch-mode", "--quiet", "dependency:copy-dependencies", "-DoutputDirectory=."], {
        cwd: draft,
      });
    });
  },
};

function pom() {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>sandbox</groupId>
  <artifactId>kafka</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${versions.kafka}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-simple</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;
}
