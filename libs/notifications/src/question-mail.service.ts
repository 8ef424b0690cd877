import { Injectable } from '@nestjs/common';
import { otherSide, type Side } from '@wilma/domain';
import { MatchQuestion, MatchWriter } from '@wilma/matches';
import type { Tx } from '@wilma/platform';
import { MailService } from './mail.service.js';
import { MatchMailReader } from './match-mail.reader.js';
import {
  type AskMail,
  type MailContent,
  renderQuestionAnswered,
  renderQuestionRelayed,
} from './templates/index.js';

interface Letter {
  readonly kind: 'QUESTION_ANSWERED' | 'QUESTION_RELAYED';
  /** Whom it goes to. */
  readonly side: Side;
  readonly render: (mail: AskMail) => Promise<MailContent>;
}

/** Writes to the sides about questions, in the words that a coordinator passed on. */
@Injectable()
export class QuestionMailService {
  constructor(
    private readonly mails: MailService,
    private readonly reader: MatchMailReader,
    private readonly matches: MatchWriter,
  ) {}

  /** Asks the other side; not where the question was answered or dropped meanwhile. */
  async relay(tx: Tx, questionId: string): Promise<void> {
    const question = await tx.findOneByOrFail(MatchQuestion, { id: questionId });
    const { state, relayed, side } = question;
    if (state !== 'RELAYED' || relayed === null) return;
    await this.write(tx, question, {
      kind: 'QUESTION_RELAYED',
      side: otherSide(side),
      render: (mail) => renderQuestionRelayed({ ...mail, question: relayed }),
    });
  }

  /** Tells the asker what came of the question, and asks for a decision. */
  async tellAnswer(tx: Tx, questionId: string): Promise<void> {
    const question = await tx.findOneByOrFail(MatchQuestion, { id: questionId });
    const { answer, side, text } = question;
    if (answer === null) return;
    await this.write(tx, question, {
      kind: 'QUESTION_ANSWERED',
      side,
      render: (mail) => renderQuestionAnswered({ ...mail, question: text, answer }),
    });
  }

  private async write(
    tx: Tx,
    { id, matchId, round }: MatchQuestion,
    { kind, side, render }: Letter,
  ): Promise<void> {
    const { match } = await this.matches.claim(tx, matchId);
    // Over meanwhile: nobody is asked about it any more.
    if (match.state !== 'APPROVED' || match.round !== round || match.deadline === null) return;
    const view = await this.reader.side(match, side);
    await this.mails.queue(tx, {
      dedupeKey: `${kind}/${id}`,
      kind,
      matchId: match.id,
      to: { name: view.contact.name, address: view.contact.mail, locale: view.recipient.locale },
      content: await render(this.reader.askOf(match, view, match.deadline)),
    });
  }
}
