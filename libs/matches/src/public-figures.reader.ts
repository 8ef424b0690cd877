import { Injectable } from '@nestjs/common';
import { RELEASED } from '@wilma/domain';
import { Organisation } from '@wilma/identity';
import { type PartMaximum, partMaxima, profileOf } from '@wilma/matching';
import { Clock, Database, rowsOf } from '@wilma/platform';
import { type ListedCount, PublicPostingReader } from '@wilma/postings';
import { In, IsNull, Not } from 'typeorm';
import { ActiveModelReader } from './learning/active-model.reader.js';
import { Match } from './match.entity.js';

/** Figures that anybody may know. None says anything of one organisation. */
export interface PublicFigures {
  /** What is listed, by kind and district. */
  readonly listed: readonly ListedCount[];
  /** How often both sides have said yes. */
  readonly introductions: number;
  /**
   * Verified organisations, whether they post or not: were they counted by their postings, a blinded
   * one that is published would tell whether its owner had posted before.
   */
  readonly organisations: number;
}

interface Known {
  readonly lastEvent: string | null;
  readonly at: number;
  readonly figures: PublicFigures;
}

/** Whatever an event that was committed late has changed is seen after this time. */
const KEPT_MS = 60_000;

/** What everybody may know of the whole, counted anew only after something happened. */
@Injectable()
export class PublicFiguresReader {
  private known: Known | null = null;
  private reading: Promise<PublicFigures> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly postings: PublicPostingReader,
    private readonly models: ActiveModelReader,
  ) {}

  /** Who asks while somebody else's answer is being read gets the same. */
  current(): Promise<PublicFigures> {
    this.reading ??= this.read().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  /** What scores are made of, the weightiest first, with the points that each brings at most. */
  async criteria(): Promise<PartMaximum[]> {
    const { formula, thresholds } = await this.models.active(this.database.read);
    return partMaxima(profileOf(formula, thresholds)).sort((a, b) => b.max - a.max);
  }

  private async read(): Promise<PublicFigures> {
    const { read } = this.database;
    const [last] = await rowsOf<{ id: string }>(
      read,
      'SELECT id FROM event ORDER BY id DESC LIMIT 1',
    );
    const lastEvent = last?.id ?? null;
    const now = this.clock.now().getTime();
    const { known } = this;
    if (known?.lastEvent === lastEvent && now - known.at < KEPT_MS) return known.figures;
    const [listed, introductions, organisations] = await Promise.all([
      this.postings.counts(),
      read.countBy(Match, { state: In([...RELEASED]) }),
      read.countBy(Organisation, { verifiedAt: Not(IsNull()) }),
    ]);
    const figures = { listed, introductions, organisations };
    this.known = { lastEvent, at: now, figures };
    return figures;
  }
}
