import {
  modelOf,
  valueInForce,
  type AgreementAnswer,
  type Milestone,
  type TaskShare,
  type WorkPackage,
} from './model.js';

type ItemRecord = ReturnType<typeof modelOf>['execution']['records'][number];

/** The parts that a record consists of, as they were recorded. */
export function partsOf(record: Pick<ItemRecord, 'content'>): readonly (string | number)[] {
  try {
    const parts: unknown = JSON.parse(record.content);
    return Array.isArray(parts) ? (parts as readonly (string | number)[]) : [];
  } catch {
    return [];
  }
}

export interface PlanNow {
  readonly milestones: readonly (Milestone & { readonly reachedOn: string | null })[];
  readonly workPackages: readonly (WorkPackage & { readonly deliveredOn: string | null })[];
  /** With the share of the twinned partner that was recorded last. */
  readonly tasks: readonly (TaskShare & { readonly share: number | null })[];
  /** In which each part is written. */
  readonly languages: Readonly<Record<'milestones' | 'workPackages' | 'tasks', 'en' | 'fr'>>;
}

/** The plan as it stands: as signed, with what was revised since, and what the record says of each item. */
export function planOf(agreement: AgreementAnswer): PlanNow {
  const { negotiation, execution } = modelOf(agreement);
  const clauseOf = (clause: string) =>
    negotiation.documents.clauses.find((c) => c.clause === clause);
  const languageOf = (clause: string) => {
    const found = clauseOf(clause);
    return found?.later.at(-1)?.language ?? found?.language ?? negotiation.language;
  };
  const inForce = <T>(clause: string): readonly T[] => {
    const found = clauseOf(clause);
    const value = found === undefined ? null : valueInForce(found);
    return (value?.['items'] as readonly T[] | undefined) ?? [];
  };
  const last = (kind: string, item: string) =>
    execution.records.findLast((r) => r.kind === kind && !r.struck && partsOf(r)[0] === item);
  // Both partners may record the same item: it was reached on the first of the days.
  const reached = (item: string): string | null =>
    execution.records
      .filter((r) => r.kind === 'MILESTONE' && !r.struck && partsOf(r)[0] === item)
      .map((r) => r.on)
      .sort()[0] ?? null;
  return {
    milestones: inForce<Milestone>('milestones').map((milestone) => ({
      ...milestone,
      reachedOn: reached(milestone.id),
    })),
    workPackages: inForce<WorkPackage>('work-packages').map((item) => ({
      ...item,
      deliveredOn: reached(item.id),
    })),
    tasks: inForce<TaskShare>('task-share').map((task) => {
      const record = last('TASK_SHARE', task.id);
      const share = record === undefined ? undefined : partsOf(record)[1];
      return { ...task, share: typeof share === 'number' ? share : null };
    }),
    languages: {
      milestones: languageOf('milestones'),
      workPackages: languageOf('work-packages'),
      tasks: languageOf('task-share'),
    },
  };
}

const REVISED = {
  milestones: 'milestones',
  workPackages: 'work-packages',
  tasks: 'task-share',
} as const;

/** What a revision of the plan begins with: each part that is in force, and the language if all are written in one. */
export function planToRevise(agreement: AgreementAnswer): {
  readonly parts: Readonly<Record<string, unknown>>;
  readonly language: 'en' | 'fr' | null;
} {
  const { negotiation, execution } = modelOf(agreement);
  const { languages } = planOf(agreement);
  const written = (['milestones', 'workPackages', 'tasks'] as const).flatMap((part) => {
    const clause = negotiation.documents.clauses.find((c) => c.clause === REVISED[part]);
    const value = clause === undefined ? null : valueInForce(clause);
    return value === null ? [] : [{ part, value, language: languages[part] }];
  });
  const [first] = written;
  const isOne = written.every(({ language }) => language === first?.language);
  const dates = execution.meetingDates;
  return {
    parts: {
      ...Object.fromEntries(written.map(({ part, value }) => [part, value])),
      ...(dates !== null && { meetingDates: dates }),
    },
    language: isOne ? (first?.language ?? null) : null,
  };
}

/** Whether the reader may record that a milestone or a work package was reached. */
export const mayRecordItems = ({ actions }: Pick<AgreementAnswer, 'actions'>): boolean =>
  actions.some(({ command, allowed }) => command === 'RecordMilestone' && allowed);

/** Nothing of the plan can be reached before both documents are accepted. */
export const cannotStartYet = ({ term, phase }: Pick<AgreementAnswer, 'term' | 'phase'>): boolean =>
  term === null && phase !== 'CLOSED';
