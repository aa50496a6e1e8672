// After a test run. Jest asks for a file of its own.
import { end } from './servers-of-run.mjs';

export default end;
