/** Hands a file to the browser's own saving, under the name that the service gave it; answers that name. */
export function saveFile(blob: Blob, response: Response, otherwise: string): string {
  const given = response.headers.get('Content-Disposition') ?? '';
  const name = /filename="([^"]+)"/.exec(given)?.[1] ?? otherwise;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the address only after the click has returned.
  window.setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
  return name;
}
