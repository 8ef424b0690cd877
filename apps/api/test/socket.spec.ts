import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildAccount,
  buildMatch,
  buildOrganisation,
  buildPosting,
  type Person,
  until,
} from '@wilma/testing';
import { WebSocket } from 'ws';
import { ApiInProcess } from './in-process.js';

const SUBSCRIPTION = 'subscription { matchChanged { id } }';

describe('a socket', () => {
  let api: ApiInProcess;
  let coordinator: Person;

  beforeAll(async () => {
    api = await ApiInProcess.start();
    coordinator = await api.signIn(await buildAccount(api.database, { role: 'COORDINATOR' }));
  });

  afterAll(() => api.stop());

  const dial = (path: string, { headers } = coordinator) =>
    new WebSocket(`${api.origin.replace(/^http/, 'ws')}${path}`, 'graphql-transport-ws', {
      headers,
    });
  const send = (socket: WebSocket, message: object) => {
    socket.send(JSON.stringify(message));
  };

  /** A socket that waits for subscriptions, and what it hears. */
  async function connect(person = coordinator) {
    const socket = dial('/graphql', person);
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString()));
    await once(socket, 'open');
    send(socket, { type: 'connection_init' });
    await until('the connection is acknowledged', () => heard.length > 0);
    return { socket, heard };
  }
  const subscribe = (socket: WebSocket, id: string) => {
    send(socket, { type: 'subscribe', id, payload: { query: SUBSCRIPTION } });
  };

  it('takes no message of more than 64 KB, not even the first', async () => {
    const socket = dial('/graphql');
    await once(socket, 'open');
    send(socket, { type: 'connection_init', payload: { text: 'a'.repeat(64 * 1024) } });
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1009);
  });

  it('is opened at one path only', async () => {
    const [error] = (await once(dial('/graphql-other'), 'error')) as [Error];
    expect(error.message).toContain('400');
  });

  it('carries ten subscriptions and refuses the eleventh', async () => {
    const { socket, heard } = await connect();
    for (let n = 1; n <= 11; n += 1) subscribe(socket, `s${n}`);
    await until('one is refused', () => heard.length > 1);
    expect(JSON.parse(heard[1] ?? '')).toMatchObject({
      type: 'error',
      id: 's11',
      payload: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    });
    socket.terminate();
  });

  it('is closed at the first change after its session has ended', async () => {
    const { database } = api;
    const organisation = await buildOrganisation(database);
    const match = await buildMatch(database, {
      need: await buildPosting(database, 'NEED', { organisation }),
      offer: await buildPosting(database, 'OFFER', { organisation }),
    });
    const leaving = await api.signIn(await buildAccount(database, { role: 'COORDINATOR' }));
    const { socket, heard } = await connect(leaving);
    subscribe(socket, 'leaving');
    let version = 1;
    const untilAfterAChange = (what: string, condition: () => boolean) =>
      until(what, async () => {
        const { assignMatch } = await coordinator.ask(
          `mutation ($id: ID!, $version: Int!) {
             assignMatch(id: $id, version: $version) { version } }`,
          { id: match, version },
        );
        ({ version } = assignMatch as { version: number });
        return condition();
      });
    await untilAfterAChange('it hears of changes', () => heard.some((it) => it.includes(match)));

    const closed = once(socket, 'close');
    const headers = { ...leaving.headers, origin: api.origin };
    await fetch(`${api.origin}/api/auth/sign-out`, { method: 'POST', headers });
    await untilAfterAChange('it is closed', () => socket.readyState !== WebSocket.OPEN);
    const [code] = (await closed) as [number];
    expect(code).toBe(4401);
  });
});
