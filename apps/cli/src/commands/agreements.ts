import { z } from 'zod';
import type { Api } from '../api.js';
import { EXIT, Failure } from '../failure.js';
import { table, type Output } from '../output.js';

const page = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      statusText: z.string(),
      phaseText: z.string(),
      type: z.string(),
      lead: z.number().nullable(),
      twinned: z.number().nullable(),
      committee: z.number().nullable(),
      nextDeadline: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export async function list(api: Api, output: Output, query: Record<string, string>): Promise<void> {
  const answer = page.parse(
    await api.get(`/v1/agreements?${new URLSearchParams(query).toString()}`),
  );
  output.result(answer, () =>
    table([
      ['Agreement', 'Type', 'Committee', 'Lead', 'Twinned', 'Phase', 'Status', 'Next deadline'],
      ...answer.items.map((a) => [
        a.id,
        a.type,
        String(a.committee ?? '–'),
        String(a.lead ?? '–'),
        String(a.twinned ?? '–'),
        a.phaseText,
        a.statusText,
        a.nextDeadline?.slice(0, 16).replace('T', ' ') ?? '–',
      ]),
    ]),
  );
}

const named = z.object({ member: z.number(), acronym: z.string().nullable() }).nullable();
const detail = z.object({
  id: z.string(),
  version: z.number(),
  statusText: z.string(),
  phaseText: z.string(),
  typeText: z.string(),
  ruleset: z.string(),
  requestHash: z.string(),
  lead: named,
  twinned: named,
  committee: z
    .object({ reference: z.string().nullable(), title: z.string().nullable() })
    .nullable(),
  term: z.object({ start: z.string(), end: z.string() }).nullable(),
  duties: z.array(z.object({ text: z.string(), desk: z.string(), due: z.string().nullable() })),
  nextDeadline: z.object({ due: z.string(), text: z.string() }).nullable(),
  actions: z.array(
    z.object({
      command: z.string(),
      text: z.string(),
      allowed: z.boolean(),
      refusal: z.object({ code: z.string(), title: z.string() }).optional(),
    }),
  ),
});

const when = (instant: string | null): string =>
  instant?.slice(0, 16).replace('T', ' ') ?? 'no date';

export async function show(
  api: Api,
  output: Output,
  id: string,
  query: Record<string, string>,
): Promise<void> {
  const whole = await api.get(`/v1/agreements/${id}?${new URLSearchParams(query).toString()}`);
  const a = detail.parse(whole);
  output.result(whole, () =>
    [
      `${a.typeText}: ${a.lead?.acronym ?? '–'} ⇄ ${a.twinned?.acronym ?? '–'}`,
      `${a.committee?.reference ?? 'no committee yet'} ${a.committee?.title ?? ''}`.trim(),
      `${a.phaseText} · ${a.statusText} · version ${String(a.version)} · ${a.ruleset}`,
      ...(a.term === null ? [] : [`In force from ${a.term.start} to ${a.term.end}`]),
      `Request hash: ${a.requestHash}`,
      ...a.duties.map((d) => `→ ${d.desk}: ${d.text} (due ${when(d.due)})`),
      ...(a.nextDeadline === null
        ? ['Nothing happens by itself.']
        : [`If nobody acts: ${a.nextDeadline.text} (${when(a.nextDeadline.due)})`]),
      ...a.actions.filter((x) => x.allowed).map((x) => `  may ${x.command}: ${x.text}`),
      ...a.actions
        .filter((x) => !x.allowed)
        .map((x) => `  not ${x.command}: ${x.refusal?.title ?? ''} (${x.refusal?.code ?? ''})`),
    ].join('\n'),
  );
}

export async function act(
  api: Api,
  output: Output,
  id: string,
  command: string,
  payload: string,
  key: string | undefined,
): Promise<void> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(payload);
  } catch {
    throw new Failure('The payload is not JSON.', 'Write it as \'{"member": 1725}\'.', EXIT.usage);
  }
  const answer = await api.act({
    agreement: id === 'new' ? null : id,
    command,
    payload: parsed,
    ...(key !== undefined && { key }),
  });
  output.result(answer, () =>
    answer.status === 'STORED'
      ? `Stored as command ${answer.command}; it will be carried out when Temporal is back.`
      : `Agreement ${answer.agreement} is at version ${String(answer.version ?? 0)}: ${answer.events.map((e) => e.type).join(', ') || 'nothing changed'}.`,
  );
  if (answer.status === 'STORED') process.exitCode = EXIT.stored;
}

const timeline = z.object({
  items: z.array(
    z.object({
      version: z.number(),
      index: z.number(),
      type: z.string(),
      text: z.string(),
      occurredAt: z.string(),
      actor: z.object({ person: z.string().nullable(), role: z.string() }),
    }),
  ),
});

export async function events(api: Api, output: Output, id: string): Promise<void> {
  const { items } = timeline.parse(await api.get(`/v1/agreements/${id}/timeline`));
  output.result({ items }, () =>
    table(
      items.map((e) => [
        String(e.version),
        when(e.occurredAt),
        e.actor.person ?? e.actor.role,
        e.type,
        e.text,
      ]),
    ),
  );
}
