import { once } from 'node:events';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { SMTPServerOptions } from 'smtp-server';
import { type Config, readConfig } from './config.js';
import { Mailer, type OutgoingMessage } from './mailer.js';
import { drip, type Listening, openServer, openSmtpServer } from './smtp.fixture.js';

/** What a server that answers keeps even on a busy machine. */
const PATIENT_MS = 10_000;
const IMPATIENT_MS = 300;

const message: OutgoingMessage = {
  messageId: '<1@wilma.example>',
  to: { name: 'Leitung Produktion', address: 'leitung@firma.example' },
  subject: 'Ein Vorschlag für Sie',
  html: '<p>Größe</p>',
  text: 'Größe',
  date: new Date('2026-11-04T11:00:00Z'),
};

const open: (Listening | Mailer)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) {
    if (one instanceof Mailer) one.onApplicationShutdown();
    else await one.close();
  }
});

function mailerTo(smtpUrl: string, smtpDeadlineMs = PATIENT_MS): Mailer {
  const config: Config = {
    ...readConfig({ DATABASE_URL: 'postgres://none', AUTH_SECRET: 'x'.repeat(32) }),
    smtpUrl,
    smtpDeadlineMs,
    operatorName: 'Netzwerk; Beispiel <e.V.>',
  };
  const mailer = new Mailer(config);
  open.unshift(mailer);
  return mailer;
}

async function smtp(options: SMTPServerOptions = {}): Promise<Listening> {
  const server = await openSmtpServer(options);
  open.push(server);
  return server;
}

async function server(talk: (socket: Socket) => void) {
  const listening = await openServer(talk);
  open.push(listening);
  return listening;
}

const smtpError = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });

describe('what arrives', () => {
  interface Received {
    readonly mail: ParsedMail;
    readonly bytes: string;
    readonly recipients: string[];
  }

  async function received(sent: OutgoingMessage): Promise<Received> {
    let bytes = '';
    let recipients: string[] = [];
    const { url } = await smtp({
      onData: (stream, { envelope }, answer) => {
        recipients = envelope.rcptTo.map(({ address }) => address);
        text(stream).then((all) => {
          bytes = all;
          answer();
        }, answer);
      },
    });
    expect(await mailerTo(url).send(sent)).toEqual({ outcome: 'ACCEPTED' });
    return { mail: await simpleParser(bytes), bytes, recipients };
  }

  it('is the message as it was written, from the operator', async () => {
    const { mail, recipients } = await received(message);
    expect(recipients).toEqual(['leitung@firma.example']);
    expect(mail).toMatchObject({
      messageId: '<1@wilma.example>',
      subject: 'Ein Vorschlag für Sie',
      text: 'Größe',
      html: '<p>Größe</p>',
      from: { value: [{ name: 'Netzwerk; Beispiel <e.V.>', address: 'wilma@demo.example' }] },
      to: { value: [{ name: 'Leitung Produktion', address: 'leitung@firma.example' }] },
    });
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('is the same byte for byte when it is handed over again', async () => {
    const [first, second] = [await received(message), await received(message)];
    expect(second.bytes).toBe(first.bytes);
    expect(first.mail.date).toEqual(message.date);
  });

  it('goes to those in copy too', async () => {
    const { mail, recipients } = await received({ ...message, cc: ['transfer@uni.example'] });
    expect(recipients).toEqual(['leitung@firma.example', 'transfer@uni.example']);
    expect(mail.cc).toMatchObject({ value: [{ address: 'transfer@uni.example' }] });
  });

  it('brings a calendar file along, the same bytes each time', async () => {
    const calendar = 'BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n';
    const sent = { ...message, calendar };
    const [first, second] = [await received(sent), await received(sent)];
    expect(second.bytes).toBe(first.bytes);
    const files = first.mail.attachments.map(({ contentType, content }) => [
      contentType,
      content.toString(),
    ]);
    expect(files).toContainEqual([expect.stringMatching(/calendar|ics/), calendar]);
    expect(first.bytes).toContain('text/calendar; charset=utf-8; method=PUBLISH');
  });

  it('has no recipient and no header that a name or a subject smuggles in', async () => {
    const { mail, recipients } = await received({
      ...message,
      to: {
        name: 'a@b.example, c" <d@e.example>\r\nBcc: f@g.example',
        address: message.to.address,
      },
      subject: 'Hallo\r\nBcc: h@i.example',
    });
    expect(recipients).toEqual(['leitung@firma.example']);
    expect(mail.bcc).toBeUndefined();
  });

  it('holds no file of ours, whatever the text says', async () => {
    const { mail } = await received({ ...message, html: '<img src="file:///etc/passwd">' });
    expect(mail.attachments).toEqual([]);
  });
});

describe('what the server says', () => {
  const refusing = (code: number): SMTPServerOptions => ({
    onRcptTo: (_address, _session, answer) => answer(smtpError(code, 'because')),
  });

  it('is for good where it refuses the recipient (550)', async () => {
    const { url } = await smtp(refusing(550));
    expect(await mailerTo(url).send(message)).toEqual({
      outcome: 'REFUSED',
      error: expect.stringContaining('550'),
      code: 550,
    });
  });

  it('is for now where it is busy (450)', async () => {
    const { url } = await smtp(refusing(450));
    expect(await mailerTo(url).send(message)).toEqual({
      outcome: 'LATER',
      error: expect.stringContaining('450'),
      code: 450,
    });
  });

  it('is kept without the address that it quotes', async () => {
    const { url } = await smtp({
      onRcptTo: ({ address }, _session, answer) => {
        answer(smtpError(450, `<${address}>: greylisted, mail postmaster@here.example;`));
      },
    });
    const { error } = (await mailerTo(url).send(message)) as { error: string };
    expect(error).toContain('greylisted');
    expect(error).not.toContain('@');
  });

  it.each([
    ['refuses the text', 554, 'REFUSED'],
    ['has no room', 452, 'LATER'],
  ])('counts after the text as well: it %s (%i)', async (_what, code, outcome) => {
    const { url } = await smtp({
      onData: (stream, _session, answer) => {
        stream.on('end', () => answer(smtpError(code, 'because'))).resume();
      },
    });
    expect(await mailerTo(url).send(message)).toMatchObject({ outcome });
  });

  it('refuses nothing for good where it refuses us and not the message', async () => {
    const wrongPassword = await smtp({
      authOptional: false,
      onAuth: (_auth, _session, answer) => answer(smtpError(535, 'wrong password')),
    });
    const url = wrongPassword.url.replace('//', '//wilma:secret@');
    expect(await mailerTo(url).send(message)).toMatchObject({ outcome: 'LATER' });
    const closed = await server((socket) => socket.end('554 no service here\r\n'));
    expect(await mailerTo(closed.url).send(message)).toMatchObject({ outcome: 'LATER' });
  });

  describe('when those in copy are taken and the recipient is not', () => {
    const send = async (code: number) => {
      const { url } = await smtp({
        onRcptTo: ({ address }, _session, answer) =>
          answer(address === message.to.address ? smtpError(code, 'because') : null),
      });
      return mailerTo(url).send({ ...message, cc: ['transfer@uni.example'] });
    };

    it('counts as what the recipient was told', async () => {
      expect(await send(550)).toMatchObject({ outcome: 'REFUSED' });
      expect(await send(450)).toMatchObject({ outcome: 'LATER' });
    });
  });

  it('does not matter for who is only in copy', async () => {
    const { url } = await smtp({
      onRcptTo: ({ address }, _session, answer) =>
        answer(address === message.to.address ? null : smtpError(550, 'because')),
    });
    const sent = await mailerTo(url).send({ ...message, cc: ['transfer@uni.example'] });
    expect(sent).toEqual({ outcome: 'ACCEPTED' });
  });
});

describe('when nobody answers', () => {
  it('is tried later where nobody listens', async () => {
    const gone = await openSmtpServer();
    await gone.close();
    expect(await mailerTo(gone.url).send(message)).toMatchObject({ outcome: 'LATER' });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['says nothing', () => undefined],
    ['drips its greeting', (socket) => drip(socket, '220-still there\r\n')],
    [
      'drips its answer to EHLO',
      (socket) => {
        socket.write('220 hello\r\n');
        socket.once('data', () => drip(socket, '250-still there\r\n'));
      },
    ],
  ])('is tried later where a server %s; its connection is closed', async (_what, talk) => {
    const listening = await server(talk);
    const began = performance.now();
    const sent = await mailerTo(listening.url, IMPATIENT_MS).send(message);
    expect(sent).toEqual({ outcome: 'LATER', error: 'no answer within 300 ms', code: null });
    expect(performance.now() - began).toBeLessThan(5_000);
    for (const socket of listening.connected) await once(socket, 'close');
    expect(listening.connected.size).toBe(0);
  });

  it('does not hold up the next message', async () => {
    let isFirst = true;
    const { url } = await smtp({
      onData: (stream, _session, answer) => {
        const hangs = isFirst;
        isFirst = false;
        stream.on('end', () => hangs || answer()).resume();
      },
    });
    const mailer = mailerTo(url, 1_500);
    const first = mailer.send(message);
    const second = mailer.send({ ...message, messageId: '<2@wilma.example>' });
    expect((await second).outcome).toBe('ACCEPTED');
    expect((await first).outcome).toBe('LATER');
    expect((await mailer.send(message)).outcome).toBe('ACCEPTED');
  });
});
