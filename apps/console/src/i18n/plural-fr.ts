// En français, le pluriel commence à deux.
export const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${Math.abs(count) < 2 ? one : many}`;
