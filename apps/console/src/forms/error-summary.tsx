import { useEffect, useRef, type ReactNode } from 'react';
import { useConsole } from '../console.js';
import { Explained } from '../parts/explained.js';
import { useErrorInTitle } from '../parts/page.js';
import { faultText, fieldId, focusOn } from './faults.js';
import { useLabels } from './labels.js';
import type { FieldFault } from './typed.js';

/** What is wrong, first in its form, with a link to each field; takes the focus when it appears. */
export function ErrorSummary({
  faults,
  clause,
  nameOf,
  idOf = fieldId,
  onGo,
}: {
  readonly faults: readonly FieldFault[];
  /** The rule, when it was the rules that refused. */
  readonly clause?: string | undefined;
  /** How the form names its fields, where it is not made from a command's schema. */
  readonly nameOf?: ((pointer: string) => string) | undefined;
  /** Which ids the fields of the form have. */
  readonly idOf?: ((pointer: string) => string) | undefined;
  /** Where the field is on another page of the form. */
  readonly onGo?: ((pointer: string) => void) | undefined;
}) {
  const { t } = useConsole();
  const labels = useLabels();
  const box = useRef<HTMLDivElement>(null);
  useErrorInTitle();
  useEffect(() => {
    box.current?.focus();
  }, [faults]);
  const named = (pointer: string) =>
    nameOf?.(pointer) ??
    pointer
      .split('/')
      // The value of a clause is the whole form.
      .slice(pointer.startsWith('/value/') ? 2 : 1)
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : labels.label(part)))
      .join(' › ');
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.form.problem}</h2>
      <ul>
        {faults.map((fault) => {
          const said = faultText(t, fault);
          const name = named(fault.pointer);
          return (
            <li key={fault.pointer + fault.code + (fault.expected ?? '')}>
              <FaultLink
                to={idOf(fault.pointer)}
                onGo={() => {
                  if (onGo !== undefined) onGo(fault.pointer);
                  else {
                    const form = box.current?.closest('form, section') ?? document.body;
                    focusOn(form, fault.pointer, idOf);
                  }
                }}
              >
                {name === '' || fault.said !== undefined ? said : `${name} – ${said}`}
              </FaultLink>
            </li>
          );
        })}
      </ul>
      {clause !== undefined && (
        <p className="quiet-text">
          <Explained text={t.clause(clause)} />
        </p>
      )}
    </div>
  );
}

function FaultLink({
  to,
  onGo,
  children,
}: {
  readonly to: string;
  readonly onGo: () => void;
  readonly children: ReactNode;
}) {
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      {children}
    </a>
  );
}

/** The words of a field's faults, where the field's `aria-describedby` finds them. */
export function FaultsAt({
  faults,
  id,
}: {
  readonly faults: readonly FieldFault[];
  /** The id of the field. */
  readonly id: string;
}) {
  const { t } = useConsole();
  if (faults.length === 0) return null;
  return (
    <div id={`${id}-fault`}>
      {faults.map((fault) => (
        <p className="fault" key={fault.pointer + fault.code + (fault.expected ?? '')}>
          {faultText(t, fault)}
        </p>
      ))}
    </div>
  );
}

/** What a field's control says of its faults and of its help. */
export const described = (
  id: string,
  faults: readonly FieldFault[],
  help = false,
): {
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
} => {
  const by = [help && `${id}-help`, faults.length > 0 && `${id}-fault`].filter(Boolean).join(' ');
  return { 'aria-invalid': faults.length > 0 || undefined, 'aria-describedby': by || undefined };
};
