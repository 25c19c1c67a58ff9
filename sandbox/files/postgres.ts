import { describeWhen } from "../requirement";
import { waitUntil } from "../wait";
import { type DatabaseFiles, POSTGRES_REQUIREMENTS, PostgresCluster } from "./postgres-cluster";

const PRIMARY = "ecommerce";
const REPLICAS = "ecommerce_ro";

/** PostgreSQL with the shop's list of who may connect and its scripts, and PgBouncer before it. */
export function postgresTests(files: DatabaseFiles): void {
  describeWhen(POSTGRES_REQUIREMENTS, "PostgreSQL and PgBouncer with the shop's files", () => {
    let cluster: PostgresCluster;

    beforeAll(async () => {
      cluster = await PostgresCluster.start(files);
    });
    afterAll(() => cluster?.stop());

    const untilReplicasHave = (row: string) =>
      waitUntil(`a replica has the row ${row}`, async () =>
        cluster.ask(REPLICAS, "SELECT string_agg(name, ' ' ORDER BY name) FROM product").includes(row),
      );

    test("PostgreSQL takes every line of who may connect", () => {
      const rules = files.hostBasedAccess.trim().split("\n").length;
      expect(cluster.askPrimary("SELECT count(*), count(error) FROM pg_hba_file_rules")).toBe(`${rules}|0`);
    });

    test.each([
      [PRIMARY, "f"],
      [REPLICAS, "t"],
    ])("PgBouncer leads %s to a server that is a replica: %s", (database, isReplica) => {
      expect(cluster.ask(database, "SELECT pg_is_in_recovery()")).toBe(isReplica);
    });

    test("PgBouncer asks for the password", () => {
      expect(() => cluster.ask(PRIMARY, "SELECT 1", "wrong")).toThrow("SASL authentication failed");
    });

    test("a replica has what the primary receives", async () => {
      cluster.ask(PRIMARY, "CREATE TABLE product (name text)");
      cluster.ask(PRIMARY, "INSERT INTO product VALUES ('first')");
      await untilReplicasHave("first");
    });

    test("a replica that starts again keeps its copy and catches up", async () => {
      await cluster.stopReplica();
      cluster.ask(PRIMARY, "INSERT INTO product VALUES ('second')");
      await cluster.startReplica();
      await untilReplicasHave("second");
    });
  });
}
