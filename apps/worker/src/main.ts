import { NestFactory } from '@nestjs/core';
import { loggerOf, readConfig } from '@wilma/platform';
import { WorkerModule } from './worker.module.js';

const config = readConfig();
const worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(config), {
  logger: loggerOf(config),
});
worker.enableShutdownHooks();
console.log('worker is running');
