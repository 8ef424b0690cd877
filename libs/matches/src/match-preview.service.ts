import { Injectable } from '@nestjs/common';
import {
  type AccountActor,
  type District,
  DomainError,
  TagWeight,
  type TagGraph,
} from '@wilma/domain';
import { Organisation } from '@wilma/identity';
import { expandTags, MatchIndex, type MatchPosting } from '@wilma/matching';
import { Database } from '@wilma/platform';
import type { NeedInput } from '@wilma/postings';
import { VocabularyService } from '@wilma/taxonomy';
import { CandidateReader } from './candidate.reader.js';
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
  ) {}

  /**
   * Scores as the finder does, over what everybody may find. Only the actor's own offers are left
   * out: those of another organisation would tell which of the blinded ones are theirs.
   * @throws DomainError FORBIDDEN with the field `organisation`
   */
  async preview(actor: AccountActor, input: NeedInput): Promise<MatchPreview> {
    const organisation = ownOrganisation(actor, input.organisation ?? null);
    const graph = await this.vocabulary.graph();
    const district = input.district ?? (await this.districtOf(organisation));
    const need = draftOf(input, { organisation, district, graph });
    if (need.tags.length === 0) return { count: 0, offers: [] };
    const tags = need.tags.map(({ tag }) => tag);
    const { read } = this.database;
    const offers = await this.candidates.listedOffers(read, expandTags(tags, graph));
    const corpus = await this.candidates.corpus(read);
    const found = new MatchIndex(graph, corpus, offers)
      .topOffers(need, COUNTED)
      .filter(({ score }) => isWorthwhile(score));
    return { count: found.length, offers: found.map(({ offer }) => offer) };
  }

  private async districtOf(organisation: string): Promise<District | null> {
    if (organisation === '') return null;
    const found = await this.database.read.findOneBy(Organisation, { id: organisation });
    return found?.district ?? null;
  }
}

/** The organisation that the need is for; empty for who belongs to none. */
function ownOrganisation({ organisations }: AccountActor, given: string | null): string {
  if (given === null) return organisations[0] ?? '';
  if (organisations.includes(given)) return given;
  throw new DomainError('FORBIDDEN', 'not a member of this organisation', [
    { path: 'organisation', problem: 'foreignOrganisation' },
  ]);
}

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
  forms: input.cooperationForms ?? [],
  trl: input.trl ?? null,
  targetTrl: input.targetTrl ?? null,
  district: known.district,
  startsOn: input.startsOn ?? null,
  endsOn: input.endsOn ?? null,
});
