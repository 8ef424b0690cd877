import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { SessionService } from '@wilma/identity';
import { Config, Limiter } from '@wilma/platform';
import { useServer } from 'graphql-ws/use/ws';
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { LIMITS } from './limits.js';
import { LoaderFactory } from './loaders.js';
import { socketOptions } from './socket.js';

/** Takes sockets for subscriptions. The one that Nest would open takes messages of 100 MB. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, OnModuleDestroy {
  private end: (() => Promise<void> | void) | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly host: GraphQLSchemaHost,
    readonly loaders: LoaderFactory,
    @Inject(Config) private readonly config: Config,
    readonly sessions: SessionService,
    readonly limiter: Limiter,
  ) {}

  onApplicationBootstrap(): void {
    const sockets = new WebSocketServer({
      noServer: true,
      path: '/graphql',
      maxPayload: LIMITS.messageBytes,
    });
    const { dispose } = useServer(
      { schema: this.host.schema, ...socketOptions(this.config, this) },
      sockets,
    );
    this.end = dispose;
    const server = this.http.httpAdapter.getHttpServer() as Server;
    // Of other paths it refuses them.
    server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        sockets.emit('connection', webSocket, request);
      });
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.end?.();
  }
}
