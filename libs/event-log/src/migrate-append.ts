/** The functions that append: the only way by which the application's role adds to the log. */
export const appendFunctions: readonly string[] = [
  // The tree's nodes are reckoned in the loop, which asks the database nothing, and written at once.
  `CREATE OR REPLACE FUNCTION log.grow(first bigint, grown bytea[], hashes bytea[]) RETURNS void
   LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     at bigint := first;
     hash bytea;
     depth integer;
     place bigint;
     levels integer[] := '{}';
     places bigint[] := '{}';
     nodes bytea[] := '{}';
   BEGIN
     FOREACH hash IN ARRAY hashes LOOP
       depth := 0;
       place := at;
       levels := levels || 0;
       places := places || place;
       nodes := nodes || hash;
       WHILE place % 2 = 1 LOOP
         hash := sha256('\\x01'::bytea || grown[depth + 1] || hash);
         grown[depth + 1] := NULL;
         depth := depth + 1;
         place := place / 2;
         levels := levels || depth;
         places := places || place;
         nodes := nodes || hash;
       END LOOP;
       grown[depth + 1] := hash;
       at := at + 1;
     END LOOP;
     INSERT INTO log.node SELECT * FROM unnest(levels, places, nodes);
     UPDATE log.head SET size = at, frontier = grown WHERE id = 1;
   END $$`,
  // Set by set: a loop with a statement for each event takes several times as long. A version that does not follow undoes
  // everything; which stream it was, the caller hears.
  `CREATE OR REPLACE FUNCTION log.append(events jsonb, leaves bytea[]) RETURNS bigint
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     first bigint;
     grown bytea[];
     current integer;
     wrong text;
     hashes bytea[];
   BEGIN
     SELECT h.size, h.frontier INTO first, grown FROM log.head h WHERE h.id = 1 FOR UPDATE;
     SELECT s.stream, s.version INTO wrong, current
       FROM (SELECT t.stream, t.versions,
                    coalesce((SELECT max(x.version) FROM log.event x WHERE x.stream = t.stream), 0) AS version
               FROM (SELECT e->>'stream' AS stream, array_agg((e->>'version')::integer ORDER BY n) AS versions
                       FROM jsonb_array_elements(events) WITH ORDINALITY AS all_events(e, n) GROUP BY 1) t) s
      WHERE s.versions <> ARRAY(SELECT generate_series(s.version + 1, s.version + cardinality(s.versions)))
      LIMIT 1;
     IF FOUND THEN
       RAISE EXCEPTION 'stream % is at version %', wrong, current
         USING ERRCODE = 'TW001', DETAIL = current::text, HINT = wrong;
     END IF;
     WITH given AS (
       SELECT first + n - 1 AS index, e, leaf, sha256('\\x00'::bytea || leaf) AS leaf_hash
         FROM ROWS FROM (jsonb_array_elements(events), unnest(leaves)) WITH ORDINALITY AS t(e, leaf, n)
     ), written AS (
       INSERT INTO log.event
       SELECT index, e->>'stream', (e->>'version')::integer, e->>'type', (e->>'schemaVersion')::integer,
              (e->>'occurredAt')::timestamptz, (e->>'recordedAt')::timestamptz, e->'actor',
              e->'onBehalfOf', e->>'commandId', e->>'causationId', e->>'correlationId', e->>'ruleset',
              e->>'nonce', leaf, leaf_hash, e->'payload', e->'salts', e->'sealed'
         FROM given
     )
     SELECT coalesce(array_agg(leaf_hash ORDER BY index), '{}') INTO hashes FROM given;
     PERFORM log.grow(first, grown, hashes);
     RETURN first;
   END $$`,
  // The same where only the streams' ends are meant, and nothing is sealed: time and versions are those under the lock, and
  // the leaves are made here, whose texts are given around these two: all in one, cut at these places. The columns are read
  // from the leaf's own bytes. One round trip, so that the lock is held as shortly as can be.
  `CREATE OR REPLACE FUNCTION log.append_next(fields jsonb, texts bytea, starts integer[], middles integer[])
     RETURNS TABLE (first bigint, recorded text, versions integer[])
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
   DECLARE
     now timestamptz;
     grown bytea[];
     current integer;
     wrong text;
     hashes bytea[];
   BEGIN
     SELECT to_timestamp(h.now_ms / 1000) INTO now FROM log.lock_head() h;
     SELECT h.size, h.frontier INTO first, grown FROM log.head h WHERE h.id = 1;
     recorded := to_char(now AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
     WITH given AS (
       SELECT n, f, f->>'stream' AS stream, row_number() OVER (PARTITION BY f->>'stream' ORDER BY n) AS nth,
              substring(texts FROM s + 1 FOR m - s) AS before,
              substring(texts FROM m + 1 FOR coalesce(starts[n + 1], length(texts)) - m) AS after
         FROM ROWS FROM (jsonb_array_elements(fields), unnest(starts), unnest(middles)) WITH ORDINALITY AS t(f, s, m, n)
     ), ended AS MATERIALIZED (
       SELECT s.stream, coalesce((SELECT max(x.version) FROM log.event x WHERE x.stream = s.stream), 0) AS version
         FROM (SELECT DISTINCT stream FROM given) s
     ), placed AS MATERIALIZED (
       SELECT n, f, g.stream, (d.version + nth)::integer AS version,
              before || convert_to(recorded, 'UTF8') || after || convert_to((d.version + nth) || '}', 'UTF8') AS leaf
         FROM given g JOIN ended d USING (stream)
     ), read AS (
       SELECT *, convert_from(leaf, 'UTF8')::jsonb AS e, sha256('\\x00'::bytea || leaf) AS leaf_hash FROM placed
     ), written AS (
       INSERT INTO log.event
       SELECT first + n - 1, e->>'stream', version, e->>'type', (e->>'schemaVersion')::integer,
              (e->>'occurredAt')::timestamptz, now, e->'actor',
              e->'onBehalfOf', e->>'commandId', e->>'causationId', e->>'correlationId', e->>'ruleset',
              e->>'nonce', leaf, leaf_hash, f->'payload', f->'salts', '{}'
         FROM read
     )
     SELECT array_agg(leaf_hash ORDER BY n), array_agg(r.version ORDER BY n),
            min(r.stream) FILTER (WHERE (f->>'version')::integer <> r.version)
       INTO hashes, versions, wrong FROM read r;
     IF wrong IS NOT NULL THEN
       SELECT e.version - 1 INTO current FROM log.event e
        WHERE e.stream = wrong AND e.index >= first ORDER BY e.index LIMIT 1;
       RAISE EXCEPTION 'stream % is at version %', wrong, current
         USING ERRCODE = 'TW001', DETAIL = current::text, HINT = wrong;
     END IF;
     PERFORM log.grow(first, grown, hashes);
     RETURN NEXT;
   END $$`,
];
