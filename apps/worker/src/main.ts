import { NestFactory } from '@nestjs/core';
import { readConfig } from '@wilma/platform';
import { WorkerModule } from './worker.module.js';

const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(readConfig()), {
  logger: ['error', 'warn', 'log'],
});
worker.enableShutdownHooks();
console.log('worker is running');
