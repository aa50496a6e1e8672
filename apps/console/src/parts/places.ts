import type { Me } from '../console.js';
import { mayPropose } from '../roles.js';

const PLACES: Readonly<Record<string, string>> = {
  i: '/',
  a: '/agreements',
  n: '/new',
  r: '/registry',
  h: '/help',
};

/** Where `g` and a letter lead this person: nowhere that would turn them away. */
export const placesOf = (me: Me | null): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(PLACES).filter(([, to]) => to !== '/new' || mayPropose(me)));
