import type { PhaseChange, ShopPhase, ShopService } from "./model";

/**
 * The phase that a change makes of the one before it: all of that phase, less what the change removes.
 * @throws Error when the change removes or alters what is not there, or adds what is
 */
export function extend(before: ShopPhase, change: PhaseChange): ShopPhase {
  const { add = {}, alter = {}, remove = {}, deviations = [], settles = [] } = change;
  return {
    id: change.id,
    source: change.source,
    services: plus(
      altered(minus(before.services, remove.services), alter),
      add.services,
      `${change.id}: service`,
    ),
    networks: [...before.networks, ...(add.networks ?? [])],
    volumes: [...before.volumes, ...(add.volumes ?? [])],
    configs: plus(minus(before.configs, remove.configs), add.configs, `${change.id}: config`),
    secrets: plus(before.secrets, add.secrets, `${change.id}: secret`),
    deviations: [...withoutSettled(before.deviations, settles), ...deviations],
  };
}

type ByName<T> = Readonly<Record<string, T>>;

function minus<T>(all: ByName<T>, names: readonly string[] = []): ByName<T> {
  for (const name of names) requireThere(all, name);
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

function plus<T>(all: ByName<T>, added: ByName<T> = {}, what: string): ByName<T> {
  const twice = Object.keys(added).find((name) => Object.hasOwn(all, name));
  if (twice !== undefined) throw new Error(`${what} "${twice}" is there already`);
  return { ...all, ...added };
}

function altered(all: ByName<ShopService>, changes: ByName<Partial<ShopService>>): ByName<ShopService> {
  for (const name of Object.keys(changes)) requireThere(all, name);
  return Object.fromEntries(
    Object.entries(all).map(([name, service]) => {
      const change = changes[name];
      if (change === undefined) return [name, service];
      const env = { ...service.env, ...change.env };
      return [name, { ...service, ...change, ...(Object.keys(env).length > 0 && { env }) }];
    }),
  );
}

function withoutSettled<T extends { readonly id: string }>(all: readonly T[], ids: readonly string[]): T[] {
  const unknown = ids.find((id) => !all.some((item) => item.id === id));
  if (unknown !== undefined) throw new Error(`there is no deviation "${unknown}" to settle`);
  return all.filter(({ id }) => !ids.includes(id));
}

function requireThere(all: ByName<unknown>, name: string): void {
  if (!Object.hasOwn(all, name))
    throw new Error(`there is no "${name}", only ${Object.keys(all).join(", ")}`);
}
