import { copySent } from '../../kernel/copies.js';
import { event, type AgreementEvent } from '../../kernel/events.js';

import { rulesOf, type Agreement } from '../../kernel/state.js';
import type { Desk } from '../../kernel/vocabulary.js';

/** Who is meant by the names of the ruleset's routing (rules.md 2.4): a desk, and for an addressee the destination. */
const DESKS: Readonly<Record<string, Desk>> = {
  TPM: 'TPM',
  COMMITTEE_SECRETARIAT: 'COMMITTEE_MANAGER',
  PARENT_COMMITTEE_SECRETARIAT: 'COMMITTEE_MANAGER',
  TMB_SECRETARIAT: 'TMB_SEC',
};

const DESTINATIONS = {
  TPM: 'TPM',
  COMMITTEE_MANAGER: 'PARENT_COMMITTEE',
  TMB_SEC: 'TMB_SECRETARIAT',
} as const;

const deskOf = (name: string): keyof typeof DESTINATIONS => {
  const desk = DESKS[name];
  if (desk === 'TPM' || desk === 'COMMITTEE_MANAGER' || desk === 'TMB_SEC') return desk;
  throw new RangeError(`The routing of a ruleset names no desk: ${name}`);
};

/**
 * The request goes where the ruleset says, with its copies. A form of the TMB's types lies with the TPM first, for the
 * assessment: until then the TMB secretariat has it for information.
 */
export function routed(state: Agreement): readonly AgreementEvent[] {
  const route = rulesOf(state).routing[state.type];
  const to = deskOf(route.submit_to);
  const copies = 'copy_to' in route ? route.copy_to.map(deskOf) : [];
  return [
    event('RequestRouted', { destination: DESTINATIONS[to] }),
    ...copySent(state, 'REQUEST', to === 'TMB_SEC' ? [to, ...copies] : copies),
  ];
}
