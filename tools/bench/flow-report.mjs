// The figures of the flow as Markdown, to paste into the README.
import { availableParallelism, cpus } from 'node:os';
import { ms, p50AndP95, quantile, table } from './figures.mjs';

const lastOf = (mails) => Math.max(...mails.map(({ acceptedAt }) => acceptedAt));

/** From → to, how long it took, and how long what it cannot do without took. */
const steps = [
  {
    name: '`submitPosting` sent → suggestions visible to the coordinator',
    took: ({ submit }) => submit.seenAt - submit.sentAt,
    alone: ({ flows }) =>
      flows.map(({ submit: s }) => s.answeredAt - s.sentAt + (s.seenAt - s.askedAt)),
  },
  {
    name: '`approveMatch` sent → both mails accepted by the SMTP server',
    took: ({ approve, mails }) => lastOf(mails) - approve.sentAt,
    alone: ({ flows, handOvers }) =>
      flows.map(({ approve: a }, index) => a.answeredAt - a.sentAt + handOvers[index]),
  },
];

/** One table of the steps and one of their parts, for each queue that was measured. */
export function flowReport(results, runs) {
  return [conditions(results, runs), stepsTable(results), remarks, ...partsTables(results)].join(
    '\n\n',
  );
}

function conditions(results, runs) {
  const commits = results.flatMap((result) => result.commits);
  const loads = results.map(({ load }) => load.toFixed(1)).join(' and ');
  return [
    `${runs} runs one after the other on ${availableParallelism()} cores (${cpus()[0]?.model})`,
    `Node ${process.versions.node}, load ${loads}`,
    `PostgreSQL with fsync, one commit ${ms(quantile(commits, 0.5))}.`,
  ].join('; ');
}

function stepsTable(results) {
  const head = ['', 'queue', 'p50', 'p95', 'alone', 'ratio', 'first'];
  const rows = steps.flatMap(({ name, took, alone }) =>
    results.map((result) => {
      const times = result.flows.map(took);
      const bare = quantile(alone(result), 0.5);
      const ratio = (quantile(times, 0.5) / bare).toFixed(1);
      return [name, result.queue, ...p50AndP95(times), ms(bare), ratio, ms(took(result.first))];
    }),
  );
  return table(head, rows, 2);
}

const remarks = [
  'alone: median of the steps that it cannot do without, in the same run: the answers to',
  '`submitPosting` and `matches`; the answer to `approveMatch` and handing the same two mails over.',
  'first: the first run after the start, which is not among the others.',
].join('\n');

function partsTables(results) {
  const titles = {
    submit: 'until suggestions are visible',
    approve: 'until both mails are accepted',
  };
  return Object.entries(titles).map(([step, title]) => {
    const head = [title, ...results.flatMap(({ queue }) => [`${queue} p50`, 'p95'])];
    const rows = results[0].parts[step].map(({ name }, part) => [
      name,
      ...results.flatMap(({ parts }) => p50AndP95(parts[step][part].took)),
    ]);
    return table(head, rows);
  });
}
