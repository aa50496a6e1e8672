import { useState } from 'react';
import type { Resource } from '../api.js';
import { useSignedIn } from '../console.js';
import { CommandForm } from '../forms/command-form.js';
import { Loaded } from '../parts/page.js';
import { takeFocus } from '../parts/take-focus.js';
import { ClosedMeanwhile } from './closed-meanwhile.js';
import type { AgreementAnswer } from './model.js';
import { givenByTask } from './task-given.js';
import { useAgreement } from './use-agreement.js';

interface InPlace {
  readonly agreement: string;
  readonly id: string;
  readonly commands: readonly string[];
}

/** The step that a task asks for, taken where the task is read. */
export default function TaskInPlace({ task }: { readonly task: InPlace }) {
  const agreement = useAgreement(task.agreement);
  return (
    <Loaded of={agreement}>
      {(data) => <Steps task={task} agreement={data} resource={agreement} />}
    </Loaded>
  );
}

function Steps({
  task,
  agreement,
  resource,
}: {
  readonly task: InPlace;
  readonly agreement: AgreementAnswer;
  readonly resource: Resource<AgreementAnswer>;
}) {
  const { t } = useSignedIn();
  const [done, setDone] = useState(false);
  // In the order of the task: what is asked for before the way out of it.
  const steps = task.commands.flatMap(
    (command) => agreement.actions.find((action) => action.command === command) ?? [],
  );
  const open = steps.filter((step) => step.allowed);
  const [chosen, setChosen] = useState(open.length === 1 ? (open[0]?.command ?? '') : '');
  const [first] = useState(agreement.version);
  const closed = steps.find((each) => !each.allowed && each.command === chosen);
  const step = open.find((each) => each.command === chosen);
  // The card stays where it is read: the list is read again when the person comes back to it.
  if (done) {
    return (
      <p className="notice good" role="status" tabIndex={-1} ref={takeFocus}>
        {t.inbox.doneNow}
      </p>
    );
  }
  return (
    <div className="in-place">
      {steps
        .filter((each) => !each.allowed && each !== closed)
        .map((each) => (
          <p key={each.command} className="quiet-text">
            {t.inbox.notOpen} {each.text} – {each.refusal?.title} {each.refusal?.help}
          </p>
        ))}
      {closed !== undefined && (
        <ClosedMeanwhile
          agreement={agreement}
          command={closed.command}
          given={givenByTask(task.id)}
          readAt={first}
          title={closed.refusal?.title ?? closed.text}
        >
          <p>{closed.refusal?.help}</p>
        </ClosedMeanwhile>
      )}
      {open.length > 1 && (
        <fieldset>
          <legend>{t.inbox.chooseStep}</legend>
          {open.map((each) => (
            <label key={each.command} className="choice">
              <input
                type="radio"
                name={`step-${task.agreement}-${task.id}`}
                checked={each.command === chosen}
                onChange={() => {
                  setChosen(each.command);
                }}
              />
              {each.text}
            </label>
          ))}
        </fieldset>
      )}
      {step !== undefined && (
        <CommandForm
          key={step.command}
          command={step.command}
          agreement={agreement}
          given={givenByTask(task.id)}
          sendLabel={step.text}
          onDone={() => {
            setDone(true);
          }}
          onChanged={resource.reload}
        />
      )}
    </div>
  );
}
