/**
 * Takes the lock `file`, or answers who holds it. The lock of a process that has ended is taken over.
 */
export function tryLock(
  file: string,
):
  | { readonly lock: { release(): void }; readonly holder?: undefined }
  | { readonly lock?: undefined; readonly holder: { readonly pid: number } };
