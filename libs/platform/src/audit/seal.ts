import { createHash } from 'node:crypto';

/** What of an event is sealed: all but when it was relayed, which is the queue's business. */
export interface SealedEvent {
  readonly id: string;
  readonly name: string;
  readonly actor: string | null;
  readonly payload: unknown;
  readonly at: Date;
}

/** Comes before the first seal. */
export const NO_SEAL: Buffer = Buffer.alloc(32);

/**
 * SHA-256 of the seal before, as 32 bytes, and of the event in its canonical form: the array
 * `[id, name, actor, payload, at]` as RFC 8785 writes JSON, in UTF-8; ids in lower case, the moment
 * in UTC with three digits after the second. So anybody can recompute it from an export.
 */
export const sealOf = (before: Buffer, { id, name, actor, payload, at }: SealedEvent): Buffer =>
  createHash('sha256')
    .update(before)
    .update(canonicalJson([id, name, actor, payload, at.toISOString()]))
    .digest();

/**
 * JSON by RFC 8785: no white space, members in the order of their names' UTF-16 units; numbers and
 * strings as ECMAScript writes them. @param value as `JSON.parse` makes it
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join()}}`;
}
