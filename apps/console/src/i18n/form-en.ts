import { plural } from './plural-en.js';

/** Forms of every command, and what came of sending one. */
export const formEn = {
  form: {
    optional: '(optional)',
    choose: 'Choose …',
    yes: 'Yes',
    no: 'No',
    add: (name: string) => `Add: ${name}`,
    remove: (name: string, n: number) => `Remove: ${name} ${String(n)}`,
    itemOf: (name: string, n: number) => `${name} ${String(n)}`,
    pickAnother: 'Choose another',
    found: (n: number) => (n === 0 ? 'Nothing found.' : plural(n, 'match', 'matches')),
    firstOf: (n: number, total: number) =>
      `The ${String(n)} closest of ${String(total)}: type more to find the others.`,
    problem: 'There is a problem',
    missing: 'This must be filled in.',
    errorTitle: (title: string) => `Error: ${title}`,
    tooLong: (length: number, max: number) =>
      `Shorten it by ${plural(length - max, 'character', 'characters')}: ${String(length)} are too many, at most ${String(max)} fit.`,
    notANumber: 'A whole number is expected.',
    outOfRange: (min: number, max: number) =>
      max === Infinity ? `At least ${String(min)}.` : `From ${String(min)} to ${String(max)}.`,
    count: (min: number, max: number) =>
      max === Infinity
        ? `At least ${plural(min, 'entry', 'entries')}.`
        : `From ${String(min)} to ${String(max)} entries.`,
    invalid: 'This does not fit.',
    shapes: {
      DAY: 'Give a whole date: day, month and year.',
      PERSON:
        'Give the reference of the person, for example asi.rep: letters without accents, digits, dots, hyphens and underscores, no blank.',
      LISTED: 'Choose one of the list.',
      FILE: 'Choose a file of the list, or file one.',
      KEY: 'Give it as base64url: letters, digits, hyphens and underscores, of the full length.',
      SEEN: 'It holds a character that cannot be seen, or no visible one. Type it again instead of pasting it.',
    },
    sending: 'Sending …',
    cancel: 'Do not change it',
    storedTitle: 'Stored, and will be carried out',
    kept: 'What you write stays in the record for good: name no person in it, their role is enough.',
    stored:
      'Your action is safe. It is carried out as soon as the engine is back; you need not send it again.',
    awayTitle: 'Not sent yet',
    away: 'No answer came. What you typed is kept: send it again. It is carried out once, even if it arrived the first time.',
    changedTitle: 'The agreement changed while you were writing',
    changed: 'What you typed is still here. Read what happened, then send again if it still fits.',
    endedTitle: 'Your session has ended',
    ended: 'What you typed is kept. Sign in again, and it is sent.',
    proofTitle: 'Confirm that it is you',
    proof: 'This step binds your body: a fresh proof of who you are is needed.',
    confirmMe: (person: string) => `Confirm: I am ${person}`,
    confirmElsewhere: 'Confirm with your organization’s sign-in',
    doneTitle: 'Done',
    done: 'It stands in the record, and everybody concerned sees it.',
    backTo: (title: string) => `Back to ${title}`,
    backUnsent: 'Back without sending',
  },
};
