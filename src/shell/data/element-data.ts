/**
 * What an element has of the data: what is drawn, for which its map waits, and what is read, which comes with what
 * shows it.
 */
import type { LoadedData, MapData } from './load-data.ts';

type Pictures = typeof import('./stage-pictures.ts');
type Reader = typeof import('./reader.ts');

/** What is drawn, and what makes pictures of it. */
export interface Drawn {
  readonly data: MapData;
  readonly pictures: Pictures;
}

/** The same with what is read, and what makes popups and lists of it. */
export interface Read {
  readonly data: LoadedData;
  readonly reader: Reader;
}

export class ElementData {
  readonly #onRead: (read: Read) => void;
  #drawn: Drawn | null = null;
  #read: Read | null = null;

  /** `onRead` is called once, as soon as what is read is there. */
  constructor(onRead: (read: Read) => void) {
    this.#onRead = onRead;
  }

  /** `null` before it has come, as `read` is. */
  get drawn(): Drawn | null {
    return this.#drawn;
  }

  get read(): Read | null {
    return this.#read;
  }

  /** Rejects with `DataError` for bad data, and with what an import rejects with where a script does not come. */
  async fetchDrawn(): Promise<Drawn> {
    const [pictures, data] = await both(
      import('./stage-pictures.ts'),
      loaders().then(({ loadMapData }) => loadMapData()),
    );
    this.#drawn ??= { data, pictures };
    return this.#drawn;
  }

  /** A map that is on its way does not wait for this. Rejects as `fetchDrawn` does. */
  async fetch(): Promise<Read> {
    const reading = both(
      import('./reader.ts'),
      loaders().then(({ loadData }) => loadData()),
    );
    reading.catch(() => {});
    await this.fetchDrawn();
    const [reader, data] = await reading;
    if (this.#read === null) {
      this.#read = { data, reader };
      this.#onRead(this.#read);
    }
    return this.#read;
  }
}

const loaders = () => import('./load-data.ts');

/** A script and what it shows, asked for together. If both fail, it is the script's failure that is reported. */
async function both<Script, Data>(script: Promise<Script>, data: Promise<Data>): Promise<readonly [Script, Data]> {
  data.catch(() => {});
  return [await script, await data];
}
