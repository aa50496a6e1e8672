import { forceRefusalsFr } from './refusals-fr-force.js';
import { oversightRefusalsFr } from './refusals-fr-oversight.js';
import { peopleRefusalsFr } from './refusals-fr-people.js';
import { requestRefusalsFr } from './refusals-fr-request.js';
import type { RefusalWordings } from './wording.js';

/** Every refusal in French. */
export const refusalsFr: RefusalWordings = {
  ...requestRefusalsFr,
  ...forceRefusalsFr,
  ...oversightRefusalsFr,
  ...peopleRefusalsFr,
};
