import { Body, Controller, Get, Header, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  Answer,
  answerOf,
  badInput,
  Bounds,
  canTakeBack,
  DismissReason,
  DomainError,
  isCleanText,
  type LinkActor,
  QUESTIONS_PER_SIDE,
  RELEASED,
  type Side,
} from '@wilma/domain';
import {
  type GivenAnswer,
  type Match,
  MatchAnswerService,
  MatchQuestionReader,
  MatchQuestionService,
  MatchReader,
  type QuestionView,
} from '@wilma/matches';
import {
  type AnswerClaims,
  AnswerLinks,
  MatchMailReader,
  type SideView,
} from '@wilma/notifications';
import {
  answeredPage,
  answerPage,
  type AnswerPage,
  type Attempt,
  closedPage,
  type Exchange,
  invalidLinkPage,
  problemPage,
} from '@wilma/platform';
import type { Response } from 'express';
import { Public } from '../auth/viewer.js';
import { requestLocale } from '../auth/request-viewer.js';

const TAKE_BACK = 'TAKE_BACK';
const REPLY = 'REPLY';

interface Form {
  readonly answer: string;
  readonly reason: string;
  readonly note: string;
}

interface Opened {
  readonly claims: AnswerClaims;
  readonly match: Match;
  readonly view: SideView;
  /** Those of this round, as this side may see them. */
  readonly questions: readonly QuestionView[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function checkNote(note: string): void {
  const { max } = Bounds.note;
  if (note.length > max) throw badInput({ path: 'note', problem: 'tooLong', values: { max } });
  if (!isCleanText(note)) throw badInput({ path: 'note', problem: 'badCharacters' });
}

/** @throws DomainError BAD_USER_INPUT by field, as in the API */
function replyIn({ note }: Form): string {
  checkNote(note);
  if (note === '') throw badInput({ path: 'note', problem: 'textNeeded' });
  return note;
}

/** @throws DomainError BAD_USER_INPUT by field, as in the API */
function givenBy({ answer, reason, note }: Form, round: number): GivenAnswer {
  if (!(answer in Answer)) throw badInput({ path: 'answer', problem: 'notAllowedValue' });
  checkNote(note);
  return {
    answer: answer as Answer,
    reason: reason in DismissReason ? (reason as DismissReason) : null,
    note: note === '' ? null : note,
    round,
  };
}

const exchangeOf = (question: QuestionView, reader: Side): Exchange =>
  question.side === reader
    ? { by: 'ME', question: question.text ?? '', answer: question.answer, waits: false }
    : {
        by: 'THEM',
        question: question.relayed ?? '',
        answer: question.reply,
        waits: question.state === 'RELAYED',
      };

/** Whether a question of the other side waits for the reader's reply. */
const waits = ({ questions, claims }: Opened): boolean =>
  questions.some(({ side, state }) => side !== claims.side && state === 'RELAYED');

/**
 * The page behind the link in a mail. Looking at it changes nothing, since scanners follow links;
 * its buttons post.
 */
@Public()
@Controller('answer')
export class AnswerController {
  constructor(
    private readonly links: AnswerLinks,
    private readonly matches: MatchReader,
    private readonly answers: MatchAnswerService,
    private readonly asked: MatchQuestionReader,
    private readonly questions: MatchQuestionService,
    private readonly mails: MatchMailReader,
  ) {}

  @Get(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async show(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const opened = await this.open(token);
    if (opened === null) {
      this.send(response, HttpStatus.NOT_FOUND, invalidLinkPage(this.frame()));
      return;
    }
    this.send(response, HttpStatus.OK, this.stateOf(opened));
  }

  @Post(':token')
  @Header('Referrer-Policy', 'no-referrer')
  @Header('Cache-Control', 'no-store')
  async answer(
    @Param('token') token: string,
    @Body() body: Record<string, unknown> | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const opened = await this.open(token);
    if (opened === null) {
      this.send(response, HttpStatus.NOT_FOUND, invalidLinkPage(this.frame()));
      return;
    }
    const form = {
      answer: text(body?.answer),
      reason: text(body?.reason),
      note: text(body?.note).trim(),
    };
    try {
      await this.act(opened, form);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'BAD_USER_INPUT') {
        const attempt = {
          ...form,
          answer: form.answer as Attempt['answer'],
          problems: error.fields,
        };
        const page = problemPage(this.pageOf(opened), attempt);
        this.send(response, HttpStatus.UNPROCESSABLE_ENTITY, page);
        return;
      }
      // Whatever else stands in the way, the page tells how the match stands now.
    }
    // Reloading shows the outcome and does not post again.
    response.redirect(HttpStatus.SEE_OTHER, `/answer/${token}`);
  }

  private async act({ claims, match, view }: Opened, form: Form): Promise<void> {
    // What is over is over, whatever was typed.
    if (claims.round !== match.round || match.state !== 'APPROVED') return;
    const actor: LinkActor = {
      kind: 'LINK',
      matchId: match.id,
      organisationId: view.own.organisationId,
    };
    if (form.answer === TAKE_BACK) await this.answers.takeBack(actor, match.id);
    else if (form.answer === REPLY) await this.questions.reply(actor, match.id, replyIn(form));
    else await this.answers.answer(actor, match.id, givenBy(form, claims.round));
  }

  private async open(token: string): Promise<Opened | null> {
    const claims = this.links.read(token);
    if (claims === null) return null;
    const match = await this.matches.byLink(claims.match);
    if (match === null) return null;
    const view = await this.mails.side(match, claims.side);
    if (!this.links.isFor(claims, view.contact)) return null;
    return { claims, match, view, questions: await this.asked.ofSide(match, claims.side) };
  }

  /** The page for how things stand: open, answered or over. */
  private stateOf(opened: Opened): string {
    const { claims, match, view } = opened;
    const frame = { locale: view.recipient.locale, operator: this.mails.operator };
    const own = answerOf(match, claims.side);
    const isThisRound = claims.round === match.round;
    const page = { ...frame, otherTitle: view.other.title };
    if (isThisRound && RELEASED.includes(match.state)) {
      return answeredPage({ ...page, outcome: 'INTRODUCED', canTakeBack: false });
    }
    if (isThisRound && own === 'DECLINED') {
      return answeredPage({ ...page, outcome: 'DECLINED', canTakeBack: false });
    }
    if (!isThisRound || match.state !== 'APPROVED') return closedPage(frame);
    if (own === 'INTERESTED' && !waits(opened)) {
      const mayTakeBack = canTakeBack(match, claims.side);
      return answeredPage({ ...page, outcome: 'INTERESTED', canTakeBack: mayTakeBack });
    }
    return answerPage(this.pageOf(opened));
  }

  private pageOf({ claims, match, view, questions }: Opened): AnswerPage {
    const own = answerOf(match, claims.side);
    return {
      locale: view.recipient.locale,
      operator: this.mails.operator,
      recipientName: view.recipient.name,
      side: claims.side,
      ownTitle: view.own.title,
      other: view.other,
      strength: match.strength,
      reasons: view.reasons,
      openQuestions: view.openQuestions,
      deadline: match.deadline ?? match.createdAt,
      demo: view.demo,
      notice: own === 'QUESTION' ? 'QUESTION_ASKED' : null,
      exchanges: questions.map((question) => exchangeOf(question, claims.side)),
      canAsk:
        own === null &&
        questions.filter(({ side }) => side === claims.side).length < QUESTIONS_PER_SIDE,
      saidYes: own === 'INTERESTED',
    };
  }

  private frame() {
    return { locale: requestLocale(), operator: this.mails.operator };
  }

  private send(response: Response, status: HttpStatus, page: string): void {
    response.status(status).type('html').send(page);
  }
}
