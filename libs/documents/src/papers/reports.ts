import { label, SIDES, yearOf, type Agreement, type Side } from '@twinning/domain';
import { progress, reviewPeriod, yearProgress } from './progress.js';
import type { PaperSource, Say, Section } from './source.js';
import { headOf, moment } from './terms.js';

const sideName = (say: Say, side: Side | 'BOTH'): string => label('side', side, say.lang);

/** The year of a review: a small number counts the years of the agreement. */
const calendarYear = ({ term }: Agreement, year: number): number =>
  year <= MOST_YEARS && term !== null ? yearOf(term.start) + year : year;
const MOST_YEARS = 5;

export function reviewSections(say: Say, source: PaperSource): readonly Section[] {
  const { state, year } = source;
  const { reviews, actions } = state.oversight;
  const asked = year === null ? null : calendarYear(state, year);
  const review = asked === null ? reviews.at(-1) : reviews.find((r) => r.year === asked);
  const first = say.section(null, headOf(say, source));
  const period = review === undefined ? null : reviewPeriod(state, review.year);
  const plan = say.section(
    say.w('progress'),
    period === null ? progress(say, state) : yearProgress(say, source, period),
  );
  if (review === undefined) return [first, plan, say.section(null, say.note(say.w('none')))];
  const { survey, tpmSection } = review;
  return [
    first,
    say.section(
      say.w('reviewYear', String(review.year)),
      say.pairs(['due', say.day(review.dueOn)], ['stage', say.w(review.stage)]),
    ),
    plan,
    ...SIDES.map((side) => {
      const part = review.parts[side];
      return say.section(
        sideName(say, side),
        part === undefined
          ? say.note(say.w('missing'))
          : [
              say.pairs([
                'rating',
                `${String(part.rating)}${part.late ? ` (${say.w('late')})` : ''}`,
              ]),
              ...say.text(part.text),
            ],
      );
    }),
    say.section(
      say.w('survey'),
      survey === null || survey === 'NO_SURVEY_DATA'
        ? say.note(say.w('noSurvey'))
        : say.pairs(
            ['score', `${String(survey.score)} (${String(survey.answers)})`],
            ['reference', survey.reference],
          ),
    ),
    say.section(
      say.w('tpmSection'),
      tpmSection === null ? say.note(say.w('missing')) : say.text(tpmSection.text),
    ),
    say.section(
      say.w('actions'),
      say.table(
        ['item', 'owner', 'text', 'due'],
        [1, 2, 5, 2],
        actions.map((a) => [a.id, sideName(say, a.side), a.text, say.day(a.dueOn)]),
      ),
    ),
  ];
}

export function closureSections(say: Say, source: PaperSource): readonly Section[] {
  const { state } = source;
  const { ended, report, reportWaived, followUp } = state.ending;
  return [
    say.section(
      null,
      headOf(say, source),
      say.pairs(
        [
          'term',
          state.term === null ? '–' : `${say.day(state.term.start)} – ${say.day(state.term.end)}`,
        ],
        ['ended', say.day(ended?.on)],
        ['how', ended === null ? '–' : label('status', ended.how, say.lang)],
      ),
    ),
    say.section(say.w('progress'), progress(say, state)),
    ...SIDES.map((side) =>
      say.section(
        say.w('report', sideName(say, side)),
        report[side] === undefined
          ? say.note(say.w(reportWaived ? 'waived' : 'missing'))
          : say.text(report[side]),
      ),
    ),
    ...SIDES.filter((side) => followUp[side] !== undefined).map((side) =>
      say.section(say.w('followUp', sideName(say, side)), say.text(followUp[side] ?? '')),
    ),
  ];
}

export function evaluationSections(say: Say, source: PaperSource): readonly Section[] {
  const { evaluations } = source.state.evaluation;
  const first = say.section(null, headOf(say, source));
  if (evaluations.length === 0) return [first, say.section(null, say.note(say.w('none')))];
  return [
    first,
    ...evaluations.flatMap((e) => [
      say.section(
        say.w('evaluation', e.id),
        say.pairs(
          ['type', label('kind', e.kind, say.lang)],
          ['when', moment(e.openedAt)],
          ['decidedBy', label('body', e.body, say.lang)],
          ...(e.approval === null
            ? []
            : ([
                ['reference', e.approval.reference ?? '–'],
                ['effectiveOn', say.day(e.approval.effectiveOn)],
              ] as const)),
        ),
        say.small(say.w('evidence')),
        say.table(
          ['side', 'item', 'value', 'reference'],
          [2, 5, 1, 3],
          e.evidence.map((x) => [
            label('part', x.part, say.lang),
            label('evidence', x.item, say.lang),
            String(x.value),
            x.reference ?? '–',
          ]),
        ),
        ...(e.review === null
          ? []
          : [
              say.pairs(
                ['score', `${String(e.review.score)} / 100`],
                ['recommended', say.w(e.review.recommended ? 'yes' : 'no')],
                [
                  'gates',
                  e.review.gates
                    .map(
                      (g) =>
                        `${label('check', g.gate, say.lang)}: ${say.w(g.met ? 'met' : 'notMet')}`,
                    )
                    .join('; '),
                ],
              ),
              ...say.table(
                ['item', 'points'],
                [6, 2],
                e.review.blocks.map((b) => [
                  label('block', b.block, say.lang),
                  `${String(b.points)} / ${String(b.of)}`,
                ]),
              ),
            ]),
      ),
    ]),
  ];
}

export function accountSections(say: Say, source: PaperSource): readonly Section[] {
  const { steps, refused } = source.account[say.lang];
  const rows = (of: typeof steps) => of.map((s) => [String(s.index), moment(s.at), s.who, s.text]);
  return [
    say.section(null, headOf(say, source)),
    say.section(
      say.w('events'),
      say.table(['place', 'when', 'who', 'what'], [1, 2, 3, 6], rows(steps)),
    ),
    say.section(
      say.w('refused'),
      say.table(['place', 'when', 'who', 'what'], [1, 2, 3, 6], rows(refused)),
    ),
  ];
}
