import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Bell } from './bell.js';
import { until } from './until.js';

/** A mail as it arrived. */
export interface ReceivedMail {
  /** Whom it was handed over for, those in copy included. */
  readonly recipients: readonly string[];
  readonly to: string;
  readonly cc: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Every byte. */
  readonly raw: string;
}

type Matcher = (mail: ReceivedMail) => boolean;

/** A mail that is kept waiting for the server's answer. */
export interface HeldMail {
  /** Resolves when the mail is there: all of it was sent, nothing was answered. */
  readonly arrived: Promise<ReceivedMail>;
}

/** An SMTP server that takes every mail and remembers it. */
export class Inbox {
  readonly mails: ReceivedMail[] = [];
  private readonly news = new Bell();
  private readonly holds: { matches: Matcher; hold: (mail: ReceivedMail) => void }[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async open(): Promise<Inbox> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, answer) => {
        inbox.receive(stream, session).then((accepted) => accepted && answer(), answer);
      },
    });
    const inbox = new Inbox(server);
    server.on('error', () => undefined); // Connections of killed programs.
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return inbox;
  }

  get url(): string {
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('the inbox is closed');
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** The first mail to an address about something, now or as soon as it comes. */
  mailTo(address: string, about = ''): Promise<ReceivedMail> {
    return until(
      `a mail to ${address} about "${about}" arrives`,
      () => this.mailsTo(address, about)[0],
      () => this.news.heard(),
    );
  }

  /** All mails to an address so far, copies not included; `about` stands in the subject. */
  mailsTo(address: string, about = ''): ReceivedMail[] {
    return this.mails.filter(({ to, subject }) => to === address && subject.includes(about));
  }

  /** Leaves the sender of the next such mail waiting for an answer that never comes. */
  holdNext(matches: Matcher): HeldMail {
    return {
      arrived: new Promise((resolve) => this.holds.push({ matches, hold: resolve })),
    };
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** @returns whether the mail is accepted; else the sender hears nothing */
  private async receive(
    stream: SMTPServerDataStream,
    { envelope }: SMTPServerSession,
  ): Promise<boolean> {
    const bytes = await buffer(stream);
    const mail = mailOf(
      await simpleParser(bytes),
      bytes.toString(),
      envelope.rcptTo.map(({ address }) => address),
    );
    const index = this.holds.findIndex(({ matches }) => matches(mail));
    if (index >= 0) {
      this.holds.splice(index, 1)[0]?.hold(mail);
      return false;
    }
    this.mails.push(mail);
    this.news.ring();
    return true;
  }
}

function mailOf(parsed: ParsedMail, raw: string, recipients: string[]): ReceivedMail {
  const addresses = (field: ParsedMail['to']): string[] =>
    [field ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''));
  return {
    recipients,
    to: addresses(parsed.to)[0] ?? '',
    cc: addresses(parsed.cc),
    messageId: parsed.messageId ?? '',
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    raw,
  };
}

/** The link behind the button of a mail that asks. */
export function answerLink({ text }: ReceivedMail): string {
  const [link] = /\S+\/answer\/\S+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`no answer link in:\n${text}`);
  return link;
}
