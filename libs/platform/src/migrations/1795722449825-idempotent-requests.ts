import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class IdempotentRequests1795722449825 implements MigrationInterface {
  name = 'IdempotentRequests1795722449825';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "idempotent_request" (
                "account_id" uuid NOT NULL,
                "key" text NOT NULL,
                "asked" text NOT NULL,
                "changed" boolean NOT NULL DEFAULT false,
                "answer" jsonb,
                "begun_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                CONSTRAINT "pk_idempotent_request_account_id_key" PRIMARY KEY ("account_id", "key")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_idempotent_request_begun_at" ON "idempotent_request" ("begun_at")
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP INDEX "public"."ix_idempotent_request_begun_at"
        `);
    await queryRunner.query(`
            DROP TABLE "idempotent_request"
        `);
  }
}
