import { Injectable } from '@nestjs/common';
import { type AccountActor, type District, Locale, TagWeight, type TagGraph } from '@wilma/domain';
import { type Organisation, OrganisationService } from '@wilma/identity';
import { MatchIndex, type MatchPosting, type PostingWords } from '@wilma/matching';
import { Database } from '@wilma/platform';
import type { NeedInput } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import { CandidateReader } from './candidate.reader.js';
import { ActiveModelReader } from './learning/active-model.reader.js';
import { isWorthwhile } from './match-finder.service.js';

/** So many are counted; whoever reads "100" has enough to choose from. */
const COUNTED = 100;

export interface MatchPreview {
  /** Publicly listed offers that would match, at most 100. */
  readonly count: number;
  /** Their ids, best first. */
  readonly offers: readonly string[];
}

/** What a need that is being written would find; nothing is stored. */
@Injectable()
export class MatchPreviewService {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidateReader,
    private readonly vocabulary: VocabularyService,
    private readonly organisations: OrganisationService,
    private readonly models: ActiveModelReader,
  ) {}

  /**
   * Scores as the finder does, over what everybody may find, without the offers of the organisation
   * that the need is for. A member may name their own alone: others' would tell which of the blinded
   * ones are theirs.
   * @throws DomainError with the field `organisation`
   */
  async preview(actor: AccountActor, input: NeedInput): Promise<MatchPreview> {
    const { read } = this.database;
    const organisation = await this.organisationFor(actor, input.organisation ?? null);
    const graph = await this.vocabulary.graph();
    const need = draftOf(input, {
      organisation: organisation?.id ?? '',
      district: input.district ?? organisation?.district ?? null,
      graph,
    });
    if (need.tags.length === 0) return { count: 0, offers: [] };
    const offers = await this.candidates.listedOffers(read);
    const published = await this.candidates.everything(read, graph);
    const { corpus } = await this.models.weigh(read, published.corpus);
    const found = new MatchIndex(graph, corpus, offers)
      .topOffers(need, COUNTED)
      .filter(({ score }) => isWorthwhile(score));
    return { count: found.length, offers: found.map(({ offer }) => offer) };
  }

  /** The one that the need is for; null for who belongs to none. */
  private async organisationFor(
    actor: AccountActor,
    given: string | null,
  ): Promise<Organisation | null> {
    const chosen = given ?? actor.organisations[0] ?? null;
    return chosen === null
      ? null
      : this.organisations.postingFor(this.database.read, actor, chosen);
  }
}

/** What is written so far: half a form may leave anything out. */
const wordsOf = ({
  language,
  title,
  ...rest
}: Partial<Record<'description' | 'goal' | 'summary' | 'title' | 'tried', string | null>> & {
  readonly language?: Locale | null;
}): PostingWords => ({
  locale: language ?? Locale.de,
  title: title ?? '',
  text: [rest.summary, rest.description, rest.goal, rest.tried].filter((part) => part).join('\n'),
});

const draftOf = (
  input: NeedInput,
  known: { organisation: string; district: District | null; graph: TagGraph },
): MatchPosting => ({
  id: '',
  organisation: known.organisation,
  // Half a form: what submitting would refuse is left out.
  tags: (input.tags ?? [])
    .filter(({ tag }, at, all) => all.findIndex((other) => other.tag === tag) === at)
    .filter(({ tag }) => known.graph.has(tag))
    .map(({ tag, weight }) => ({ tag, weight: (weight ?? TagWeight.RELEVANT) as TagWeight })),
  words: wordsOf(input),
  forms: input.cooperationForms ?? [],
  trl: input.trl ?? null,
  targetTrl: input.targetTrl ?? null,
  district: known.district,
  startsOn: input.startsOn ?? null,
  endsOn: input.endsOn ?? null,
});
