import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class PostingReports1795783100000 implements MigrationInterface {
  name = 'PostingReports1795783100000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."report_reason" AS ENUM(
                'WRONG', 'CONFIDENTIAL', 'OFFENSIVE', 'ADVERTISING', 'OTHER'
            )
        `);
    await queryRunner.query(`
            CREATE TABLE "posting_report" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "posting_id" uuid NOT NULL,
                "reporter_id" uuid,
                "reason" "public"."report_reason" NOT NULL,
                "text" text NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                "handled_at" TIMESTAMP(3) WITH TIME ZONE,
                "note" text,
                CONSTRAINT "pk_posting_report_id" PRIMARY KEY ("id"),
                CONSTRAINT "fk_posting_report_posting_id" FOREIGN KEY ("posting_id")
                REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION,
                CONSTRAINT "fk_posting_report_reporter_id" FOREIGN KEY ("reporter_id")
                REFERENCES "auth"."user"("id") ON DELETE SET NULL ON UPDATE NO ACTION
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_posting_report_open" ON "posting_report" ("posting_id", "reporter_id")
            WHERE handled_at IS NULL
        `);
    await queryRunner.query(
      `CREATE INDEX "ix_posting_report_reporter_id" ON "posting_report" ("reporter_id")`,
    );
    await queryRunner.query(
      `CREATE INDEX "ix_posting_report_created" ON "posting_report" ("created_at", "id")`,
    );
    await queryRunner.query(`
            CREATE INDEX "ix_posting_report_waiting" ON "posting_report" ("created_at", "id")
            WHERE handled_at IS NULL
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "posting_report"`);
    await queryRunner.query(`DROP TYPE "public"."report_reason"`);
  }
}
