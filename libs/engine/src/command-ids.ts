const TAKEN = 'TWID1';

/**
 * One Idempotency-Key of a body names one command, whichever of the three tables keeps it. The lock on the id lasts
 * until the end of the transaction, so that two that are stored at once see each other.
 */
export const commandIdStatements: readonly string[] = [
  `CREATE OR REPLACE FUNCTION engine.one_command_per_id() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.id::text, 0));
     IF (TG_TABLE_NAME <> 'command'
           AND EXISTS (SELECT FROM engine.command WHERE id = NEW.id))
        OR (TG_TABLE_NAME <> 'participation_command'
           AND EXISTS (SELECT FROM engine.participation_command WHERE id = NEW.id))
        OR (TG_TABLE_NAME <> 'people_command'
           AND EXISTS (SELECT FROM engine.people_command WHERE id = NEW.id)) THEN
       RAISE EXCEPTION 'command %: its id is that of another command', NEW.id USING ERRCODE = '${TAKEN}';
     END IF;
     RETURN NEW;
   END $$`,
  ...['command', 'participation_command', 'people_command'].map(
    (table) =>
      `CREATE OR REPLACE TRIGGER one_command_per_id BEFORE INSERT ON engine.${table}
         FOR EACH ROW EXECUTE FUNCTION engine.one_command_per_id()`,
  ),
];

/** The result, or null when the command could not be stored because its id is another command's. */
export async function nullWhenIdTaken<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === TAKEN) return null;
    throw error;
  }
}
