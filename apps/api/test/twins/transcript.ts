import type { GraphqlClient } from '@wilma/testing';

/** Everything that one viewer was answered, by the channel that it came through. */
export class Transcript {
  private readonly parts = new Map<string, string>();

  /** @param channel what was asked, the same in each world */
  keep(channel: string, content: string): void {
    let name = channel;
    for (let n = 2; this.parts.has(name); n += 1) name = `${channel} #${n}`;
    this.parts.set(name, content);
  }

  get channels(): number {
    return this.parts.size;
  }

  get bytes(): number {
    return [...this.parts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  }

  entries(): [channel: string, content: string][] {
    return [...this.parts];
  }

  /** What is not the same in the other one: where, and both sides of it. */
  differences(other: Transcript): string[] {
    const names = new Set([...this.parts.keys(), ...other.parts.keys()]);
    return [...names].flatMap((name) => {
      const [here, there] = [this.parts.get(name), other.parts.get(name)];
      if (here === there) return [];
      return [`${name}\n  ${around(here, there)}\n  ${around(there, here)}`];
    });
  }
}

const SHOWN = 160;

/** The text where it begins to differ. */
function around(text: string | undefined, other: string | undefined): string {
  if (text === undefined) return '(nothing)';
  let at = 0;
  while (at < text.length && text[at] === other?.[at]) at += 1;
  return `… ${text.slice(Math.max(0, at - SHOWN / 2), at + SHOWN)} …`;
}

/**
 * The one header that is left out: it tells when the answer was sent, by the clock of Node's own
 * server, which the test can't stop. No answer decides on it.
 */
const LEFT_OUT = new Set(['date']);

/** Status, headers and body of a response. */
export async function textOf(response: Response): Promise<string> {
  const headers = [...response.headers].filter(([name]) => !LEFT_OUT.has(name));
  return `${response.status} ${JSON.stringify(headers)}\n${await response.text()}`;
}

/** Asks as one viewer and keeps every byte of the answers. */
export class Witness {
  readonly transcript = new Transcript();

  constructor(readonly client: GraphqlClient) {}

  /** @returns the body of the answer */
  async ask(query: string, variables: object = {}): Promise<string> {
    const response = await this.client.post(JSON.stringify({ query, variables }));
    const text = await textOf(response);
    this.transcript.keep(`${query} ${JSON.stringify(variables)}`, text);
    return text.slice(text.indexOf('\n') + 1);
  }

  async open(path: string, init: RequestInit = {}): Promise<string> {
    const { origin, headers } = this.client;
    const response = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
    });
    const text = await textOf(response);
    this.transcript.keep(`${init.method ?? 'GET'} ${path}`, text);
    return text;
  }
}
