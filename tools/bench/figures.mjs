// What a bench makes of what it measured: quantiles and tables in Markdown.

/** The smallest value that at least the share `q` of the values does not exceed. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)];
}

/** Milliseconds as people read them. */
export const ms = (value) => `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** `p50` and `p95` of milliseconds, to stand in a table. */
export const p50AndP95 = (values) => [0.5, 0.95].map((q) => ms(quantile(values, q)));

/** A table in Markdown; the columns from `firstNumber` on are aligned to the right. */
export function table(head, rows, firstNumber = 1) {
  const width = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => [...row[column]].length)),
  );
  const pad = (text, column) => {
    const blanks = ' '.repeat(width[column] - [...text].length);
    return column < firstNumber ? text + blanks : blanks + text;
  };
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = width.map((n, column) =>
    column < firstNumber ? '-'.repeat(n) : `${'-'.repeat(n - 1)}:`,
  );
  return [head.map(pad), rule, ...rows.map((row) => row.map(pad))].map(line).join('\n');
}
