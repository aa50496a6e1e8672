import { useState } from 'react';
import { answered, Fault, useResource, type Schemas } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { Failed, Loaded } from '../parts/page.js';

const en = {
  title: 'Being suggested',
  yes: 'Bodies that seek a lead are shown your body, with the reasons.',
  no: 'Your body is suggested to nobody. Those who know you can invite you all the same.',
  decline: 'Do not suggest us',
  accept: 'Suggest us again',
};
const fr: typeof en = {
  title: 'Être suggéré',
  yes: 'Les organismes qui cherchent un pilote voient le vôtre, avec les raisons.',
  no: 'Votre organisme n’est suggéré à personne. Qui vous connaît peut vous inviter quand même.',
  decline: 'Ne pas nous suggérer',
  accept: 'Nous suggérer de nouveau',
};

/** On a body's own page: whether it is suggested to others as a lead, which is its own to say. */
export function Suggested() {
  const { client, me } = useSignedIn();
  const x = useTexts({ en, fr });
  const [said, setSaid] = useState<Schemas['Suggestions'] | null>(null);
  const [failed, setFailed] = useState<{ fault: Fault; retry: () => void } | null>(null);
  const now = useResource(`suggestions ${me.person}`, () =>
    answered(client.GET('/v1/me/suggestions')),
  );
  const say = (suggested: boolean) => {
    setFailed(null);
    answered(
      suggested ? client.POST('/v1/me/suggestions') : client.DELETE('/v1/me/suggestions'),
    ).then(setSaid, (error: unknown) => {
      const fault = error instanceof Fault ? error : new Fault(0, null);
      setFailed({
        fault,
        retry: () => {
          say(suggested);
        },
      });
    });
  };
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{x.title}</h2>
      {failed !== null && <Failed {...failed} />}
      <Loaded of={now}>
        {(read) => {
          const { suggested } = said ?? read;
          return (
            <>
              <p role="status">{suggested ? x.yes : x.no}</p>
              <button
                type="button"
                onClick={() => {
                  say(!suggested);
                }}
              >
                {suggested ? x.decline : x.accept}
              </button>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
