export { Erasure } from './erasure.entity.js';
export { ErasureClock } from './erasure.clock.js';
export { ErasureDesk, type ErasureRecord } from './erasure-desk.js';
export { ErasureLinks } from './erasure-link.js';
export { ErasureMailService } from './erasure-mail.service.js';
export { keepAccountPage, keptAccountPage } from './erasure.pages.js';
export { type ErasurePlan, ErasureService } from './erasure.service.js';
export { Eraser, type ErasureReport } from './eraser.js';
export { type Estate, type Hold, type HoldKind, SuccessionReader } from './succession.reader.js';
