import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { Progress } from './contract.js';

const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
const keys = {
  status: keyword('TwinningStatus'),
  phase: keyword('TwinningPhase'),
  type: keyword('TwinningType'),
  committee: keyword('TwinningCommittee'),
  lead: keyword('TwinningLead'),
  twinned: keyword('TwinningTwinned'),
  waitsFor: keyword('TwinningWaitsFor'),
  nextDeadline: defineSearchAttributeKey('TwinningNextDeadline', SearchAttributeType.DATETIME),
};

const shown = (id: number | null): string => (id === null ? 'none' : String(id));

/** What an operator reads in Temporal's console: codes and dates, one sentence. */
export function sentence(at: Progress): string {
  const where = `${at.type} is ${at.status} (${at.phase}), version ${String(at.version)}.`;
  return at.next === null
    ? `${where} It waits for nothing.`
    : `${where} It waits for ${at.next.whose}; if nobody acts, ${at.next.timer} (${at.next.step}) comes at ${at.next.due}.`;
}

/** Each upsert is an event of the history: only what an operator filters by, and only when it changed. */
export function show(before: Progress | null, at: Progress): void {
  setCurrentDetails(sentence(at));
  const changed =
    before?.status !== at.status ||
    before.phase !== at.phase ||
    before.lead !== at.lead ||
    before.twinned !== at.twinned ||
    before.committee !== at.committee ||
    before.next?.due !== at.next?.due ||
    before.next?.whose !== at.next?.whose;
  if (!changed) return;
  upsertSearchAttributes([
    { key: keys.status, value: at.status },
    { key: keys.phase, value: at.phase },
    { key: keys.type, value: at.type },
    { key: keys.committee, value: shown(at.committee) },
    { key: keys.lead, value: shown(at.lead) },
    { key: keys.twinned, value: shown(at.twinned) },
    { key: keys.waitsFor, value: at.next?.whose ?? 'none' },
    { key: keys.nextDeadline, value: at.next === null ? null : new Date(at.next.due) },
  ]);
}
