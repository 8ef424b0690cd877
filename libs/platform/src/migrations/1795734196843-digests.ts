import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Digests1795734196843 implements MigrationInterface {
  name = 'Digests1795734196843';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "digest" (
                "account_id" uuid NOT NULL,
                "wanted" boolean NOT NULL DEFAULT true,
                "covered_on" date,
                CONSTRAINT "pk_digest_account_id" PRIMARY KEY ("account_id")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail"
            ADD "unsubscribe_url" text
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_outgoing_mail_problem" ON "outgoing_mail" ("created_at", "id")
            WHERE last_error IS NOT NULL
        `);
    await queryRunner.query(`
            ALTER TABLE "digest"
            ADD CONSTRAINT "fk_digest_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "digest" DROP CONSTRAINT "fk_digest_account_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_outgoing_mail_problem"
        `);
    await queryRunner.query(`
            ALTER TABLE "outgoing_mail" DROP COLUMN "unsubscribe_url"
        `);
    await queryRunner.query(`
            DROP TABLE "digest"
        `);
  }
}
