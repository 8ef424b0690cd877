import type { ErasureMailService } from '@wilma/privacy';
import { type Handler, on } from '../handler-registry.js';

/** Mails to people who asked to be erased. */
export const erasureHandlers = (mails: ErasureMailService): Handler[] => [
  on('account.erasure-requested', 'tell-erasure', (tx, { erasure }) => mails.tell(tx, erasure)),
];
