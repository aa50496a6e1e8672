const en = {
  lead: 'Choose whom to remind, look at the dry run, then send. A reminder stands first at the task in the other’s inbox; nobody is reminded of the same task twice within five days.',
  range: 'Which tasks',
  ranges: { late: 'Overdue', soon: 'Due within two weeks', all: 'All that others owe' },
  none: 'Nothing to remind of here.',
  task: 'Task',
  who: 'Who must act',
  due: 'Until',
  outcome: 'Reminder',
  look: 'Open',
  last: 'last',
  reminded: 'reminded',
  wouldBe: 'will be reminded',
  reasons: {
    GONE: 'left out: no longer open',
    OWN: 'left out: your own task',
    RECENT: 'left out: reminded within the last five days',
  },
  dryRun: (n: number) => `Try with ${String(n)} (nothing is sent)`,
  send: (n: number) => `Remind ${String(n)} now`,
  would: (n: number, skipped: number) =>
    `Dry run: ${String(n)} will be reminded, ${String(skipped)} left out (reasons in the table).`,
  did: (n: number, skipped: number) =>
    `${String(n)} reminded, ${String(skipped)} left out (reasons in the table).`,
};
const fr: typeof en = {
  lead: 'Choisissez à qui rappeler, regardez l’essai, puis envoyez. Le rappel figure en tête de la tâche chez l’autre ; personne ne reçoit deux rappels de la même tâche en cinq jours.',
  range: 'Quelles tâches',
  ranges: {
    late: 'En retard',
    soon: 'Échéance sous deux semaines',
    all: 'Tout ce que d’autres doivent',
  },
  none: 'Rien à rappeler ici.',
  task: 'Tâche',
  who: 'Qui doit agir',
  due: 'Jusqu’au',
  outcome: 'Rappel',
  look: 'Ouvrir',
  last: 'dernier',
  reminded: 'rappelé',
  wouldBe: 'sera rappelé',
  reasons: {
    GONE: 'écarté : plus ouverte',
    OWN: 'écarté : votre propre tâche',
    RECENT: 'écarté : rappelé depuis moins de cinq jours',
  },
  dryRun: (n: number) => `Essayer avec ${String(n)} (rien n’est envoyé)`,
  send: (n: number) => `Rappeler ${String(n)} maintenant`,
  would: (n: number, skipped: number) =>
    `Essai : ${String(n)} seront rappelés, ${String(skipped)} écartés (raisons dans le tableau).`,
  did: (n: number, skipped: number) =>
    `${String(n)} rappelés, ${String(skipped)} écartés (raisons dans le tableau).`,
};
export const reminderTexts = { en, fr };
