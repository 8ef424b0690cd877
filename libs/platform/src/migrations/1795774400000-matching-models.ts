import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class MatchingModels1795774400000 implements MigrationInterface {
  name = 'MatchingModels1795774400000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "matching_model" (
                "version" integer NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "active" boolean NOT NULL,
                "formula" jsonb NOT NULL,
                "thresholds" jsonb NOT NULL,
                "measured" jsonb,
                "answers" integer NOT NULL,
                CONSTRAINT "ck_matching_model_version" CHECK (version > 0),
                CONSTRAINT "pk_matching_model_version" PRIMARY KEY ("version")
            )
        `);
    await queryRunner.query(`
            CREATE UNIQUE INDEX "uq_matching_model_active" ON "matching_model" ("active")
            WHERE active
        `);
    await queryRunner.query(`
            CREATE TABLE "learning_run" (
                "day" date NOT NULL,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "measured" jsonb,
                "version" integer,
                CONSTRAINT "pk_learning_run_day" PRIMARY KEY ("day")
            )
        `);
    // Of staff alone: the role that reads for viewers has no right on them.
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "model_version" integer NOT NULL DEFAULT '0'
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "feedback" jsonb NOT NULL DEFAULT '[]'
        `);
    await queryRunner.query(`
            ALTER TABLE "match"
            ADD "feedback_points" smallint NOT NULL DEFAULT '0'
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    for (const column of ['feedback_points', 'feedback', 'model_version']) {
      await queryRunner.query(`ALTER TABLE "match" DROP COLUMN "${column}"`);
    }
    await queryRunner.query(`DROP TABLE "learning_run"`);
    await queryRunner.query(`DROP INDEX "public"."uq_matching_model_active"`);
    await queryRunner.query(`DROP TABLE "matching_model"`);
  }
}
