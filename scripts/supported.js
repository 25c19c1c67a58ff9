// Writes docs/supported.md: every Terraform type and Kubernetes kind, and what is read of it. `npm run docs:supported`.
//
// What is read is not written down anywhere a second time: each reader runs on a document without any argument, and on
// one in which every argument is there and known after apply, and the places that it asks for are noted.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");

const ROLES = {
  store: "store",
  queue: "queue",
  topic: "topic",
  workload: "workload",
  nodes: "machines",
  exposures: "entry point",
  edges: "connection that a rule allows",
  secrets: "secret",
  alerts: "alert",
  kind: "Kubernetes object",
  objects: "Kubernetes objects",
  docker: "container, service, network or volume of Docker",
};

const KIND_ROLES = {
  workload: "workload",
  makes: "workloads and stores that its operator makes",
  autoscaler: "autoscaler",
  exposures: "entry point",
  edges: "connection that a rule allows",
  services: "service",
  secrets: "secret",
  queues: "queue",
  topics: "topic",
  alerts: "alert",
};

const PROVIDER_NAMES = { aws: "AWS", azurerm: "Azure", google: "Google Cloud" };

/** Names of things are read of nearly every type. */
const NAMES = /^(?:name|name_prefix|tags|tags\.Name|region|location|zone|arn|id)$/;

/** A reference that no document resolves. */
const LATER = "$" + "{later.value}";

/**
 * The page, from the declarations.
 * @param {{PROVIDERS: object[], KINDS: object[], Cursor: {on: Function, prototype: object}}} declared
 */
function supportedPage({ PROVIDERS, KINDS, Cursor }) {
  const types = PROVIDERS.flatMap(({ types: all }) => all.flatMap(Object.entries));
  const kinds = KINDS.flatMap(Object.entries);
  const counted = (list) => list.filter(([, { ignored }]) => ignored === undefined).length;
  const lines = [
    "# Supported types",
    "",
    "<!-- Written by `npm run docs:supported` from the declarations in footprint/read. -->",
    "",
    `${counted(types)} Terraform types and ${counted(kinds)} Kubernetes kinds are read. Others are left out with the reason, and add`,
    "nothing to any sum. A type that is on neither list is reported as unsupported, and every sum is then a lower bound. A",
    "name with `*` stands for all types of that form. To add a type, see the [guide](guides/terraform-type.md).",
    "",
    "*Charged by* lists units: those before *use* are counted in the document, the others take a usage file. A price for",
    "each is looked up by region; what has none is listed as not priced.",
  ];
  for (const provider of PROVIDERS) lines.push(...providerSection(provider, Cursor));
  lines.push(...kindSection(kinds));
  return `${lines.join("\n")}\n`;
}

function providerSection({ name, types }, Cursor) {
  const all = types.flatMap(Object.entries).sort(byName);
  const read = all.filter(([, { ignored }]) => ignored === undefined);
  const rows = read.map(([type, declared]) => {
    const { charges, places } = observed(type, declared, Cursor);
    return `| \`${type}\` | ${cell(roles(declared))} | ${cell(charges)} | ${cell(places)} |`;
  });
  const head = ["| type | is | charged by | arguments read |", "|---|---|---|---|"];
  return [
    "",
    `## ${PROVIDER_NAMES[name] ?? `\`${name}\``}`,
    ...(rows.length === 0 ? [] : ["", ...head, ...rows]),
    ...leftOut(all),
  ];
}

function kindSection(kinds) {
  const all = [...kinds].sort(byName);
  const rows = all
    .filter(([, { ignored }]) => ignored === undefined)
    .map(([type, declared]) => {
      const is = Object.keys(KIND_ROLES).filter((role) => declared[role] !== undefined);
      const more = [
        ...is.map((role) => KIND_ROLES[role]),
        ...(declared.readWith === undefined ? [] : [`read with ${declared.readWith}`]),
        ...(declared.notRendered === undefined ? [] : [declared.notRendered]),
      ];
      return `| \`${type}\` | ${cell(more.join(", "))} |`;
    });
  return [
    "",
    "## Kubernetes",
    "By API group and kind, whatever the version; `*` stands for all other kinds of a group.",
    "",
    "| kind | is |",
    "|---|---|",
    ...rows,
    ...leftOut(all),
  ];
}

function leftOut(all) {
  const reasons = new Map();
  for (const [type, { ignored }] of all)
    if (ignored !== undefined) reasons.set(ignored, [...(reasons.get(ignored) ?? []), `\`${type}\``]);
  if (reasons.size === 0) return [];
  const rows = [...reasons]
    .sort(byName)
    .map(([reason, types]) => `| ${cell(reason)} | ${types.join(", ")} |`);
  return ["", "| left out, because it is | types |", "|---|---|", ...rows];
}

function roles(declared) {
  const { partOf, chargedOnly, hides } = declared;
  return [
    ...Object.keys(ROLES)
      .filter((role) => declared[role] !== undefined)
      .map((role) => ROLES[role]),
    ...(partOf === undefined ? [] : [`read with \`${partOf}\``]),
    ...(chargedOnly === undefined ? [] : [chargedOnly]),
    ...(typeof hides === "string" ? [hides] : []),
    ...(typeof hides === "function" ? ["may create what the document does not contain"] : []),
  ].join(", ");
}

/** Units that a type is charged by, and the places that its readers ask for. */
function observed(type, declared, Cursor) {
  const places = new Set();
  const units = { counted: new Set(), used: new Set() };
  for (const whole of [{}, LATER]) {
    const restore = listen(Cursor, places, whole === LATER);
    try {
      for (const role of [...Object.keys(ROLES), "charges", "hides"]) {
        const reader = declared[role];
        if (typeof reader !== "function") continue;
        const found = attempt(() => reader(cursorOn(Cursor, type, whole), contextOf(places)));
        if (role === "nodes") units.counted.add("hour");
        if (role !== "charges") continue;
        for (const { unit, byUse, isOptional } of found ?? [])
          if (isOptional !== true) units[byUse ? "used" : "counted"].add(withoutGap(unit));
      }
    } finally {
      restore();
    }
  }
  const used = units.used.size === 0 ? [] : [`use: ${[...units.used].sort().join(", ")}`];
  return {
    charges: [...[...units.counted].sort(), ...used].join("; "),
    places: outermost(places).join(", "),
  };
}

/** A unit may name a size that is not there here. */
function withoutGap(unit) {
  return unit.includes("unresolved") ? unit.replace(/(?:,| of) .*$/, "") : unit;
}

/** Notes what readers ask a cursor for. Where everything is there, a list has one block. */
function listen(Cursor, places, isThere) {
  const { peek, items, all } = Cursor.prototype;
  Cursor.prototype.peek = function (key) {
    const place = this.path === "" ? key : `${this.path}.${key}`;
    places.add(place.replace(/\[\d+\]/g, ""));
    return peek.call(this, key);
  };
  if (isThere) {
    Cursor.prototype.items = function (key) {
      return [this.at(key)];
    };
    // A list of blocks that readers look at before they read it.
    Cursor.prototype.all = function (key) {
      this.at(key);
      return [{}];
    };
  }
  return () => Object.assign(Cursor.prototype, { peek, items, all });
}

function cursorOn(Cursor, type, value) {
  return Cursor.on(value, { id: `${type}.X`, unknown: () => undefined });
}

/** No other resource is there; raw arguments that name one are noted too. */
function contextOf(places) {
  const raw = new Proxy(
    {},
    {
      getOwnPropertyDescriptor: (_, key) => {
        places.add(String(key));
        return undefined;
      },
    },
  );
  const related = {
    of: () => [],
    once: (compute) => compute(related),
    references: { resolve: (value) => value },
  };
  return { raw, times: 1, related };
}

/** A block is not listed beside what is read in it. */
function outermost(places) {
  const sorted = [...places].filter((place) => !NAMES.test(place)).sort();
  return sorted.filter((place) => !sorted.some((other) => other.startsWith(`${place}.`)));
}

/** A reader may refuse what no real document has; what it asked for until then is noted. */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function cell(text) {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function byName([one], [other]) {
  return one < other ? -1 : one > other ? 1 : 0;
}

module.exports = { supportedPage };

if (require.main === module) {
  const built = (path) => require(join(__dirname, "..", "dist", "footprint", "read", path));
  const page = supportedPage({
    PROVIDERS: built("providers.js").PROVIDERS,
    KINDS: built("kubernetes/kinds/index.js").KINDS,
    Cursor: built("terraform/cursor.js").Cursor,
  });
  writeFileSync(join(__dirname, "..", "docs", "supported.md"), page);
}
