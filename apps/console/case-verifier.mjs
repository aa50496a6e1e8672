// The verifier that travels in every case file, as a module: the console checks files with the very same code.
import { readFileSync } from 'node:fs';

const NAME = 'virtual:case-verifier';
const PAGE = new URL('../../infra/verify/verify.html', import.meta.url);

/** The script of the page that checks a case file offline. */
export function verifierIn(html) {
  const [, script] = /<script id="verifier">([\s\S]*?)<\/script>/.exec(html) ?? [];
  if (script === undefined) throw new Error('verify.html has no script "verifier".');
  return script;
}

export function caseVerifier() {
  return {
    name: 'case-verifier',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load(id) {
      if (id !== `\0${NAME}`) return null;
      return `${verifierIn(readFileSync(PAGE, 'utf8'))}\nexport { readKey, verifyCaseFile, verifyReceipt };`;
    },
  };
}
