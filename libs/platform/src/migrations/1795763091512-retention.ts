import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Retention1795763091512 implements MigrationInterface {
  name = 'Retention1795763091512';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "retention_run" (
                "day" date NOT NULL,
                "rule" text NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "removed" integer,
                CONSTRAINT "pk_retention_run_day_rule" PRIMARY KEY ("day", "rule")
            )
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "retention_run"`);
  }
}
