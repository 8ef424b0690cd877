import { describe, expect, it } from '@jest/globals';
import { Naming } from './naming.js';

const naming = new Naming();

describe('Naming', () => {
  it('writes tables and columns in snake case', () => {
    expect(naming.tableName('PostingTag', undefined)).toBe('posting_tag');
    expect(naming.columnName('targetTrl', undefined, [])).toBe('target_trl');
    expect(naming.columnName('academicTitle', undefined, ['contact'])).toBe(
      'contact_academic_title',
    );
    expect(naming.relationName('createdBy')).toBe('created_by');
    expect(naming.joinColumnName('organisation', 'id')).toBe('organisation_id');
  });

  it('keeps names that are given', () => {
    expect(naming.tableName('Account', 'user')).toBe('user');
    expect(naming.columnName('email', 'mail', [])).toBe('mail');
  });

  it('names constraints after what they hold', () => {
    expect(naming.primaryKeyName('posting_tag', ['posting_id', 'tag_id'])).toBe(
      'pk_posting_tag_posting_id_tag_id',
    );
    expect(naming.uniqueConstraintName('match', ['need_id', 'offer_id'])).toBe(
      'uq_match_need_id_offer_id',
    );
    expect(naming.foreignKeyName('match', ['need_id'])).toBe('fk_match_need_id');
    expect(naming.indexName('match', ['offer_id'])).toBe('ix_match_offer_id');
  });

  it('leaves out the schema and quotes of a table', () => {
    expect(naming.indexName('auth.user', ['email'])).toBe('ix_user_email');
    expect(naming.foreignKeyName('auth."user"', ['id'])).not.toMatch(/["']/);
  });

  it('stays within what PostgreSQL keeps of a name', () => {
    const long = naming.indexName('a'.repeat(40), ['b'.repeat(40)]);
    expect(long).toHaveLength(63);
  });
});
