import { forceRefusalsEn } from './refusals-en-force.js';
import { oversightRefusalsEn } from './refusals-en-oversight.js';
import { peopleRefusalsEn } from './refusals-en-people.js';
import { requestRefusalsEn } from './refusals-en-request.js';
import type { RefusalWordings } from './wording.js';

/** Every refusal in English. */
export const refusalsEn: RefusalWordings = {
  ...requestRefusalsEn,
  ...forceRefusalsEn,
  ...oversightRefusalsEn,
  ...peopleRefusalsEn,
};
