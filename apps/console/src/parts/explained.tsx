import { useId, useState, type ReactNode, type SyntheticEvent } from 'react';
import { useConsole } from '../console.js';
import { cutAtTerms } from './terms.js';

/** A sentence whose special words say what they mean: under the pointer, with the focus, and at a tap. */
export function Explained({ text }: { readonly text: string }): ReactNode {
  const { t } = useConsole();
  const meanings = new Map(t.help.glossary);
  return cutAtTerms(text, [...meanings.keys()]).map((part, i) =>
    part.isTerm ? (
      <Term key={String(i)} term={part.text} meaning={meanings.get(part.text) ?? ''} />
    ) : (
      part.text
    ),
  );
}

function Term({ term, meaning }: { readonly term: string; readonly meaning: string }) {
  const id = useId();
  const [open, setOpen] = useState<'start' | 'end' | null>(null);
  // It opens towards the middle of the page, where there is room.
  const show = ({ currentTarget }: SyntheticEvent) => {
    const { left } = currentTarget.getBoundingClientRect();
    setOpen(left > window.innerWidth / 2 ? 'end' : 'start');
  };
  const hide = () => {
    setOpen(null);
  };
  return (
    // The meaning lies within, so that the pointer may go over to it (WCAG 1.4.13).
    <span className="explained" onPointerEnter={show} onPointerLeave={hide}>
      <button
        type="button"
        className="term"
        aria-describedby={open === null ? undefined : id}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide();
        }}
      >
        {term}
      </button>
      {open !== null && (
        <span role="tooltip" id={id} className={open}>
          {meaning}
        </span>
      )}
    </span>
  );
}
