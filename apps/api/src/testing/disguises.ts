/** One address in some fifty disguises. */
export function disguised(route: string): readonly string[] {
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
