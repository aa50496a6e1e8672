import { randomBytes } from 'node:crypto';
import type { PersonKeys } from './person-keys.js';

/** Keys in memory; those of `gone` have been destroyed. */
export class Keys implements PersonKeys {
  readonly held = new Map<string, Buffer>();
  readonly gone = new Set<string>();
  find = (person: string) =>
    Promise.resolve(this.gone.has(person) ? null : (this.held.get(person) ?? null));
  ensure(person: string) {
    const key = this.held.get(person) ?? randomBytes(32);
    this.held.set(person, key);
    return Promise.resolve(key);
  }
}

/** One bit or the least possible change of a column of each type; a null becomes a value. */
export const FLIPS: Readonly<Record<string, (column: string) => string>> = {
  bigint: (c) => `${c} # 1024`,
  integer: (c) => `${c} # 64`,
  text: (c) => `coalesce(chr(ascii(${c}) # 1) || substr(${c}, 2), 'x')`,
  'timestamp with time zone': (c) => `${c} + interval '1 microsecond'`,
  bytea: (c) => `set_byte(${c}, 5, get_byte(${c}, 5) # 1)`,
  jsonb: (c) => `CASE WHEN jsonb_typeof(${c}) = 'object' THEN ${c} || '{"extra": 1}' ELSE '1' END`,
};

/** A byte of one node goes to the node before it: together they are the same bytes, and neither is its hash any more. */
export const MOVED_BYTE = `
  UPDATE log.node m SET hash = CASE m.index WHEN 2 THEN m.hash || substring(n.hash FOR 1) ELSE substring(m.hash FROM 2) END
    FROM log.node n WHERE n.level = 0 AND n.index = 3 AND m.level = 0 AND m.index IN (2, 3)`;
