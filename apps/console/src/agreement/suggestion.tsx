import { useState } from 'react';
import { answered } from '../api.js';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import type { AgreementAnswer } from './model.js';
import { suggestionTexts } from './suggestion-texts.js';
import type { Written } from './written-in.js';

/** Puts the suggested text into the form: nobody's words until this side sends them as its proposal. */
export function Suggestion({
  agreement,
  clause,
  language,
  onTake,
}: {
  readonly agreement: AgreementAnswer;
  readonly clause: string;
  readonly language: Written;
  readonly onTake: (value: Readonly<Record<string, unknown>>) => void;
}) {
  const { client } = useSignedIn();
  const x = useTexts(suggestionTexts);
  const [state, setState] = useState<'NOT_ASKED' | 'TAKEN' | 'FAILED'>('NOT_ASKED');
  const take = async () => {
    try {
      const { items } = await answered(
        client.GET('/v1/agreements/{agreement}/terms/starters', {
          params: { path: { agreement: agreement.id } },
        }),
      );
      const found = items.find((each) => each.clause === clause && each.language === language);
      if (found !== undefined) onTake(found.value);
      setState(found === undefined ? 'FAILED' : 'TAKEN');
    } catch {
      setState('FAILED');
    }
  };
  return (
    <div>
      <button type="button" onClick={() => void take()}>
        {x.suggest}
      </button>
      <p className="quiet-text" role="status">
        {state === 'TAKEN' && x.suggested}
        {state === 'FAILED' && x.notSuggested}
      </p>
    </div>
  );
}
