export * from './answer-link.js';
export * from './ask-mail.service.js';
export * from './mail.service.js';
export * from './match-mail.reader.js';
export * from './match-mail.service.js';
export * from './notifications.module.js';
export * from './outgoing-mail.entity.js';
export * from './person-clock.js';
