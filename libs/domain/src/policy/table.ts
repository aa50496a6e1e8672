import { allSlices, slices } from '../kernel/slices.js';
import type { AnyCommand } from '../kernel/definition.js';
import {
  STATUSES,
  TWINNING_TYPES,
  type Phase,
  type Role,
  type Status,
  type TwinningType,
} from '../kernel/vocabulary.js';

export type Chapter = keyof typeof slices;

/** One line of the policy: in these statuses, for these types, these roles may issue the command. */
export interface PolicyRow {
  readonly chapter: Chapter;
  readonly command: string;
  readonly clause: string;
  readonly roles: readonly Role[];
  /** Empty when the command opens an agreement. */
  readonly statuses: readonly Status[];
  readonly phases: readonly Phase[];
  readonly types: readonly TwinningType[];
  readonly opens: boolean;
  /** A joint act: the other partner must issue the same. */
  readonly joint: boolean;
  /** Where the parent committee is concerned, its manager issues it and the committee's own does not. */
  readonly ofParent: boolean;
  /** The person must have proved themselves again. */
  readonly stepUp: boolean;
}

/** The phases in which a status can occur (lifecycle.md A). */
export function phasesOfStatus(status: Status): readonly Phase[] {
  switch (status) {
    case 'DRAFT':
      return ['PROPOSAL', 'PARTNER_SELECTION'];
    case 'IN_REVIEW_TPM':
    case 'IN_COMMITTEE_DECISION':
    case 'IN_TMB_BALLOT':
    case 'RETURNED':
    case 'APPROVED':
      return ['APPROVAL'];
    case 'AGREEMENT_PENDING':
    case 'AGREEMENT_IN_REVIEW':
      return ['NEGOTIATION'];
    case 'ACTIVE':
    case 'SUSPENDED':
    case 'UNDER_TMB_REVIEW':
      return ['EXECUTION', 'EVALUATION'];
    case 'ENDING':
    case 'EXPIRED':
    case 'TERMINATED':
    case 'CANCELLED':
      return ['EVALUATION'];
    case 'CLOSED':
    case 'LAPSED':
    case 'REJECTED':
    case 'WITHDRAWN':
      return ['CLOSED'];
  }
}

const rowsOf = (chapter: Chapter, command: string, of: AnyCommand): readonly PolicyRow[] =>
  of.allowed.map((line) => {
    const statuses = of.opens === true ? [] : STATUSES.filter((s) => line.in.includes(s));
    return {
      chapter,
      command,
      clause: of.clause,
      roles: line.roles,
      statuses,
      phases: [...new Set(statuses.flatMap(phasesOfStatus))],
      types: line.types ?? TWINNING_TYPES,
      opens: of.opens === true,
      joint: of.joint === true,
      ofParent: of.ofParent === true && line.roles.includes('COMMITTEE_MANAGER'),
      stepUp: of.stepUp === true,
    };
  });

/** The whole policy of commands, in the order of the lifecycle. */
export const policyTable: readonly PolicyRow[] = Object.keys(slices).flatMap((name, i) =>
  Object.entries(allSlices[i]?.commands ?? {}).flatMap(([command, of]) =>
    rowsOf(name as Chapter, command, of),
  ),
);

const byCommand = new Map<string, PolicyRow[]>();
for (const row of policyTable) {
  byCommand.set(row.command, [...(byCommand.get(row.command) ?? []), row]);
}

/** Whether the policy lets this role issue this command in this status of an agreement of this type. */
export const permits = (role: Role, command: string, status: Status, type: TwinningType): boolean =>
  (byCommand.get(command) ?? []).some(
    (row) =>
      !row.opens &&
      row.roles.includes(role) &&
      row.statuses.includes(status) &&
      row.types.includes(type),
  );
