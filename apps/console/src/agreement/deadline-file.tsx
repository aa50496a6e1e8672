import { useState } from 'react';
import { answered, Fault } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { saveFile } from '../parts/save-file.js';
import type { Deadline } from './model.js';

const texts = {
  en: {
    take: 'Into my calendar (.ics)',
    failed: 'The file could not be made. Try again.',
    gone: 'This deadline is there no more: the agreement has changed.',
  },
  fr: {
    take: 'Dans mon calendrier (.ics)',
    failed: 'Le fichier n’a pas pu être créé. Réessayez.',
    gone: 'Cette échéance n’existe plus : l’accord a changé.',
  },
};

/** One deadline as a file for the person's own calendar. */
export function DeadlineFile({
  agreement,
  deadline: { timer, step, subject, text },
}: {
  readonly agreement: string;
  readonly deadline: Deadline;
}) {
  const { client } = useSignedIn();
  const x = useTexts(texts);
  const [fault, setFault] = useState<Fault | null>(null);
  const take = async () => {
    setFault(null);
    try {
      const call = await client.GET('/v1/agreements/{agreement}/calendar', {
        params: { path: { agreement }, query: { key: [timer, step, subject].join('/') } },
        parseAs: 'blob',
      });
      saveFile(await answered(Promise.resolve(call)), call.response, 'deadline.ics');
    } catch (error) {
      setFault(error instanceof Fault ? error : new Fault(0, null));
    }
  };
  return (
    <>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          void take();
        }}
      >
        {x.take} <span className="hidden">{text}</span>
      </button>
      {fault !== null && (
        <p className="fault" role="alert">
          {fault.status === 404 ? x.gone : x.failed}
        </p>
      )}
    </>
  );
}
