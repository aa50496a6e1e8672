// The two verifiers that go into every case file: they share no code with the product, nor with each other.
import { readFile } from 'node:fs/promises';

const text = (name) => readFile(new URL(name, import.meta.url), 'utf8');

export const verifierFiles = async () => ({
  page: await text('verify.html'),
  script: await text('verify.py'),
});
