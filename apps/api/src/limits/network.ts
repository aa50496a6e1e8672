import { isIPv6 } from 'node:net';

const WORDS = 8;
const WORDS_OF_NETWORK = 4;

const wordsOf = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));

/**
 * By what the limits know who is behind an address: an IPv4 address itself, of an IPv6 address its /64, which is what one
 * subscriber is given at the least and may choose freely in. An IPv4 address inside an IPv6 one is that IPv4 address.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const plain = bare.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [left = '', right] = plain.split('::');
  const [head, tail] = [wordsOf(left), wordsOf(right ?? '')];
  const gap = right === undefined ? 0 : WORDS - head.length - tail.length;
  const words = [...head, ...Array.from({ length: gap }, () => '0'), ...tail].map((word) =>
    parseInt(word, 16),
  );
  const [high = 0, low = 0] = words.slice(WORDS - 2);
  if (words.slice(0, WORDS - 2).join() === '0,0,0,0,0,65535') {
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  const network = words.slice(0, WORDS_OF_NETWORK).map((word) => word.toString(16));
  return `${network.join(':')}::/64`;
}
