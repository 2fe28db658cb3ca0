/**
 * How modules meet without naming each other: a module on the left offers a slot
 * (`fileKinds`, `recordSources`, …), a module on the right fills it, and `app.ts`
 * is the only file that knows both.
 */
export interface PlugSlot<T> {
  readonly name: string;
  /** Wraps a value for the module's `plugs` list. */
  plug(value: T): Plug;
  /** All values that the given modules plugged into this slot, in module order. */
  collect(modules: readonly ThroughlineModule[]): T[];
}

export interface Plug {
  readonly slot: string;
}

export interface ThroughlineModule {
  readonly name: string;
  readonly plugs: readonly Plug[];
  /** Folder with this module's own migrations, when they are not in database/migrations. */
  readonly migrations?: string;
}

/** Makes a slot; `name` is `module.things`, unique over the app. */
export function definePlugSlot<T>(name: string): PlugSlot<T> {
  const values = new WeakMap<Plug, T>();
  return {
    name,
    plug(value) {
      const plug: Plug = { slot: name };
      values.set(plug, value);
      return plug;
    },
    collect(modules) {
      const collected: T[] = [];
      for (const module of modules) {
        for (const plug of module.plugs) {
          if (values.has(plug)) collected.push(values.get(plug) as T);
        }
      }
      return collected;
    },
  };
}
