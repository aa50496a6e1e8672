import { label } from '@twinning/domain';
import { z } from 'zod';
import { evaluationMessages } from '../messages/evaluations.js';
import type { Language } from '../messages/index.js';

const points = { points: z.number(), of: z.number() };

/** The evaluations of an agreement as the API shows them. */
export const evaluations = z.array(
  z.object({
    id: z.string(),
    kind: z.string(),
    stage: z.string(),
    review: z
      .object({
        score: z.number(),
        recommended: z.boolean(),
        gates: z.array(z.object({ gate: z.string(), met: z.boolean() })),
        blocks: z.array(
          z.object({
            block: z.string(),
            ...points,
            items: z.array(z.object({ item: z.string(), value: z.number().nullable(), ...points })),
          }),
        ),
      })
      .nullable(),
  }),
);
type Evaluation = z.infer<typeof evaluations>[number];
type Block = NonNullable<Evaluation['review']>['blocks'][number];

/** Each evaluation with its readiness explained: the gates, and block by block what earned how many points. */
export const evaluationLines = (of: readonly Evaluation[], language: Language): readonly string[] =>
  of.flatMap((evaluation) => linesOf(evaluation, language));

function linesOf({ id, kind, stage, review }: Evaluation, language: Language): readonly string[] {
  const words = evaluationMessages[language];
  const head = words.head(id, label('kind', kind, language), words.stages[stage] ?? stage);
  if (review === null) return [head];
  return [
    `${head} – ${words.score(String(review.score), review.recommended)}`,
    ...review.gates.map(
      ({ gate, met }) => `  ${met ? '✓' : '✗'} ${label('evidence', gate, language)}`,
    ),
    ...review.blocks.map((block) => blockLine(block, language)),
  ];
}

function blockLine({ block, points: earned, of, items }: Block, language: Language): string {
  const words = evaluationMessages[language];
  const shown = items.map((item) =>
    words.item(
      label('evidence', item.item, language),
      item.value === null ? words.notShown : String(item.value),
      String(item.points),
      String(item.of),
    ),
  );
  return words.block(label('block', block, language), String(earned), String(of), shown.join(', '));
}
