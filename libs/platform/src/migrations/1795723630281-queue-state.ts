import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class QueueState1795723630281 implements MigrationInterface {
  name = 'QueueState1795723630281';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "queue_state" (
                "id" smallint NOT NULL DEFAULT '1',
                "marker" uuid NOT NULL,
                "server" text NOT NULL,
                "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "ck_queue_state_one" CHECK (id = 1),
                CONSTRAINT "pk_queue_state_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job"
            ADD "id" uuid NOT NULL DEFAULT gen_random_uuid()
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job"
            ADD CONSTRAINT "uq_parked_job_id" UNIQUE ("id")
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job"
            ADD "next_try_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now()
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_event_relayed_at" ON "event" ("relayed_at")
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            DROP INDEX "public"."ix_event_relayed_at"
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job" DROP COLUMN "next_try_at"
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job" DROP CONSTRAINT "uq_parked_job_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "parked_job" DROP COLUMN "id"
        `);
    await queryRunner.query(`
            DROP TABLE "queue_state"
        `);
  }
}
