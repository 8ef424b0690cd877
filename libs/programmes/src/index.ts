export * from './programme.entity.js';
export * from './programme.input.js';
export * from './programme.loader.js';
export * from './programme.service.js';
export * from './programme-file.js';
export * from './programmes.module.js';
