export * from './atom-feed.js';
export * from './exchange.module.js';
export * from './oai.service.js';
export { withHead } from './page-head.js';
