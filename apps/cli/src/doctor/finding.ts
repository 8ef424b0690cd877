export type Level = 'ok' | 'warn' | 'fail';

/** What a check has found, in a sentence. */
export interface Finding {
  readonly level: Level;
  readonly text: string;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const fail = (text: string): Finding => ({ level: 'fail', text });

/** What is fine as long as there is none of it. */
export const none = (
  count: number,
  [what, level]: [what: string, level: 'fail' | 'warn'],
): Finding => (count === 0 ? ok(`no ${what}`) : { level, text: `${String(count)} ${what}` });
