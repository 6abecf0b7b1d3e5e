import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '../..');

/** The loopback shell as its own process, the way a person's machine runs it. */
export interface Launched {
  /** Address with the token in its fragment: open this in a browser. */
  url: string;
  origin: string;
  token: string;
  pid: number;
  /** What the process has written to stderr so far. */
  log(): string;
  /** Asks it to end as Ctrl+C would, and waits: the database is closed. */
  stop(): Promise<void>;
  /** Ends it as a power cut would (SIGKILL), and waits. */
  kill(): Promise<void>;
}

/** How to start it. `worker` and `pageDir` stand in for the real application thread and page. */
export interface Launch {
  dataDir: string;
  demo?: boolean;
  port?: number;
  worker?: string;
  pageDir?: string;
  env?: Record<string, string>;
}

/** Starts the loopback shell and waits for its address. Rejects with its log when it ends before, or within 30 s says none. */
export async function launchLoopback(options: Launch): Promise<Launched> {
  const args = [join(root, 'electron/loopback-run.ts'), '--data', options.dataDir];
  if (options.demo === true) args.push('--demo');
  if (options.port !== undefined) args.push('--port', String(options.port));
  if (options.worker !== undefined) args.push('--worker', options.worker);
  if (options.pageDir !== undefined) args.push('--page', options.pageDir);
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['pipe', 'pipe', 'pipe'],
    // The office is in Korea: the day of the application and the day of the page must be the same one.
    env: { ...process.env, TZ: 'Asia/Seoul', ...options.env, CLUSTERDESK_PARENT: 'stdin' },
  });
  const exited = once(child, 'close');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const address = await firstAddress(child.stdout, exited).catch((problem: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`the loopback shell did not start: ${String(problem)}\n${errors}`);
  });
  child.stdout.resume();
  const url = new URL(address);

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) {
      // On Windows every signal is a power cut; closing its stdin is the polite way there.
      if (signal === 'SIGTERM' && process.platform === 'win32') child.stdin.end();
      else child.kill(signal);
    }
    await exited;
  }

  return {
    url: address,
    origin: url.origin,
    token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '',
    pid: child.pid ?? 0,
    log: () => errors,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function firstAddress(stdout: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<string> {
  const found = new Promise<string>((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => {
      const address = /^ClusterDesk: (http:\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('no address within 30 s')), 30_000)));
  const early = exited.then(() => Promise.reject(new Error('it ended')));
  try {
    return await Promise.race([found, late, early]);
  } finally {
    clearTimeout(timer);
    early.catch(() => undefined);
  }
}
