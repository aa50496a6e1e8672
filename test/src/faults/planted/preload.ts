import { register } from 'node:module';

// Loaded into the API and the worker before their own code (`node --import`): takes one safeguard out of the running
// product by replacing a method. The product itself has no switch for it.

const bug = process.env.TWINNING_PLANTED;
const app = /apps\/(api|worker)\/dist\/main\.js$/.exec(process.argv[1] ?? '')?.[1];
if (bug !== undefined && app !== undefined) {
  // Before the plants are loaded: they bring the product's libraries with them.
  register('./rewriting.js', import.meta.url, { data: bug });
  const { PLANTS } = await import('./plants.js');
  const plant = PLANTS[bug];
  if (plant === undefined) throw new Error(`No such bug: ${bug}`);
  await plant(app);
}
