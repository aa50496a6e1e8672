import { managerOf } from '../../kernel/access.js';
import { refuse, type Context, type Refusal } from '../../kernel/decision.js';
import { parentOr } from '../../kernel/parent.js';
import type { Agreement } from '../../kernel/state.js';
import type { Role } from '../../kernel/vocabulary.js';
import type { Appeal, AppealLevel } from './state.js';

const recorder: Readonly<Record<AppealLevel, Role>> = {
  TC: 'COMMITTEE_MANAGER',
  TMB: 'TMB_SEC',
  COUNCIL: 'ISO_CS',
};

const referrer = (level: AppealLevel): Role => (level === 'TC' ? 'COMMITTEE_MANAGER' : 'ISO_CS');

/** The role of the level; over a subcommittee the manager of its parent, never its own. */
function acts(
  wanted: Role,
  command: string,
  { parent }: Appeal,
  state: Agreement,
  ctx: Context,
): Refusal | null {
  const clause = 'DIR 5.1.1';
  if (ctx.actor.role !== wanted) return refuse('FORBIDDEN_ROLE', clause, { role: wanted });
  return wanted === 'COMMITTEE_MANAGER'
    ? managerOf(parentOr(parent, ctx), { command, clause }, state, ctx)
    : null;
}

export const mayRefer = (appeal: Appeal, state: Agreement, ctx: Context): Refusal | null =>
  acts(referrer(appeal.level), 'ReferAppeal', appeal, state, ctx);

/** Whether the caller records what the level of this appeal decides. */
export const isRecorder = (appeal: Appeal, state: Agreement, ctx: Context): Refusal | null =>
  acts(recorder[appeal.level], 'DecideAppeal', appeal, state, ctx);
