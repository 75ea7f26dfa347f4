import { type Derived, derive } from './derive.ts';
import { type Drawings, draw } from './draw.ts';

/** What is made of `geo/`, made once for all who ask: the site, the package and the development server. */
export class Derivation {
  #derived: Promise<Derived> | null = null;
  #drawings: Promise<Drawings> | null = null;

  /** Rejects with `DataFaults` where the data is wrong. */
  derived(): Promise<Derived> {
    this.#derived ??= derive();
    return this.#derived;
  }

  drawings(): Promise<Drawings> {
    this.#drawings ??= this.derived().then(draw);
    return this.#drawings;
  }

  /** After a change in `geo/`. */
  forget(): void {
    this.#derived = null;
    this.#drawings = null;
  }
}
