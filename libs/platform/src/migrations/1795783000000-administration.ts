import { type MigrationInterface, type QueryRunner } from 'typeorm';

const INDEXES = {
  ix_event_at: '"event" ("at", "id")',
  ix_event_name: '"event" ("name", "at", "id")',
  ix_event_actor: '"event" ("actor", "at", "id")',
  ix_outgoing_mail_created: '"outgoing_mail" ("created_at", "id")',
  ix_outgoing_mail_state: '"outgoing_mail" ("state", "created_at", "id")',
  ix_outgoing_mail_kind: '"outgoing_mail" ("kind", "created_at", "id")',
  // No entity names these two: TypeORM knows no expressions, and better-auth's tables are not ours.
  ix_event_account: `"event" ((payload->>'account'), id)`,
  ix_user_name: 'auth."user" (name, id)',
};

/** Administrators look through events, mails and accounts. */
export class Administration1795783000000 implements MigrationInterface {
  name = 'Administration1795783000000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TYPE "public"."mail_kind" ADD VALUE 'TEST'`);
    for (const [name, on] of Object.entries(INDEXES)) {
      await queryRunner.query(`CREATE INDEX "${name}" ON ${on}`);
    }
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) {
      await queryRunner.query(
        `DROP INDEX "${name === 'ix_user_name' ? 'auth' : 'public'}"."${name}"`,
      );
    }
    await queryRunner.query(`DELETE FROM outgoing_mail WHERE kind = 'TEST'`);
    const [{ kinds }] = (await queryRunner.query(
      `SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) AS kinds
         FROM pg_enum WHERE enumtypid = 'mail_kind'::regtype AND enumlabel <> 'TEST'`,
    )) as [{ kinds: string }];
    await queryRunner.query(`ALTER TYPE "public"."mail_kind" RENAME TO "mail_kind_old"`);
    await queryRunner.query(`CREATE TYPE "public"."mail_kind" AS ENUM (${kinds})`);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ALTER COLUMN "kind" TYPE "public"."mail_kind" USING "kind"::text::"public"."mail_kind"
        `);
    await queryRunner.query(`DROP TYPE "public"."mail_kind_old"`);
  }
}
