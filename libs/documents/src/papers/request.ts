import { label, type Side } from '@twinning/domain';
import type { PaperSource, Say, Section } from './source.js';
import { headOf } from './terms.js';

/** By name; where it is erased or not kept, by the reference, which says no name. */
function nameOf(
  say: Say,
  { persons, named }: PaperSource,
  { side, person }: { readonly side: Side; readonly person: string },
): string {
  const name = persons.get(person);
  if (typeof name === 'string') return name;
  const nominee = named.today.find((n) => n.part === 'NOMINEE' && n.side === side);
  const reference = nominee?.reference ?? '–';
  return name === null ? say.w('erased', reference) : reference;
}

/** What the TMB votes on: the request, the TPM's assessment, the ballot and its votes. */
export function ballotSections(say: Say, source: PaperSource): readonly Section[] {
  const { state, memberName } = source;
  const { form, nominees } = state.proposal;
  const { assessment, ballots } = state.approval;
  return [
    say.section(
      null,
      headOf(say, source),
      say.pairs(
        ['need', form.need ?? '–'],
        ['competence', form.competence ?? '–'],
        ['goals', form.goals ?? '–'],
        ['outcome', form.outcome ?? '–'],
        ['planned', `${say.day(form.plannedStart)} · ${String(form.plannedMonths ?? '–')}`],
      ),
    ),
    say.section(
      say.w('nominees'),
      say.table(
        ['side', 'person', 'cv'],
        [2, 2, 6],
        nominees.map((n) => [label('side', n.side, say.lang), nameOf(say, source, n), n.cv ?? '–']),
      ),
    ),
    say.section(
      say.w('justifications'),
      form.justifications.length === 0
        ? say.note(say.w('none'))
        : form.justifications.flatMap(({ check, text }) => {
            const [name = '', side = ''] = check.split(':');
            const of = side === '' ? '' : ` (${label('side', side, say.lang)})`;
            return [say.small(`${label('check', name, say.lang)}${of}`), ...say.text(text)];
          }),
    ),
    say.section(
      say.w('assessment'),
      assessment === null
        ? say.note(say.w('none'))
        : [...say.text(assessment.text), say.pairs(['statistics', assessment.statistics])],
    ),
    ...ballots
      .filter((b) => !b.cancelled)
      .map((ballot) =>
        say.section(
          `${say.w('ballot')} ${ballot.id}`,
          say.pairs(
            ['closesOn', say.day(ballot.closesOn)],
            ['entitled', ballot.entitled.map(memberName).join(', ')],
            ['result', ballot.outcome === null ? '–' : label('outcome', ballot.outcome, say.lang)],
          ),
          say.table(
            ['body', 'choice', 'comment'],
            [2, 2, 6],
            ballot.votes.map((vote) => [
              memberName(vote.body),
              label('choice', vote.choice, say.lang),
              vote.comment ?? '–',
            ]),
          ),
        ),
      ),
  ];
}
