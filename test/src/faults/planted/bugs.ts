/** A safeguard that is taken out of the real product, and the row that must notice. */
export interface PlantedBug {
  readonly name: string;
  /** What runs in the API and the worker before they start; see `preload.ts`. */
  readonly inProcess: boolean;
  /** What is done to the database. */
  readonly inDatabase?: string;
  readonly row: string;
}

const altering = (table: string, when: string, how: string): string => `
  CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    ${how}
    RETURN NEW;
  END $$;
  CREATE TRIGGER planted BEFORE ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION public.planted()`;

const skipping = (table: string, when: string, share: number): string => `
  CREATE FUNCTION public.planted() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF random() < ${String(share)} THEN RETURN NULL; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER planted BEFORE ${when} ON ${table} FOR EACH ROW EXECUTE FUNCTION public.planted()`;

/** Twenty bugs of the kind that a product like this one has had; the model (`test/src/model`) has ten more. */
export const PLANTED: readonly PlantedBug[] = [
  { name: 'answers before the commit', inProcess: true, row: 'F7' },
  { name: 'takes a repeat for a new command', inProcess: true, row: 'F13' },
  {
    name: 'decides a decided command again',
    inProcess: true,
    inDatabase: 'ALTER TABLE engine.command DISABLE TRIGGER keep_command',
    row: 'F13',
  },
  { name: 'forgets stored commands', inProcess: true, row: 'F7' },
  { name: 'appends without looking at the version', inProcess: true, row: 'F8' },
  {
    name: 'writes the read model apart from the events',
    inProcess: false,
    inDatabase: skipping('read.agreement', 'UPDATE', 0.2),
    row: 'F7',
  },
  {
    name: 'writes the message apart from the events',
    inProcess: false,
    inDatabase: skipping('engine.notice', 'INSERT', 0.3),
    row: 'F7',
  },
  { name: 'sends each attempt of a message under another id', inProcess: true, row: 'F31' },
  { name: 'fires deadlines by a clock of its own', inProcess: true, row: 'F26' },
  { name: 'serves readings that were kept too long', inProcess: true, row: 'F7' },
  { name: 'answers a repeat otherwise', inProcess: true, row: 'F7' },
  { name: 'says 500 when the database is away', inProcess: true, row: 'F7' },
  { name: 'dies when the database ends a session', inProcess: true, row: 'F7' },
  { name: 'fires no deadline', inProcess: true, row: 'F7' },
  { name: 'ends workflows and starts none', inProcess: true, row: 'F7' },
  { name: 'carries out nothing that was left', inProcess: true, row: 'F9' },
  { name: 'takes a failed attempt for a sent message', inProcess: true, row: 'F31' },
  { name: 'gives a message up after one attempt', inProcess: true, row: 'F31' },
  {
    name: 'stores another payload than it has hashed',
    inProcess: false,
    inDatabase: altering(
      'log.event',
      'INSERT',
      `IF random() < 0.2 THEN NEW.payload := NEW.payload || '{"planted": true}'; END IF;`,
    ),
    row: 'F7',
  },
  {
    name: 'forgets where a refusal is recorded',
    inProcess: false,
    inDatabase: altering(
      'engine.command',
      'UPDATE',
      `IF NEW.outcome->>'accepted' = 'false' THEN NEW.outcome := jsonb_set(NEW.outcome, '{index}', 'null'); END IF;`,
    ),
    row: 'F7',
  },
];
