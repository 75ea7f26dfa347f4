/**
 * A WordPress of Debian's packages with a database of its own, on this machine and in one folder, for `npm run
 * test:hosts`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectPath } from '../machine/node-files.ts';

const installed = '/usr/share/wordpress';
const example = projectPath('examples/wordpress');

export const writers = ['editor', 'contributor'] as const;
export type Writer = (typeof writers)[number];

export interface WordPress {
  /** Publishes what a writer has written, as their rights leave it. Returns the address of the post. */
  readonly publish: (writer: Writer, content: string) => string;
  readonly close: () => Promise<void>;
}

/** What is missing for a WordPress on this machine, in one sentence; `null` where nothing is. */
export function wordPressMissing(): string | null {
  const missing = ['php', 'mariadbd', 'mariadb-install-db'].filter((name) => !isCommand(name));
  if (!existsSync(join(installed, 'wp-settings.php'))) missing.push('WordPress');
  return missing.length === 0
    ? null
    : `${missing.join(', ')} missing: apt-get install wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql`;
}

function isCommand(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `PATH="$PATH:/usr/sbin" command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs and serves a WordPress at `port` in an empty folder. `sitePort` is where the site is served that its posts
 * embed.
 * Throws what the database or WordPress has printed where they fail.
 */
export async function startWordPress(folder: string, port: number, sitePort: number): Promise<WordPress> {
  const [root, data, socket] = [join(folder, 'wordpress'), join(folder, 'data'), join(folder, 'socket')];
  cpSync(installed, root, { recursive: true, dereference: true, filter: (path) => !path.endsWith('.htaccess') });
  cpSync(join(example, 'wp-config.php'), join(root, 'wp-config.php'));
  mkdirSync(join(root, 'wp-content/mu-plugins'));
  symlinkSync(join(example, 'allow-this-machine.php'), join(root, 'wp-content/mu-plugins/allow-this-machine.php'));
  const env = {
    ...process.env,
    PATH: `${process.env['PATH']}:/usr/sbin`,
    FOUR_ISLANDS_SOCKET: socket,
    FOUR_ISLANDS_SITE_PORT: String(sitePort),
    // Themes and scripts are asked for several at a time.
    PHP_CLI_SERVER_WORKERS: '4',
  };
  const run = (command: string, given: readonly string[], input = '') =>
    execFileSync(command, given, { env, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  run('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    ...user,
  ]);
  const running: ChildProcess[] = [];
  const close = async () => {
    for (const child of running) {
      child.kill();
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    running.push(
      spawn(
        'mariadbd',
        [
          '--no-defaults',
          `--datadir=${data}`,
          `--socket=${socket}`,
          `--pid-file=${join(folder, 'pid')}`,
          '--skip-networking',
          ...user,
        ],
        { env, stdio: 'ignore' },
      ),
    );
    const query = (text: string) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-u', 'root', '-e', text]);
    await until(() => query('create database if not exists wordpress'), 'the database');
    const url = `http://127.0.0.1:${port}`;
    run('php', [join(example, 'install.php'), root, url]);
    running.push(spawn('php', ['-S', `127.0.0.1:${port}`, '-t', root], { env, stdio: 'ignore' }));
    await until(() => fetch(`${url}/`), 'WordPress');
    return {
      publish: (writer, content) => run('php', [join(example, 'publish.php'), root, url, writer], content).trim(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Tries until it succeeds, for half a minute. */
async function until(attempt: () => unknown, what: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (count === 59) throw new Error(`${what} does not answer`, { cause: error });
      await wait(500);
    }
  }
}
