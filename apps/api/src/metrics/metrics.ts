import { Injectable } from '@nestjs/common';
import { Database } from '@wilma/platform';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { Probe } from '../http/probe.js';
import { type Counted, countAll, figuresOf } from './figures.js';

/** How long counts are good. */
const KEPT_MS = 5_000;
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * What Prometheus reads: of this process, how long it takes to answer; of the database, how much
 * waits for whom. Labels have few values each, and none of them comes from a request.
 */
@Injectable()
export class Metrics {
  readonly requests: Histogram<'route' | 'method' | 'status'>;
  readonly operations: Histogram<'field' | 'code'>;
  private readonly registry = new Registry();
  private readonly counts: Probe<readonly Counted[]>;

  constructor(database: Database) {
    this.counts = new Probe(() => countAll(database), KEPT_MS);
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'wilma_http_request_duration_seconds',
      help: 'From the first byte of a request to the last of its answer',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers,
    });
    this.operations = new Histogram({
      name: 'wilma_graphql_operation_duration_seconds',
      help: 'Of a whole operation, by its field at the root and the code of its first error',
      labelNames: ['field', 'code'],
      buckets: SECONDS,
      registers,
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Without a database it tells of the process alone. */
  async text(): Promise<string> {
    const figures = figuresOf(await this.counts.answer());
    return Registry.merge([this.registry, figures]).metrics();
  }
}
