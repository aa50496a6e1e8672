import { describe, expect, it } from '@jest/globals';
import { evaluationLines, evaluations } from './evaluations.js';

const reviewed = evaluations.parse([
  {
    id: 'EV1',
    kind: 'CHAIR',
    stage: 'READINESS_REVIEWED',
    review: {
      score: 25,
      recommended: false,
      gates: [
        { gate: 'SQ_CRITERIA', met: true },
        { gate: 'NOT_DELEGATE', met: false },
      ],
      blocks: [
        {
          block: 'PRACTICE',
          points: 25,
          of: 50,
          items: [
            { item: 'PLENARY_CHAIRED', value: 1, points: 25, of: 25 },
            { item: 'SESSIONS_CHAIRED', value: null, points: 0, of: 25 },
          ],
        },
      ],
    },
  },
  { id: 'EV2', kind: 'O_TO_P', stage: 'EVIDENCE_COLLECTION', review: null },
]);

describe('the evaluations of an agreement', () => {
  it('explain the readiness gate by gate and block by block', () => {
    expect(evaluationLines(reviewed, 'en')).toEqual([
      'Evaluation EV1 (chair): readiness reviewed – readiness 25 of 100, not recommended',
      '  ✓ criteria for the office are met',
      '  ✗ not a national delegate',
      '  practice in the office 25 of 50: plenary chaired = 1 (25 of 25), sessions chaired = not shown (0 of 25)',
      'Evaluation EV2 (from O-member to P-member): evidence is being collected',
    ]);
  });

  it('do so in French', () => {
    const [head, , , block] = evaluationLines(reviewed, 'fr');
    expect(head).toBe(
      'Évaluation EV1 (Président)\u00a0: préparation examinée – préparation 25 sur 100, non recommandé',
    );
    expect(block).toBe(
      '  pratique de la fonction 25 sur 50\u00a0: réunion plénière présidée = 1 (25 sur 25), séances présidées = non montré (0 sur 25)',
    );
  });
});
