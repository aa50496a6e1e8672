import type { Principal } from '@twinning/domain';
import { isListed, principalNow } from '@twinning/engine';
import { Problem } from '../problems/problem.js';
import type { Resources } from '../resources.js';

/**
 * Who a caller is at this moment: looked up at every request, so that a role that was taken away, a person who was
 * ended and a delegation that is over count at once. Without the database nobody is anybody.
 */
export class Standings {
  constructor(private readonly resources: Pick<Resources, 'db' | 'clock'>) {}

  /** Throws `TWO_SEATS_CLAIMED` when the token names a party and a judge, or two of the bodies that decide. */
  async now(claimed: Principal): Promise<Principal> {
    const now = await principalNow(this.resources.db, this.resources.clock, claimed);
    if (now.twoSeats === true) throw new Problem('TWO_SEATS_CLAIMED');
    return now;
  }

  /** Whether their body says what they are, and not their token alone. */
  isListed(person: string): Promise<boolean> {
    return isListed(this.resources.db, person);
  }
}
