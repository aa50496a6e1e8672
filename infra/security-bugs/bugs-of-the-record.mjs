// What leaves the service, and the record: their safeguards.
// Each bug: edits (a file, a piece that stands there once, what stands in its place) and the spec that must notice.

const api = (spec) => ({ part: 'apps/api', spec, int: true });

export const BUGS_OF_THE_RECORD = [
  {
    name: 'reading a confidential document is not recorded',
    edits: [
      [
        'libs/engine/src/access-log.ts',
        'await this.appends.append({',
        'if (kind !== undefined) return;\n    await this.appends.append({',
      ],
    ],
    tests: api('people/people.int.spec'),
  },
  {
    name: 'text goes to Temporal with the command',
    edits: [
      ['libs/conductor/src/sender.ts', 'args: [command.id],', 'args: [JSON.stringify(command)],'],
    ],
    tests: { part: 'libs/conductor', spec: 'sender.spec' },
  },
  {
    name: 'a file passes when its scanner cannot say',
    edits: [
      [
        'libs/filing/src/scanner.ts',
        'throw new FilesAway(`the scanner says "${verdict.slice(0, 100)}"`);',
        'return false;',
      ],
    ],
    tests: { part: 'libs/filing', spec: 'scanner.int.spec', int: true },
  },
  {
    name: 'files are kept unscanned',
    edits: [
      [
        'apps/api/src/documents/attachments.controller.ts',
        'if (await this.files.areHarmful(bytes)) {',
        'if (bytes.length === 0 && (await this.files.areHarmful(bytes))) {',
      ],
    ],
    tests: api('documents/scanned.int.spec'),
  },
  {
    name: 'a cell of a CSV runs as a formula',
    edits: [
      [
        'apps/console/src/screens/csv.ts',
        "FORMULA.test(value) ? `'${value}` : value",
        'FORMULA.test(value) ? value : value',
      ],
    ],
    tests: { part: 'apps/console', spec: 'screens/csv.spec' },
  },
  {
    name: 'a webhook reaches private addresses (SSRF)',
    edits: [
      [
        'apps/worker/src/outward/public-address.ts',
        "return excepted || parsed.range() === 'unicast';",
        "return excepted || parsed.range() !== '';",
      ],
    ],
    tests: { part: 'apps/worker', spec: 'outward/public-address.spec' },
  },
  {
    name: 'a name that stands for a private address is called (DNS rebinding)',
    edits: [
      [
        'apps/worker/src/outward/public-address.ts',
        'found.find(({ address }) => !isPublic(address, allowed))',
        'found.find(({ address }) => address === host && !isPublic(address, allowed))',
      ],
    ],
    tests: { part: 'apps/worker', spec: 'outward/public-address.spec' },
  },
  {
    name: 'the record signs on with a wrong key',
    edits: [
      [
        'libs/event-log/src/continuity.ts',
        'const present = keyNow(await keyChanges(db), signer.name);',
        'if (signer.name !== undefined) return null;\n  const present = keyNow(await keyChanges(db), signer.name);',
      ],
    ],
    tests: { part: 'libs/event-log', spec: 'continuity.int.spec', int: true },
  },
  {
    name: 'a value opens at a place it was not sealed for',
    edits: [
      [
        'libs/event-log/src/person-keys.ts',
        '.setAAD(Buffer.from(place));\n  return Buffer.concat',
        '.setAAD(Buffer.alloc(0));\n  return Buffer.concat',
      ],
      [
        'libs/event-log/src/person-keys.ts',
        '.setAAD(Buffer.from(place))\n    .setAuthTag',
        '.setAAD(Buffer.alloc(0))\n    .setAuthTag',
      ],
    ],
    tests: { part: 'libs/event-log', spec: 'fields.spec' },
  },
  {
    name: 'a clock that was set back decides',
    edits: [
      [
        'libs/engine/src/clock.ts',
        'Math.max(row.real.getTime(), head?.lockedAtMs ?? 0)',
        'row.real.getTime()',
      ],
    ],
    tests: { part: 'libs/engine', spec: 'standing.int.spec', int: true },
  },
  {
    name: 'what signs webhooks lies readable in the database',
    edits: [
      [
        'libs/engine/src/outbox/contact-key.ts',
        "return `${SEALED}${box.toString('base64')}`;",
        "return part === 'secret' ? value : `${SEALED}${box.toString('base64')}`;",
      ],
    ],
    tests: { part: 'libs/engine', spec: 'outbox/contacts.int.spec', int: true },
  },
];
