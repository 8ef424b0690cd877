// What the tools of this folder have in common as programs. Node built-ins only.
import { endingSignal, ProgramFailed } from './processes.mjs';

/** Something that whoever called the tool can mend: a sentence, no stack. */
export class Refusal extends Error {}

/**
 * Runs a tool: `work` gets the signal that is aborted when it shall end, and the stack on which
 * it puts what must be undone, last first, however it ends. Exit code 0, also after Ctrl-C, or 1.
 */
export async function asProgram(work) {
  checkNode();
  const signal = endingSignal();
  const cleanups = [];
  try {
    await work(signal, (cleanup) => cleanups.unshift(cleanup));
  } catch (error) {
    if (!signal.aborted) complain(error);
  }
  for (const cleanup of cleanups) await cleanup();
  process.exit();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Wilma needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}

function complain(error) {
  process.exitCode = 1;
  if (error instanceof Refusal) console.error(error.message);
  else if (error instanceof ProgramFailed)
    console.error(`${error.output}\n${error.message}`.trim());
  else console.error(error);
}
