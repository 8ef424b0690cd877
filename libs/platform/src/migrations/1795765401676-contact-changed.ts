import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ContactChanged1795765401676 implements MigrationInterface {
  name = 'ContactChanged1795765401676';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TYPE "public"."notification_kind"
            ADD VALUE 'POSTING_CONTACT_CHANGED'
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    // The former kinds have no word for them.
    await queryRunner.query(`DELETE FROM notification WHERE kind = 'POSTING_CONTACT_CHANGED'`);
    const [kinds] = (await queryRunner.query(
      `SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) AS others
         FROM pg_enum WHERE enumtypid = 'notification_kind'::regtype
          AND enumlabel <> 'POSTING_CONTACT_CHANGED'`,
    )) as [{ others: string }];
    await queryRunner.query(
      `CREATE TYPE "public"."notification_kind_old" AS ENUM(${kinds.others})`,
    );
    await queryRunner.query(`
            ALTER TABLE "notification"
            ALTER COLUMN "kind" TYPE "public"."notification_kind_old" USING "kind"::"text"::"public"."notification_kind_old"
        `);
    await queryRunner.query(`DROP TYPE "public"."notification_kind"`);
    await queryRunner.query(
      `ALTER TYPE "public"."notification_kind_old" RENAME TO "notification_kind"`,
    );
  }
}
