export * from './account.entity.js';
export * from './account.service.js';
export * from './auth.js';
export * from './identity.module.js';
export * from './membership.entity.js';
export * from './organisation.entity.js';
export * from './organisation.service.js';
export * from './session.service.js';
