// What stands between, before or after the parts of an address in the disguises below.
const MARKS = [
  ...[
    '%2e',
    '%2e%2e',
    '%252e%252e',
    '%2f',
    '%252f',
    '%5c',
    '%255c',
    '%00',
    '%09',
    '%0a',
    '%0d',
    '%20',
    '%23',
    '%25',
  ],
  ...[
    '%3b',
    '%3f',
    '%7e',
    '%7f',
    '%80',
    '%c0%ae',
    '%c0%af',
    '%c1%9c',
    '%e0%80%af',
    '%ef%bc%8f',
    '%u2215',
    ';',
    ';a=b',
  ],
  ...[
    '.',
    '..',
    '...',
    '~',
    '*',
    '@',
    '+',
    '$',
    '!',
    ',',
    '=',
    ':',
    '&',
    '\u00b7',
    '%ef%bb%bf',
    '%e2%80%8b',
    '%f0%9f%92%a9',
  ],
].map((mark) => encodeURI(mark).replaceAll('%25', '%'));

/** One address in more than 200 disguises. */
export function disguised(route: string): readonly string[] {
  const parts = route.split('/').slice(1);
  const [first = '', ...others] = parts;
  const rest = others.join('/');
  return [
    ...plainly(route),
    ...MARKS.flatMap((mark) => [
      `/${mark}${route}`,
      `/${first}/${mark}/${rest}`,
      `/${first}${mark}/${rest}`,
      `${route}${mark}`,
      `${route}/${mark}`,
    ]),
  ];
}

function plainly(route: string): readonly string[] {
  const last = route.slice(route.lastIndexOf('/') + 1);
  const base = route.slice(0, route.lastIndexOf('/'));
  const hex = (text: string, upper: boolean) =>
    [...text]
      .map((c) => `%${c.charCodeAt(0).toString(16)}`)
      .map((code) => (upper ? code.toUpperCase() : code))
      .join('');
  return [
    ...[route, `${route}/`, `${route}//`, `/${route}`, `//${route}`, `/.${route}`, `/./${route}`],
    ...[`${route}?`, `${route}#`, `${route};`, `${route};x=1`, `${route}%00`, `${route}%20`],
    ...[`${route}%0a`, `${route}%0d%0a`, `${route}.`, `${route}..`, `${route}/.`, `${route}/..`],
    ...[
      `${route}.json`,
      `${route}.css`,
      `${route}%2e`,
      `${route}%2f`,
      `${route}%5c`,
      `${route}%3f`,
    ],
    ...[`/health/..${route}`, `/health/live/..${route}`, `/health/live/../..${route}`],
    ...[`/health/%2e%2e${route}`, `/health/live/%2e%2e/%2e%2e${route}`, `/docs/..${route}`],
    ...[
      `/health/..%2f..${route}`,
      `/health%2f..${route}`,
      `/health/.%2e${route}`,
      `/docs/%2e.${route}`,
    ],
    ...[`/health/..;${route}`, `/;${route}`, `/%20${route}`, `/%09${route}`, `/%2f${route}`],
    ...[route.toUpperCase(), route.replace('v1', 'V1'), route.replace('/v1/', '/v1//')],
    ...[
      route.replace('/v1/', '/v1/./'),
      route.replace('/v1/', '/v1/x/../'),
      route.replace('v1', '%761'),
    ],
    ...[`${base}/${hex(last, false)}`, `${base}/${hex(last, true)}`, `${base}%2f${last}`],
    ...[
      `${base}/%252e/${last}`,
      `${base}/${encodeURIComponent(hex(last, true))}`,
      `${base}\\${last}`,
    ],
    ...[`http://localhost${route}`, `/oidc/..${route}`, `/oidc/%2e%2e${route}`, `/oidc${route}`],
    ...[
      `/assets/..${route}`,
      `/.well-known/..${route}`,
      `${route}%u002e`,
      `${route}%c0%af`,
      `${route}%ff`,
    ],
  ];
}
