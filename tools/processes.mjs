// Starting, watching and ending other programs. Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const isWindows = process.platform === 'win32';

/** A program ended with a code other than 0; `output` is what it printed. */
export class ProgramFailed extends Error {
  constructor(command, ending, output) {
    super(`${command} failed (${ending})`);
    this.output = output.trim();
  }
}

/**
 * Runs a program to its end and resolves with what it printed (stdout and stderr as they came,
 * unless `stdio` sends it elsewhere).
 * Rejects with ProgramFailed or, once `signal` is aborted and the program gone, with its reason.
 */
export async function run(command, args, { signal, ...options } = {}) {
  signal?.throwIfAborted();
  const child = startGroup(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const abort = () => endChild(child);
  signal?.addEventListener('abort', abort);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  try {
    const ending = await new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (code, name) => resolve(name ?? code));
    });
    const isLate = signal?.reason?.name === 'TimeoutError';
    if (!isLate) signal?.throwIfAborted();
    const failed = isLate ? 'took too long' : ending;
    if (failed !== 0) throw new ProgramFailed([command, ...args].join(' '), failed, output);
    return output;
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Runs a JavaScript file with this Node; see `run`. */
export const runNode = (args, options) => run(process.execPath, args, options);

/**
 * Starts a program in a process group of its own: Ctrl-C in a terminal reaches only the one who
 * started it, who then ends it, in the right order and with all that it started.
 */
export const startGroup = (command, args, options) =>
  spawn(command, args, { detached: !isWindows, ...options });

const hasEnded = (child) =>
  child.exitCode !== null || child.signalCode !== null || child.pid === undefined;

function signalGroup(child, name) {
  try {
    if (isWindows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    child.kill(name); // It was started without a group of its own.
  }
}

/** Asks a group to end and kills it after `patience` milliseconds. Resolves when its leader is gone. */
export async function endChild(child, patience = 8000) {
  if (hasEnded(child)) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
  signalGroup(child, 'SIGTERM');
  await gone;
  clearTimeout(timer);
}

/**
 * A signal that is aborted when this program shall end: by Ctrl-C, SIGTERM, SIGHUP, or because
 * the npm that runs it is gone (npm does not pass a kill on).
 */
export function endingSignal() {
  const ending = new AbortController();
  const end = () => ending.abort(new Error('asked to end'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, end);
  process.stdout.on('error', end);
  process.stderr.on('error', end);
  const npm = npmAbove();
  if (npm) setInterval(() => npm.some((pid) => !isAlive(pid)) && end(), 500).unref();
  return ending.signal;
}

/** The npm that runs this script and the shell that it runs it with, if that is how it was started. */
function npmAbove() {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = describeProcess(process.ppid);
  const isNpm = (command = '') => /\bnpm\b/.test(command) && !/\bsh\b.* -c /.test(command);
  if (!parent || isNpm(parent.command)) return [process.ppid];
  const grandparent = describeProcess(parent.parent);
  return isNpm(grandparent?.command) ? [process.ppid, parent.parent] : [process.ppid];
}

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Parent and command line of a process, or undefined if there is none (or, on Windows, no way to
 * tell). A process id alone proves nothing: ids are used again.
 */
export function describeProcess(pid) {
  if (isWindows) return undefined;
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), command };
    }
    const row = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(row.stdout) ?? [];
    return parent ? { parent: Number(parent), command } : undefined;
  } catch {
    return undefined;
  }
}
