/** A row of the fault table that the run on every change leaves out; `npm run faults` and the nightly run carry it out. */
interface LeftOut {
  /** Of one seed on two busy cores, 2026-11-30; null where none was measured alone. */
  readonly seconds: number | null;
  readonly why: string;
}

const long = (seconds: number): LeftOut => ({ seconds, why: 'takes twenty seconds or more' });
const own = (why: string): LeftOut => ({ seconds: null, why });

/** Every row that is left out, with its reason: nothing is left out by being forgotten. */
export const LEFT_OUT: Readonly<Record<string, LeftOut>> = {
  F2b: long(130),
  F2c: long(22),
  F5: own('gives 10,000 commands'),
  F6: long(31),
  F8: long(21),
  F8b: own('not measured alone'),
  F9b: own('keeps Temporal away for a minute'),
  F10: long(20),
  F10b: own('puts a product up that is thrown away afterwards'),
  F10c: long(21),
  F12: own('puts a product up that is thrown away afterwards'),
  F12b: own('needs faketime, and processes that start anew for every clock'),
  F12c: own('needs faketime, and throws its product away afterwards'),
  F12d: own('puts a product up that is thrown away afterwards'),
  F15: own('takes half a minute of slowness'),
  F16: own('holds a transaction for 30 s'),
  F17: own('takes half a minute of waiting'),
  F18: own('needs a file system of its own and moves PostgreSQL and Temporal onto it'),
  F20: own('spoils each of four lines in six ways'),
  F21: own('puts a product up that is thrown away afterwards'),
  F22: own('not measured since it kills in the middle'),
  F23: own('not measured since it has readers'),
  F24: own('deploys other workflow code, and throws its product away afterwards'),
  F25: long(105),
  F25b: own('puts two builds up, and throws its product away afterwards'),
  F26: long(20),
  F27: own('puts a product up that is thrown away afterwards'),
  F28: own('freezes a worker for 30 s'),
  F29: own('puts a product up that is thrown away afterwards'),
  F30: long(26),
  F31: own('not measured alone'),
  F32: own('base backup and restore of a cluster, which is thrown away afterwards'),
  F32b: own('base backup and restore of a cluster, which is thrown away afterwards'),
  F33: own('puts a product up that is thrown away afterwards'),
  F33b: own('puts a product up that is thrown away afterwards'),
  F34: own('a kill at every failpoint for every type of command'),
};
