import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Erasures1795760941937 implements MigrationInterface {
  name = 'Erasures1795760941937';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "erasure" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "account_id" uuid,
                "addressee" text NOT NULL,
                "requested_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "due_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "done_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_erasure_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_erasure_due" ON "erasure" ("due_at")
            WHERE done_at IS NULL
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_erasure_open" ON "erasure" ("addressee")
            WHERE done_at IS NULL
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."mail_kind"
            ADD VALUE 'ERASURE'
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    // The former kinds have no word for them.
    await queryRunner.query(`DELETE FROM outgoing_mail WHERE kind = 'ERASURE'`);
    const [kinds] = (await queryRunner.query(
      `SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) AS others
         FROM pg_enum WHERE enumtypid = 'mail_kind'::regtype AND enumlabel <> 'ERASURE'`,
    )) as [{ others: string }];
    await queryRunner.query(`CREATE TYPE "public"."mail_kind_old" AS ENUM(${kinds.others})`);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ALTER COLUMN "kind" TYPE "public"."mail_kind_old" USING "kind"::"text"::"public"."mail_kind_old"
        `);
    await queryRunner.query(`DROP TYPE "public"."mail_kind"`);
    await queryRunner.query(`ALTER TYPE "public"."mail_kind_old" RENAME TO "mail_kind"`);
    await queryRunner.query(`DROP TABLE "erasure"`);
  }
}
