/** What a task's id says already about the form: `review:2026:LEAD` the year, `escalation:E1` the item. */
export function givenByTask(task: string): Readonly<Record<string, string>> {
  const [, subject = ''] = task.split(/[:#]/);
  if (/^\d{4}$/.test(subject)) return { year: subject };
  return /^E\d+$/.test(subject) ? { escalation: subject } : {};
}
