import { createHash } from 'node:crypto';

type Step = () => Promise<void>;

/**
 * What happens on which day of the demo's past, counted in days before today. Steps may plan later
 * ones while they run.
 */
export class Timeline {
  private readonly steps = new Map<number, Step[]>();

  /** Plans a step; what would be in the future never happens. */
  at(daysAgo: number, step: Step): void {
    const day = Math.round(daysAgo);
    if (day >= 0) this.steps.set(day, [...(this.steps.get(day) ?? []), step]);
  }

  get first(): number {
    return Math.max(0, ...this.steps.keys());
  }

  has(daysAgo: number): boolean {
    return this.steps.has(daysAgo);
  }

  /** Runs the steps of a day, those included that they plan for the same day. */
  async run(daysAgo: number): Promise<void> {
    for (let steps = this.take(daysAgo); steps.length > 0; steps = this.take(daysAgo)) {
      for (const step of steps) await step();
    }
  }

  private take(daysAgo: number): Step[] {
    const steps = this.steps.get(daysAgo) ?? [];
    this.steps.delete(daysAgo);
    return steps;
  }
}

/** A number from 0 to below 1 that is the same on every machine: chance without surprises. */
export const chance = (...of: readonly string[]): number =>
  createHash('sha256').update(of.join('\n')).digest().readUInt32BE() / 2 ** 32;

/** One of the values, by the same kind of chance. */
export function oneBy<T>(values: readonly [T, ...T[]], ...of: readonly string[]): T {
  return values[Math.floor(chance(...of) * values.length)] ?? values[0];
}
