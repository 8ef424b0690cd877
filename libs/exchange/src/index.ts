export * from './atom-feed.js';
export * from './exchange.module.js';
export * from './oai.service.js';
