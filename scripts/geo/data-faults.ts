import { inspect } from 'node:util';

/** File by file, and line by line. */
const inOrder = new Intl.Collator('en', { numeric: true });

/** Faults in the data, a sentence each. Where one stands the sentence says, so that there is no stack to be read. */
export class DataFaults extends Error {
  constructor(sentences: readonly string[]) {
    super([...new Set(sentences)].sort(inOrder.compare).join('\n'));
    this.stack = this.message;
  }

  /** As Vite prints it. */
  [inspect.custom](): string {
    return this.message;
  }
}

/**
 * Runs a command. Faults in the data are printed as they are and end it; anything else that is thrown keeps its stack.
 */
export async function runOnData(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof DataFaults)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
