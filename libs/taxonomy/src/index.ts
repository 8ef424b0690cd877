export * from './tag.entity.js';
export * from './tag-search.js';
export * from './tag-suggestion.js';
export * from './taxonomy.module.js';
export * from './vocabulary.service.js';
export * from './vocabulary-check.js';
export * from './vocabulary-coverage.js';
export * from './vocabulary-file.js';
