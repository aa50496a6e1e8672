import type { Browser } from 'playwright-core';
import { Visitor, type VisitorOptions } from './visitor.js';

/** Those who visit the product in one test. */
export class Guests {
  private readonly present: Visitor[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** Somebody who has not signed in. */
  async comes(options: VisitorOptions = {}): Promise<Visitor> {
    return this.welcome(await Visitor.at(this.browser, this.url, options));
  }

  async signedIn(person: string, options: VisitorOptions = {}): Promise<Visitor> {
    return this.welcome(await Visitor.signedIn(this.browser, this.url, person, options));
  }

  /** All leave; answers what broke in their pages. */
  async leave(): Promise<readonly string[]> {
    const broken = this.present.flatMap((visitor) => visitor.broken);
    for (const visitor of this.present.splice(0)) await visitor.close();
    return broken;
  }

  private welcome(visitor: Visitor): Visitor {
    this.present.push(visitor);
    return visitor;
  }
}
