import type { Progress } from '@twinning/engine';

/** What an execution told a run: where the log stood, as it was recorded in the event. */
export interface Told {
  readonly eventId: number;
  readonly progress: Progress;
}

/** A command that a run answered. */
export interface Answered {
  readonly eventId: number;
  readonly command: string;
  readonly outcome: string;
}

/** A run's history, reduced to what can be compared with the log. */
export interface ReadRun {
  /** False for a process beside the agreement's workflow. */
  readonly isAgreement: boolean;
  readonly told: readonly Told[];
  readonly answers: readonly Answered[];
}

interface Payloads {
  readonly payloads?: readonly { readonly data?: string }[];
}

/** The events of Temporal's history (protobuf's JSON) that matter here. */
interface HistoryEvent {
  readonly eventId: string | number;
  readonly workflowExecutionStartedEventAttributes?: {
    readonly workflowType?: { readonly name?: string };
  };
  readonly markerRecordedEventAttributes?: {
    readonly markerName?: string;
    readonly details?: Readonly<Record<string, Payloads>>;
  };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly protocolInstanceId?: string;
    readonly acceptedRequest?: { readonly input?: { readonly args?: Payloads } };
  };
  readonly workflowExecutionUpdateCompletedEventAttributes?: {
    readonly meta?: { readonly updateId?: string };
    readonly outcome?: { readonly success?: Payloads };
  };
}

/** The name under which Temporal's SDK records the result of a local activity. */
const LOCAL_ACTIVITY = 'core_local_activity';

const first = (of: Payloads | undefined): unknown => {
  const data = of?.payloads?.[0]?.data;
  return data === undefined ? undefined : JSON.parse(Buffer.from(data, 'base64').toString());
};

/** Reads a run's history; throws on text that is none. */
export function readRun(json: string): ReadRun {
  const { events } = JSON.parse(json) as { readonly events: readonly HistoryEvent[] };
  // By the Update's id: a server need not name the event of the acceptance.
  const asked = new Map<string, string>();
  const told: Told[] = [];
  const answers: Answered[] = [];
  for (const event of events) {
    const eventId = Number(event.eventId);
    const marker = event.markerRecordedEventAttributes;
    if (marker?.markerName === LOCAL_ACTIVITY) {
      // A failed attempt leaves a marker without a result.
      const progress = first(marker.details?.result) as Progress | undefined;
      if (typeof progress?.version === 'number') told.push({ eventId, progress });
    }
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    const command = first(accepted?.acceptedRequest?.input?.args);
    if (typeof command === 'string') asked.set(accepted?.protocolInstanceId ?? '', command);
    const completed = event.workflowExecutionUpdateCompletedEventAttributes;
    const answer = first(completed?.outcome?.success) as { outcome?: unknown } | undefined;
    const of = asked.get(completed?.meta?.updateId ?? '');
    if (typeof answer?.outcome === 'string' && of !== undefined) {
      answers.push({ eventId, command: of, outcome: answer.outcome });
    }
  }
  const type = events[0]?.workflowExecutionStartedEventAttributes?.workflowType?.name;
  return { isAgreement: type === 'agreement', told, answers };
}
