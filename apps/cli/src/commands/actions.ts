import { label, textsOf } from '@twinning/domain';
import type { Language, Messages } from '../messages/index.js';

/** One command as the API describes it to a caller: open, or closed with the reason. */
export interface Action {
  readonly command: string;
  readonly text: string;
  readonly allowed: boolean;
  readonly refusal?: { readonly code: string; readonly title: string } | undefined;
}

/** `InvitePartner` is issued as `invite-partner`. */
export const pathOf = (command: string): string =>
  command
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** A line for each open command, and one for each reason for which others are closed: a phase closes dozens at once. */
export function actionLines(actions: readonly Action[], { answers }: Messages): readonly string[] {
  const reasons = new Map<string, string[]>();
  for (const { command, allowed, refusal } of actions) {
    if (allowed || refusal === undefined) continue;
    const why = `${refusal.title} (${refusal.code})`;
    reasons.set(why, [...(reasons.get(why) ?? []), pathOf(command)]);
  }
  return [
    ...actions.filter((a) => a.allowed).map((a) => answers.open(pathOf(a.command), a.text)),
    ...[...reasons].map(([why, commands]) => answers.closed(why, commands.join(', '))),
  ];
}

/** What one partner proposed to the other; the content is null where it is withheld, or was not kept. */
export interface Proposed {
  readonly kind: string;
  readonly side: string;
  readonly content?: unknown;
}

/** A line for each joint act that waits, with the command and the payload that agree to it. */
export const proposedLines = (
  acts: readonly Proposed[],
  language: Language,
  { answers }: Messages,
): readonly string[] =>
  acts.map(({ kind, side, content }) =>
    answers.proposed(
      label('side', side, language),
      textsOf(language).commands[kind] ?? kind,
      content == null ? null : `${pathOf(kind)} ${JSON.stringify(content)}`,
    ),
  );
