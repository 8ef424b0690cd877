export { Retention, type RuleState } from './retention.service.js';
export { RetentionRun } from './retention-run.entity.js';
export { RULES } from './rules.js';
