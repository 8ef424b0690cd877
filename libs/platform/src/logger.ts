import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from './config.js';

/** Nest's levels from the gravest to the most talkative. */
const LEVELS = ['error', 'warn', 'log', 'debug'] as const satisfies readonly LogLevel[];
const UP_TO = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 } as const;

/** What the framework tells at every start and nobody reads. */
const CHATTER = [
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
  'RouterExplorer',
  'RoutesResolver',
  'GraphQLModule',
];

class QuietLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTER.includes(String(rest.at(-1)))) super.log(message, ...rest);
  }
}

/** Logs as lines for people at a terminal, else as JSON for machines. */
export const loggerOf = ({ logLevel }: Pick<Config, 'logLevel'>): ConsoleLogger =>
  new QuietLogger({
    prefix: 'Wilma',
    json: !process.stdout.isTTY,
    logLevels: LEVELS.slice(0, UP_TO[logLevel]),
  });
