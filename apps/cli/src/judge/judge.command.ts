import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emitKeypressEvents, type Key } from 'node:readline';
import type { Locale } from '@wilma/domain';
import { Database } from '@wilma/platform';
import { VocabularyService } from '@wilma/taxonomy';
import { exists, readCollection } from '../evaluation/collection.js';
import { withFeatures } from '../features.js';
import { exportCollection } from './export-collection.js';
import { poolOf } from './pool.js';
import { screenOf } from './screen.js';
import { asQrels, begin, fromQrels, press, type Session } from './session.js';
import { JUDGE_WORDS } from './words.js';

/**
 * Lets somebody judge pairs of a collection blind. A folder without one is filled with what is
 * published now; judgements are kept there after each key, so that it can be ended at any time.
 */
export async function judge(folder: string, locale: Locale): Promise<void> {
  const words = JUDGE_WORDS[locale];
  if (!(await exists(join(folder, 'needs.jsonl')))) {
    await withFeatures(async (app) => {
      const graph = await app.get(VocabularyService).graph();
      const [needs, offers] = await exportCollection(app.get(Database).read, graph, folder);
      console.log(words.exported(needs, offers, folder));
    });
  }
  const collection = await readCollection(folder);
  const file = join(folder, 'qrels.txt');
  const judged = (await exists(file)) ? fromQrels(await readFile(file, 'utf8')) : [];
  const begun = begin(poolOf(collection), judged);
  const show = (session: Session): void =>
    console.log(`\n${screenOf(session, collection, locale)}`);
  show(begun);
  const ended = await untilOver(begun, async (session) => {
    await keep(file, session);
    show(session);
  });
  console.log(words.finished(ended.judged.length, file));
}

/** Written beside it first: a crash leaves the old file or the new one. */
async function keep(file: string, { judged }: Session): Promise<void> {
  await writeFile(`${file}.new`, asQrels(judged));
  await rename(`${file}.new`, file);
}

/** Acts on one key after the other, those that come while it is busy too. */
async function untilOver(
  begun: Session,
  changed: (session: Session) => Promise<void>,
): Promise<Session> {
  let session = begun;
  for await (const key of keys()) {
    const next = press(session, key);
    const isChanged = next.judged !== session.judged || next.skipped !== session.skipped;
    session = next;
    if (isChanged) await changed(session);
    if (session.isOver) break;
  }
  return session;
}

/** From a terminal each key as it is pressed, else every letter of the input. */
async function* keys(): AsyncGenerator<string> {
  const { stdin } = process;
  if (!stdin.isTTY) {
    for await (const chunk of stdin) yield* String(chunk);
    return;
  }
  const pressed: string[] = [];
  let wake = (): void => undefined;
  const hear = (text: string | undefined, { ctrl, name }: Key): void => {
    pressed.push(ctrl && name === 'c' ? 'ctrl-c' : (text ?? ''));
    wake();
  };
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  stdin.on('keypress', hear);
  stdin.resume();
  try {
    for (;;) {
      while (pressed.length > 0) yield pressed.shift() ?? '';
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    stdin.off('keypress', hear);
    stdin.setRawMode(false);
    stdin.pause();
  }
}
