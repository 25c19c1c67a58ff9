import { singlePointsOfFailure } from "../../../footprint/figures/single-points-of-failure";
import { only, read } from "./fixtures";

const store = (type: string, body: object) => only(read({ [type]: { X: body } }).stores);

describe("disks of their own are stores on each cloud alike", () => {
  it.each([
    ["aws_ebs_volume", { type: "gp3", size: 64, tags: { Name: "data" } }, "gp3"],
    [
      "azurerm_managed_disk",
      { name: "data", storage_account_type: "Premium_LRS", disk_size_gb: 64 },
      "Premium_LRS",
    ],
    ["google_compute_disk", { name: "data", type: "pd-ssd", size: 64 }, "pd-ssd"],
  ])("%s", (type, body, size) => {
    expect(store(type, body)).toMatchObject({
      name: "data",
      engine: "disk",
      size,
      sizeGiB: 64,
      survivesRestart: true,
      survivesNodeLoss: true,
    });
  });
});

describe("object storage is a store, and no single point of failure", () => {
  it.each([
    ["aws_s3_bucket", { bucket: "files" }, { engine: "s3" }],
    ["google_storage_bucket", { name: "files" }, { engine: "gcs" }],
    [
      "azurerm_storage_account",
      { name: "files", account_tier: "Standard", account_replication_type: "LRS" },
      { engine: "azure-storage", size: "Standard LRS", copies: 3 },
    ],
  ])("%s", (type, body, more) => {
    const footprint = read({ [type]: { X: body } });
    expect(only(footprint.stores)).toMatchObject({ name: "files", survivesNodeLoss: true, ...more });
    expect(singlePointsOfFailure(footprint)).toEqual({ found: [], notAssessed: [] });
  });

  it.each([
    ["LRS", 3],
    ["ZRS", 3],
    ["GRS", 6],
    ["RAGZRS", 6],
    ["XRS", undefined],
  ])("with %s has %s copies in Azure", (account_replication_type, copies) => {
    const body = { name: "s", account_tier: "Standard", account_replication_type };
    expect(store("azurerm_storage_account", body).copies).toBe(copies);
  });

  it("reports a replication type that is known after apply", () => {
    const body = { name: "s", account_tier: "Standard", account_replication_type: "${var.kind}" };
    const { stores, unknowns } = read({ azurerm_storage_account: { S: body } });
    expect(only(stores).copies).toBeUndefined();
    expect(only(unknowns)).toMatchObject({ what: "copies" });
  });
});

describe("Azure Managed Redis", () => {
  it("has a replica by default, and keeps its data in memory", () => {
    expect(store("azurerm_managed_redis", { name: "r", sku_name: "Balanced_B1" })).toEqual({
      id: "azurerm_managed_redis.X",
      name: "r",
      engine: "redis",
      size: "Balanced_B1",
      copies: 2,
      survivesRestart: false,
      survivesNodeLoss: true,
    });
  });

  it("without a replica is a single point of failure", () => {
    const footprint = read({
      azurerm_managed_redis: { X: { name: "r", sku_name: "Balanced_B1", high_availability_enabled: false } },
    });
    expect(only(footprint.stores)).toMatchObject({ copies: 1, survivesNodeLoss: false });
    expect(singlePointsOfFailure(footprint).found).toHaveLength(1);
  });

  it.each(["append_only_file", "redis_database"])("survives a restart with %s", (kind) => {
    const default_database = { [`persistence_${kind}_backup_frequency`]: "1h" };
    expect(store("azurerm_managed_redis", { name: "r", default_database }).survivesRestart).toBe(true);
  });
});

it("does not count a price for an unknown number", () => {
  const { charges } = read({
    aws_db_instance: { D: { engine: "mysql", instance_class: "db.t4g.small", multi_az: "${var.standby}" } },
  });
  expect(charges.filter(({ unit }) => unit === "hour")).toMatchObject([{ quantity: undefined }]);
});

describe("load balancers with a public address are entry points", () => {
  const vias = (...parameters: Parameters<typeof read>) =>
    read(...parameters).exposures.map(({ via }) => via);

  it("of Azure", () => {
    const frontend = (body: object) => ({ name: "lb", frontend_ip_configuration: [body] });
    expect(
      vias({
        azurerm_lb: {
          Open: frontend({ public_ip_address_id: "${azurerm_public_ip.P.id}" }),
          Inside: frontend({ subnet_id: "${azurerm_subnet.S.id}" }),
        },
        azurerm_application_gateway: { G: frontend({ public_ip_address_id: "id" }) },
      }),
    ).toEqual(["Azure application gateway", "Azure load balancer"]);
  });

  it("of Google Cloud", () => {
    expect(
      vias({
        google_compute_forwarding_rule: {
          Inside: { name: "i", load_balancing_scheme: "INTERNAL_MANAGED" },
          Open: { name: "o" },
        },
      }),
    ).toEqual(["Google Cloud load balancer"]);
  });
});
