import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  createTransport,
  type NodemailerError,
  type SMTPPoolOptions,
  type SMTPPoolSentMessageInfo,
  type Transporter,
} from 'nodemailer';
import { Config } from './config.js';

/** The same message makes the same bytes, whenever it is handed over. */
export interface OutgoingMessage {
  readonly messageId: string;
  readonly date: Date;
  readonly to: { readonly name: string; readonly address: string };
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A calendar file (RFC 5545) that is published, not an invitation. */
  readonly calendar?: string | null;
  /** Where one click ends such mails (RFC 8058). */
  readonly unsubscribeUrl?: string | null;
}

/** What became of an attempt to hand a message over. */
export type Delivery =
  | { readonly outcome: 'ACCEPTED' }
  /** The server said no to this message for good (5xx). */
  | Failure<'REFUSED'>
  /** The server or the way to it failed for now. */
  | Failure<'LATER'>;

interface Failure<Outcome> {
  readonly outcome: Outcome;
  /** What the server said; never an address. */
  readonly error: string;
  /** Number of the SMTP reply; null where none came. */
  readonly code: number | null;
}

/** A silence of so long ends a greeting. */
const GREET_MS = 3_000;

/** Replies to these are about the message; any other is about us, the server or the way to it. */
const ABOUT_THE_MESSAGE = ['RCPT TO', 'DATA'];

/** Hands messages to the SMTP server, each within one overall deadline. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter<SMTPPoolSentMessageInfo, SMTPPoolOptions>;

  constructor(@Inject(Config) private readonly config: Config) {
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: config.smtpDeadlineMs,
    });
  }

  async send(message: OutgoingMessage): Promise<Delivery> {
    const { smtpDeadlineMs } = this.config;
    // Nodemailer has no deadline over all: a server that drips bytes would hold us for ever.
    const signal = AbortSignal.timeout(smtpDeadlineMs);
    try {
      const sent = await this.transport.sendMail({ ...this.envelope(message), signal });
      const recipient = sent.envelope.to[0];
      // The server may take those in copy and refuse the recipient.
      const refusal = sent.rejectedErrors?.find((error) => error.recipient === recipient);
      return refusal === undefined ? { outcome: 'ACCEPTED' } : failureOf(refusal);
    } catch (error) {
      if (!signal.aborted) return failureOf(error as NodemailerError);
      return { outcome: 'LATER', error: `no answer within ${smtpDeadlineMs} ms`, code: null };
    }
  }

  /**
   * Asks the server for its greeting and for encryption, without signing in: a watcher that asks
   * often must not end as a series of wrong passwords. @throws Error where it does not answer
   */
  async greet(): Promise<void> {
    const url = Object.assign(new URL(this.config.smtpUrl), { username: '', password: '' });
    const timeouts = { connectionTimeout: GREET_MS, greetingTimeout: GREET_MS };
    await createTransport({ url: url.href, socketTimeout: GREET_MS, ...timeouts }).verify();
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  private envelope({
    to,
    cc = [],
    calendar = null,
    unsubscribeUrl = null,
    ...message
  }: OutgoingMessage) {
    return {
      ...message,
      // Else each attempt would draw one at random.
      baseBoundary: message.messageId.replaceAll(/\W/g, '').slice(0, 32),
      from: { name: this.config.operatorName, address: this.config.mailFrom },
      to: [to],
      cc: cc.map((address) => ({ name: '', address })),
      ...(calendar === null ? {} : { icalEvent: calendarFile(calendar) }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(unsubscribeUrl === null ? {} : oneClick(unsubscribeUrl)),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }
}

const oneClick = (url: string) => ({
  'List-Unsubscribe': { prepared: true, value: `<${url}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

const calendarFile = (content: string) =>
  ({ method: 'PUBLISH', filename: 'wilma.ics', content }) as const;

function failureOf(error: NodemailerError): Delivery {
  const { command = '', permanent = false, message, responseCode } = error;
  const isForGood = permanent && ABOUT_THE_MESSAGE.includes(command);
  return {
    outcome: isForGood ? 'REFUSED' : 'LATER',
    error: withoutAddresses(message),
    code: responseCode ?? null,
  };
}

const KEPT_ERROR = 2_000;

/** An error as it may be stored and logged: servers like to quote whom they refuse. */
export const withoutAddresses = (error: string): string =>
  error
    .split(/(\s+)/)
    .map((word) => (word.includes('@') ? '<address>' : word))
    .join('')
    .slice(0, KEPT_ERROR);
