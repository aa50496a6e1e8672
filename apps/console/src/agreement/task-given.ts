/** What a task's id says already about the form: `review:2026:LEAD` the year, `joint-act:Suspend` the act. */
export function givenByTask(task: string): Readonly<Record<string, string>> {
  const [what, subject = ''] = task.split(/[:#]/);
  if (what === 'joint-act') return { kind: subject };
  if (/^\d{4}$/.test(subject)) return { year: subject };
  return /^E\d+$/.test(subject) ? { escalation: subject } : {};
}
