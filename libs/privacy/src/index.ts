export { wordFor } from './messages/index.js';
export * from './erasure/index.js';
export * from './own-data/index.js';
export * from './privacy.module.js';
export * from './retention/index.js';
