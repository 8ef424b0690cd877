export { Initial1795504452923 } from './1795504452923-initial.js';
export { IdempotentRequests1795722449825 } from './1795722449825-idempotent-requests.js';
export { Programmes1795723827792 } from './1795723827792-programmes.js';
export { QueueState1795723630281 } from './1795723630281-queue-state.js';
export { MatchOutcomesAndNotes1795724467858 } from './1795724467858-match-outcomes-and-notes.js';
export { PostingLife1795724936060 } from './1795724936060-posting-life.js';
export { Asking1795725763856 } from './1795725763856-asking.js';
export { KnownHandlerSeen1795726363804 } from './1795726363804-known-handler-seen.js';
