import { useEffect, useId, useRef, useState } from 'react';
import { useSignedIn } from '../console.js';
import { useTexts } from '../i18n/own-texts.js';
import { forgetPasskey, knownPasskey, signWithPasskey, type SignedWithPasskey } from './passkey.js';
import { signedText } from './signed-text.js';
import { signingTexts } from './texts.js';

export interface PasskeyFieldProps {
  readonly agreement: string;
  /** Hash of the text to be signed, and which original it makes. */
  readonly hash: string;
  readonly originalNo: number;
  readonly isSigned: boolean;
  readonly onSigned: (passkey: SignedWithPasskey | null) => void;
}

type State = 'IDLE' | 'BUSY' | 'CHANGED' | 'CANCELLED' | 'UNABLE';

const isCancelled = (error: unknown): boolean =>
  error instanceof DOMException && ['NotAllowedError', 'AbortError'].includes(error.name);

/** A signature that the person's device makes over the text on the page; sent with the form, or left out. */
export default function PasskeyField(props: PasskeyFieldProps) {
  const { agreement, hash, originalNo, isSigned, onSigned } = props;
  const { me } = useSignedIn();
  const x = useTexts(signingTexts);
  const own = useId();
  const [state, setState] = useState<State>('IDLE');
  const text = signedText(agreement, hash, originalNo);
  const read = useRef(text);
  useEffect(() => {
    if (read.current === text) return;
    read.current = text;
    // A signature binds to one text: what was signed before says nothing of this one.
    if (isSigned) {
      onSigned(null);
      setState('CHANGED');
    }
  });
  const sign = () => {
    setState('BUSY');
    signWithPasskey(me.person, text).then(
      (passkey) => {
        setState('IDLE');
        if (read.current === text) onSigned(passkey);
        else setState('CHANGED');
      },
      (error: unknown) => {
        setState(isCancelled(error) ? 'CANCELLED' : 'UNABLE');
      },
    );
  };
  const problem = { CHANGED: x.changed, CANCELLED: x.cancelled, UNABLE: x.unable };
  return (
    <div className="field" role="group" aria-labelledby={own} aria-describedby={`${own}help`}>
      <span className="label" id={own}>
        {x.title} <span className="optional">{x.optional}</span>
      </span>
      <p className="help" id={`${own}help`}>
        {x.help}
      </p>
      <div role="status">
        {isSigned && <p className="notice good">{x.done}</p>}
        {state === 'BUSY' && <p>{x.busy}</p>}
        {state !== 'IDLE' && state !== 'BUSY' && <p className="fault">{problem[state]}</p>}
      </div>
      {isSigned ? (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            onSigned(null);
          }}
        >
          {x.remove}
        </button>
      ) : (
        <button type="button" className="secondary" disabled={state === 'BUSY'} onClick={sign}>
          {x.sign}
        </button>
      )}
      {state === 'CANCELLED' && knownPasskey(me.person) !== null && (
        <button
          type="button"
          className="quiet"
          onClick={() => {
            forgetPasskey(me.person);
            sign();
          }}
        >
          {x.again}
        </button>
      )}
    </div>
  );
}
