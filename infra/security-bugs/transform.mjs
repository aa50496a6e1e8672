// The bug that `TWINNING_SECURITY_BUG` names, or none.
import { BUGS } from './bugs.mjs';
import { transformerWith } from './planted.mjs';

export default transformerWith(BUGS.find(({ name }) => name === process.env.TWINNING_SECURITY_BUG));
