import lists from 'virtual:lists';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import { useConsole } from '../console.js';
import { moneyIn, moneyText } from '../agreement/money.js';
import type { Choice } from '../agreement/prefill.js';
import { useWords } from '../words.js';
import { useLabels } from './labels.js';
import { described, FaultsAt } from './error-summary.js';
import { faultsWithin, fieldId } from './faults.js';
import { purposeOf, useFormAgreement } from './files.js';
import { MemberPicker, CommitteePicker } from './pickers.js';
import { fieldsOf, itemField, type Field } from './schema.js';
import { TypedBefore } from './typed-before.js';
import { emptyOf, isGroup, type FieldFault, type Typed } from './typed.js';

const FileField = lazy(() => import('../papers/file-field.js'));

export interface FieldProps {
  readonly field: Field;
  readonly typed: Typed | undefined;
  readonly onType: (typed: Typed) => void;
  readonly faults: readonly FieldFault[];
  readonly choices: Readonly<Record<string, readonly Choice[]>>;
  readonly bound: readonly string[];
  /** The label of an item of a list, instead of the field's own. */
  readonly label?: string;
}

/** One field of a command, with its label, help and fault; lists and groups hold fields again. */
export function FieldInput(props: FieldProps) {
  const { field, typed, bound } = props;
  if (bound.includes(field.name) && typeof typed === 'string') return <BoundField {...props} />;
  if (field.kind === 'list') return <ListField {...props} />;
  if (field.kind === 'group') return <GroupField {...props} />;
  return <SimpleField {...props} />;
}

function Frame({
  field,
  label,
  faults,
  children,
}: FieldProps & {
  readonly children: (common: { readonly id: string } & ReturnType<typeof described>) => ReactNode;
}) {
  const { t } = useConsole();
  const labels = useLabels();
  const own = faultsWithin(faults, field.pointer);
  const id = fieldId(field.pointer);
  const help = label === undefined ? labels.help(field.name) : undefined;
  return (
    <div className={own.length > 0 ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label ?? labels.label(field.name)}
        {!field.required && <span className="optional"> {t.form.optional}</span>}
      </label>
      {help !== undefined && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <FaultsAt faults={own} id={id} />
      {children({ id, ...described(id, own, help !== undefined) })}
    </div>
  );
}

/** What stands in the field already stays to be seen, also where it is offered no more. */
const withTyped = (known: readonly Choice[], text: string): readonly Choice[] =>
  text === '' || known.some(({ value }) => value === text)
    ? known
    : [...known, { value: text, text }];

function SimpleField(props: FieldProps) {
  const { field, typed, onType, choices } = props;
  const { t } = useConsole();
  const word = useWords();
  const text = typeof typed === 'string' ? typed : typed === undefined ? '' : JSON.stringify(typed);
  const known = choices[field.pointer] ?? choices[field.name];
  const agreement = useFormAgreement();
  const purpose = purposeOf(field);
  const options: readonly Choice[] | null =
    field.kind === 'choice'
      ? field.choices.map((value) => ({ value, text: word(value, field.name) }))
      : field.kind === 'flag'
        ? [
            { value: 'true', text: t.form.yes },
            { value: 'false', text: t.form.no },
          ]
        : known !== undefined && known.length > 0
          ? withTyped(known, text)
          : null;
  return (
    <Frame {...props}>
      {(common) => {
        if (options !== null) {
          return (
            <select
              {...common}
              value={text}
              onChange={(e) => {
                onType(e.target.value);
              }}
            >
              <option value="">{t.form.choose}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </select>
          );
        }
        if (purpose !== null && agreement !== null) {
          return (
            <Suspense fallback={null}>
              <FileField {...common} {...{ agreement, purpose }} value={text} onPick={onType} />
            </Suspense>
          );
        }
        if (field.kind === 'member') {
          return <MemberPicker {...common} value={text} onPick={onType} />;
        }
        if (field.kind === 'committee') {
          return <CommitteePicker {...common} value={text} onPick={onType} />;
        }
        if (field.kind === 'text' || field.kind === 'free') {
          return (
            <textarea
              {...common}
              rows={field.kind === 'free' ? 6 : 4}
              value={text}
              onChange={(e) => {
                onType(e.target.value);
              }}
            />
          );
        }
        return (
          <>
            <input
              {...common}
              type={field.kind === 'day' ? 'date' : 'text'}
              inputMode={field.kind === 'integer' ? 'numeric' : undefined}
              autoComplete="off"
              data-pointer={field.pointer}
              className={field.kind === 'integer' || field.kind === 'day' ? 'short' : undefined}
              value={text}
              onChange={(e) => {
                onType(e.target.value);
              }}
            />
            <TypedBefore field={field} text={text} onTake={onType} />
          </>
        );
      }}
    </Frame>
  );
}

function BoundField({ field, typed, choices, faults }: FieldProps) {
  const labels = useLabels();
  const text = typeof typed === 'string' ? typed : '';
  const known = choices[field.name]?.find((choice) => choice.value === text)?.text;
  const help = labels.help(field.name);
  return (
    <div className="field bound" id={fieldId(field.pointer)}>
      <span className="label">{labels.label(field.name)}</span>
      {help !== undefined && <p className="help">{help}</p>}
      <FaultsAt faults={faultsWithin(faults, field.pointer)} id={fieldId(field.pointer)} />
      <output>{known ?? (field.kind === 'hash' ? `${text.slice(0, 16)}…` : text)}</output>
    </div>
  );
}

function GroupField(props: FieldProps) {
  const { field, typed, onType, label, faults } = props;
  const labels = useLabels();
  const { t, language } = useConsole();
  const group = isGroup(typed) ? typed : {};
  const money = moneyIn(group);
  const id = fieldId(field.pointer);
  const own = faults.filter((fault) => fault.pointer === field.pointer);
  return (
    <fieldset
      className={own.length > 0 ? 'group wrong' : 'group'}
      id={id}
      aria-describedby={described(id, own)['aria-describedby']}
    >
      <legend>{label ?? labels.label(field.name)}</legend>
      <FaultsAt faults={own} id={id} />
      {fieldsOf(field.schema, field.pointer).map((part) => (
        <FieldInput
          key={part.name}
          field={part}
          typed={group[part.name]}
          faults={faults}
          choices={props.choices}
          bound={[]}
          onType={(value) => {
            onType({ ...group, [part.name]: value });
          }}
        />
      ))}
      {money !== null && (
        // Not announced: it changes with every digit.
        <p>
          {labels.label('amount')}
          {t.colon}
          {moneyText(money, language, lists.minorDigits)}
        </p>
      )}
    </fieldset>
  );
}

function ListField(props: FieldProps) {
  const { field, typed, onType, faults } = props;
  const { t } = useConsole();
  const labels = useLabels();
  const listId = useId();
  const items = Array.isArray(typed) ? (typed as readonly Typed[]) : [];
  const id = fieldId(field.pointer);
  const own = faults.filter((fault) => fault.pointer === field.pointer);
  const name = labels.label(field.name);
  const change = (index: number, value: Typed) => {
    onType(items.map((item, i) => (i === index ? value : item)));
  };
  return (
    <fieldset
      className={own.length > 0 ? 'group wrong' : 'group'}
      id={id}
      aria-describedby={described(id, own)['aria-describedby']}
    >
      <legend>
        {name}
        {!field.required && <span className="optional"> {t.form.optional}</span>}
      </legend>
      <FaultsAt faults={own} id={id} />
      {items.map((item, index) => (
        <div className="item" key={`${listId}${String(index)}`}>
          <FieldInput
            field={itemField(field, index)}
            typed={item}
            label={t.form.itemOf(name, index + 1)}
            faults={faults}
            choices={props.choices}
            bound={[]}
            onType={(value) => {
              change(index, value);
            }}
          />
          <button
            type="button"
            className="quiet"
            onClick={() => {
              onType(items.filter((_, i) => i !== index));
            }}
          >
            {t.form.remove(name, index + 1)}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="secondary"
        onClick={() => {
          onType([...items, emptyOf(itemField(field, items.length))]);
        }}
      >
        {t.form.add(name)}
      </button>
    </fieldset>
  );
}
