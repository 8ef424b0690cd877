import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
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
}

/** What became of an attempt to hand a message over. */
export type Delivery =
  | { readonly outcome: 'ACCEPTED' }
  /** The server said no for good (5xx). */
  | { readonly outcome: 'REFUSED'; readonly error: string }
  /** The server or the way to it failed for now. */
  | { readonly outcome: 'LATER'; readonly error: string };

interface SmtpError extends Error {
  responseCode?: number;
}

/** Hands messages to the SMTP server, each within one overall deadline. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter;

  constructor(@Inject(Config) private readonly config: Config) {
    this.transport = this.open();
  }

  async send(message: OutgoingMessage): Promise<Delivery> {
    const transport = this.transport;
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        // Nodemailer has no deadline over all: a server that drips bytes would hold us for ever.
        this.transport = this.open();
        transport.close();
        reject(new Error(`no answer within ${String(this.config.smtpDeadlineMs)} ms`));
      }, this.config.smtpDeadlineMs);
    });
    try {
      await Promise.race([transport.sendMail(this.envelope(message)), deadline]);
      return { outcome: 'ACCEPTED' };
    } catch (error) {
      const { responseCode = 0, message: text } = error as SmtpError;
      return { outcome: responseCode >= 500 ? 'REFUSED' : 'LATER', error: text };
    } finally {
      clearTimeout(timer);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  private envelope({ to, cc = [], ...message }: OutgoingMessage) {
    return {
      ...message,
      // Else each attempt would draw one at random.
      baseBoundary: message.messageId.replaceAll(/\W/g, '').slice(0, 32),
      from: { name: this.config.operatorName, address: this.config.mailFrom },
      to: [to],
      cc: cc.map((address) => ({ name: '', address })),
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  private open(): Transporter {
    const transport: unknown = createTransport({
      url: this.config.smtpUrl,
      pool: true,
      maxConnections: 4,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: this.config.smtpDeadlineMs,
    } as Parameters<typeof createTransport>[0]);
    return transport as Transporter;
  }
}
