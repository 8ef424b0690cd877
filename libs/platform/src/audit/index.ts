export { type ChainBreak, type ChainState, checkChain, isSealed } from './chain-check.js';
export { AuditDetail, AuditEntry, AuditFilter, AuditReader } from './audit.reader.js';
export { type ChainHead, headOf } from './chain-head.js';
export { EventSeal } from './event-seal.entity.js';
export { EventSealer } from './event-sealer.js';
export { canonicalJson, type SealedEvent, sealOf } from './seal.js';
