import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class SavedFilters1795733723687 implements MigrationInterface {
  name = 'SavedFilters1795733723687';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "saved_filter" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "account_id" uuid NOT NULL,
                "kind" "public"."posting_kind" NOT NULL,
                "name" text NOT NULL,
                "filter" jsonb NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "pk_saved_filter_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_saved_filter_account_id" ON "saved_filter" ("account_id")
        `);
    await queryRunner.query(`
            ALTER TABLE "saved_filter"
            ADD CONSTRAINT "fk_saved_filter_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP TABLE "saved_filter"
        `);
  }
}
