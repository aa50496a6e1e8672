import { hash } from 'node:crypto';

// Parts are laid side by side here: a buffer of its own for each hash is more work than the hash of something short.
const desk = Buffer.alloc(16 * 1024);

/** The parts as one, on the desk when they fit: to be used before the next call. */
function sideBySide(parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > desk.length) return Buffer.concat(parts);
  let at = 0;
  for (const part of parts) {
    desk.set(part, at);
    at += part.length;
  }
  return desk.subarray(0, length);
}

/**
 * SHA-256 of the parts one after the other. One call of the library: for short inputs a `Hash` object costs more, and so does
 * an answer as `buffer`, for which memory outside of the heap is asked for.
 */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  Buffer.from(
    hash('sha256', parts.length === 1 ? (parts[0] as Uint8Array) : sideBySide(parts), 'binary'),
    'latin1',
  );

/** SHA-256 of 16 bytes and the UTF-8 of a text after them, in hexadecimal. */
export function sha256Salted(salt: Uint8Array, text: string): string {
  // No character has more than three bytes.
  if (salt.length + text.length * 3 > desk.length) {
    return hash('sha256', Buffer.concat([salt, Buffer.from(text, 'utf8')]), 'hex');
  }
  desk.set(salt);
  const length = salt.length + desk.write(text, salt.length, 'utf8');
  return hash('sha256', desk.subarray(0, length), 'hex');
}

/** The same with the salt in hexadecimal: 32 digits. */
export function sha256SaltedHex(salt: string, text: string): string {
  if (salt.length + text.length * 3 > desk.length) {
    return sha256Salted(Buffer.from(salt, 'hex'), text);
  }
  const at = desk.write(salt, 0, 'hex');
  const length = at + desk.write(text, at, 'utf8');
  return hash('sha256', desk.subarray(0, length), 'hex');
}
