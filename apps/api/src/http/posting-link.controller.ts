import { Body, Controller, Get, Header, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  awaitsContact,
  type ContactActor,
  DomainError,
  type PostingState,
  renewalIsDue,
} from '@wilma/domain';
import {
  type OwnPostingView,
  PostingLinks,
  type PostingLinkPurpose,
  PostingMailReader,
} from '@wilma/notifications';
import {
  Clock,
  confirmedPage,
  confirmPage,
  invalidLinkPage,
  overPage,
  type PageFrame,
  postingConsentText,
  refusedPage,
  renewedPage,
  renewPage,
  restingPage,
} from '@wilma/platform';
import { PostingConfirmationService, PostingReader, PostingService } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import type { Response } from 'express';
import { Public } from '../auth/viewer.js';
import { requestLocale } from '../auth/request-viewer.js';

type Form = Readonly<Record<string, unknown>> | undefined;

const UNPUBLISHED: readonly PostingState[] = ['SUBMITTED', 'CHANGES_REQUESTED'];
const NO_REFERRER = () => Header('Referrer-Policy', 'no-referrer');
const NO_STORE = () => Header('Cache-Control', 'no-store');

/** No version where the form was tampered with: such a step is refused. */
const versionIn = (form: Form): number => Number(form?.version);

/**
 * The pages behind the links by which a contact, who need not have an account, agrees to a posting
 * or renews it. Looking at them changes nothing, since scanners follow links; their buttons post.
 */
@Public()
@Controller()
export class PostingLinkController {
  constructor(
    private readonly links: PostingLinks,
    private readonly mails: PostingMailReader,
    private readonly reader: PostingReader,
    private readonly confirmations: PostingConfirmationService,
    private readonly postings: PostingService,
    private readonly vocabulary: VocabularyService,
    private readonly clock: Clock,
  ) {}

  @Get('confirm/:token')
  @NO_REFERRER()
  @NO_STORE()
  async showConfirm(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const view = await this.open('confirm', token);
    if (view === null) this.sendInvalid(response);
    else this.send(response, HttpStatus.OK, await this.confirmStanding(view));
  }

  @Post('confirm/:token')
  @NO_REFERRER()
  @NO_STORE()
  async confirm(
    @Param('token') token: string,
    @Body() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.open('confirm', token);
    if (view === null) {
      this.sendInvalid(response);
      return;
    }
    try {
      const actor = contactOf(view);
      if (form?.decision === 'CONFIRM') {
        const text = postingConsentText(view.recipient.locale);
        await this.confirmations.confirm(actor, versionIn(form), text);
      }
      if (form?.decision === 'REFUSE') await this.confirmations.refuse(actor, versionIn(form));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // Read it again: it was changed meanwhile, or is not open any more.
      const now = (await this.open('confirm', token)) ?? view;
      this.send(response, HttpStatus.CONFLICT, await this.confirmStanding(now, true));
      return;
    }
    // Reloading shows the outcome and does not post again.
    response.redirect(HttpStatus.SEE_OTHER, `/confirm/${token}`);
  }

  @Get('renew/:token')
  @NO_REFERRER()
  @NO_STORE()
  async showRenew(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const view = await this.open('renew', token);
    if (view === null) this.sendInvalid(response);
    else this.send(response, HttpStatus.OK, await this.renewStanding(view));
  }

  @Post('renew/:token')
  @NO_REFERRER()
  @NO_STORE()
  async renew(
    @Param('token') token: string,
    @Body() form: Form,
    @Res() response: Response,
  ): Promise<void> {
    const view = await this.open('renew', token);
    if (view === null) {
      this.sendInvalid(response);
      return;
    }
    try {
      await this.postings.move(contactOf(view), [view.posting.id, versionIn(form)], 'renew');
    } catch (error) {
      // Whatever stands in the way, the page tells how the posting stands now.
      if (!(error instanceof DomainError)) throw error;
    }
    response.redirect(HttpStatus.SEE_OTHER, `/renew/${token}`);
  }

  /** Null where the link is wrong, has ended, or was sent to a former contact. */
  private async open(purpose: PostingLinkPurpose, token: string): Promise<OwnPostingView | null> {
    const claims = this.links.read(purpose, token);
    if (claims === null) return null;
    const view = await this.mails.view(claims.posting);
    return view !== null && this.links.isFor(claims, view.posting.contact) ? view : null;
  }

  private async confirmStanding(view: OwnPostingView, changed = false): Promise<string> {
    const { posting, organisation } = view;
    const frame = this.frameOf(view);
    if (posting.confirmation === 'REFUSED') return refusedPage(frame);
    if (posting.state === 'CLOSED') return overPage(frame);
    if (!awaitsContact(posting.confirmation)) {
      return confirmedPage(frame, !UNPUBLISHED.includes(posting.state));
    }
    if (posting.state !== 'SUBMITTED') return restingPage(frame);
    const { visibility, contact } = posting;
    const page = await this.pageOf(view);
    return confirmPage({ ...page, organisation, visibility, contact, changed });
  }

  private async renewStanding(view: OwnPostingView): Promise<string> {
    const { posting } = view;
    const frame = this.frameOf(view);
    if (renewalIsDue(posting, this.clock.now())) {
      const endsOn = posting.state === 'EXPIRED' ? null : posting.expiresAt;
      return renewPage({ ...(await this.pageOf(view)), endsOn });
    }
    if (posting.state !== 'PUBLISHED' || posting.expiresAt === null) return overPage(frame);
    return renewedPage(frame, posting.expiresAt);
  }

  private async pageOf(view: OwnPostingView) {
    const { posting, shown, recipient, demo } = view;
    const [tags = []] = await this.reader.tagsOf(contactOf(view), [posting.id]);
    const graph = await this.vocabulary.graph();
    return {
      ...this.frameOf(view),
      recipientName: recipient.name,
      shown,
      description: posting.description,
      tags: tags.map(({ tagId }) => graph.get(tagId)?.label[recipient.locale] ?? tagId),
      version: posting.version,
      demo,
    };
  }

  private frameOf({ recipient }: OwnPostingView): PageFrame {
    return { locale: recipient.locale, operator: this.mails.operator };
  }

  private sendInvalid(response: Response): void {
    const frame = { locale: requestLocale(), operator: this.mails.operator };
    this.send(response, HttpStatus.NOT_FOUND, invalidLinkPage(frame));
  }

  private send(response: Response, status: HttpStatus, page: string): void {
    response.status(status).type('html').send(page);
  }
}

const contactOf = ({ posting }: OwnPostingView): ContactActor => ({
  kind: 'CONTACT',
  postingId: posting.id,
});
