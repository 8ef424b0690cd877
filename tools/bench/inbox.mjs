// An SMTP server on this machine that keeps nothing of a mail but when it came.
import { SMTPServer } from 'smtp-server';
import { now } from './clock.mjs';

/** @typedef {{ messageId: string, to: string, begunAt: number, acceptedAt: number }} Accepted */

/**
 * Starts it on a free port of 127.0.0.1. Resolves with its `url`, `next(n)`, which resolves with
 * the next `n` mails that it accepts, and `stop`.
 */
export async function startInbox() {
  /** @type {((mail: Accepted) => void)[]} */
  const waiting = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // Who is still connected when it stops gets no long goodbye.
    closeTimeout: 500,
    onMailFrom(_address, session, done) {
      session.begunAt = now();
      done();
    },
    onData(stream, session, done) {
      let mail = '';
      stream.setEncoding('utf8').on('data', (text) => (mail += text));
      stream.once('end', () => {
        const acceptedAt = now();
        done();
        const [, messageId] = /^Message-ID:\s*(\S+)/im.exec(mail) ?? [];
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        waiting.shift()?.({ messageId, to, begunAt: session.begunAt, acceptedAt });
      });
    },
  });
  // A client that ends without saying goodbye is none of our business.
  server.on('error', () => undefined);
  await new Promise((started, failed) => {
    server.server.once('error', failed);
    server.listen(0, '127.0.0.1', started);
  });
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    next: (n) =>
      Promise.all(Array.from({ length: n }, () => new Promise((mail) => waiting.push(mail)))),
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}
