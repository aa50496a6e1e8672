import { useTexts } from '../i18n/own-texts.js';
import { Link } from '../parts/link.js';
import { Empty } from '../parts/page.js';
import type { AgreementAnswer } from './model.js';
import { nothingYetTexts, type EmptyList } from './nothing-yet-texts.js';

interface Place {
  /** The action that puts something into the list, for those who may take it. */
  readonly command?: string;
  /** The part of the agreement that leads to it, for everybody else. */
  readonly view: 'now' | 'documents' | 'timeline' | 'people';
}

const PLACES: Readonly<Record<EmptyList, Place>> = {
  moves: { view: 'timeline' },
  actions: { view: 'people' },
  deadlines: { view: 'timeline' },
  request: { command: 'EditRequest', view: 'now' },
  terms: { view: 'now' },
  work: { view: 'documents' },
  milestones: { command: 'RevisePlan', view: 'documents' },
  meetings: { command: 'RecordMeeting', view: 'documents' },
  records: { command: 'RecordActivity', view: 'documents' },
  escalations: { command: 'RaiseProblem', view: 'now' },
  reviews: { view: 'now' },
  evaluations: { command: 'OpenEvaluation', view: 'now' },
  decisions: { view: 'now' },
  papers: { view: 'documents' },
  files: { view: 'timeline' },
};

/** A list of an agreement that has no entries yet, or has got none up to its end: why, and the one step that leads on. */
export function NothingYet({
  agreement,
  title,
  in: list,
}: {
  readonly agreement: AgreementAnswer;
  readonly title: string;
  readonly in: EmptyList;
}) {
  const x = useTexts(nothingYetTexts);
  const hasEnded = agreement.phase === 'CLOSED';
  const { command, view } = PLACES[list];
  const action = agreement.actions.find((each) => each.command === command && each.allowed);
  const at = `/agreements/${agreement.id}`;
  return (
    <Empty title={hasEnded ? x.ended[list][0] : title}>
      <p>{hasEnded ? x.ended[list][1] : x.why[list]}</p>
      <p>
        {action !== undefined ? (
          <Link to={`${at}/do/${action.command}`}>{action.text}</Link>
        ) : hasEnded ? (
          <Link to={`${at}/timeline`}>{x.views.past}</Link>
        ) : (
          <Link to={view === 'now' ? at : `${at}/${view}`}>{x.views[view]}</Link>
        )}
      </p>
    </Empty>
  );
}
