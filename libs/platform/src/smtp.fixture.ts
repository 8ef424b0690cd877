import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Something that listens and can be closed, with all its connections. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

const urlOf = (server: { address(): AddressInfo | string | null }): string =>
  `smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

/** An SMTP server that takes every mail, but for what the options refuse. */
export async function openSmtpServer(options: SMTPServerOptions = {}): Promise<Listening> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 10,
    onData: (stream, _session, answer) => {
      stream.on('end', () => answer()).resume();
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: urlOf(server.server),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A server that says what `talk` makes it say, and remembers who is still connected. */
export async function openServer(
  talk: (socket: Socket) => void,
): Promise<Listening & { readonly connected: ReadonlySet<Socket> }> {
  const connected = new Set<Socket>();
  const server: Server = createServer((socket) => {
    connected.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => connected.delete(socket));
    talk(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: urlOf(server),
    connected,
    close: async () => {
      for (const socket of connected) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Says a line byte for byte, one every 20 ms, again and again: never silent, never done. */
export function drip(socket: Socket, line: string): void {
  let at = 0;
  const timer = setInterval(() => socket.write(line[at++ % line.length] ?? ''), 20);
  socket.on('close', () => clearInterval(timer));
}
