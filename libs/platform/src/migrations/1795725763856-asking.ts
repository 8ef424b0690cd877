import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Asking1795725763856 implements MigrationInterface {
  name = 'Asking1795725763856';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "absence" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "account_id" uuid NOT NULL,
                "from_day" date NOT NULL,
                "to_day" date NOT NULL,
                "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
                CONSTRAINT "ck_absence_days" CHECK (from_day <= to_day),
                CONSTRAINT "pk_absence_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_absence_account_id" ON "absence" ("account_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "asking" (
                "match_id" uuid NOT NULL,
                "round" integer NOT NULL,
                "side" "public"."side" NOT NULL,
                "person" text NOT NULL,
                "ready_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "asked_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_asking_match_id_round_side" PRIMARY KEY ("match_id", "round", "side")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_asking_waiting" ON "asking" ("ready_at")
            WHERE asked_at IS NULL
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_asking_person" ON "asking" ("person", "asked_at")
        `);
    await queryRunner.query(`
            ALTER TABLE "absence"
            ADD CONSTRAINT "fk_absence_account_id" FOREIGN KEY ("account_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "asking"
            ADD CONSTRAINT "fk_asking_match_id" FOREIGN KEY ("match_id") REFERENCES "match"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    // Who has been asked before askings were kept.
    await queryRunner.query(`
            INSERT INTO asking (match_id, round, side, person, ready_at, asked_at)
            SELECT match.id, match.round, posting.kind::text::side, lower(posting.contact_mail),
                   match.asked_at, match.asked_at
              FROM match JOIN posting ON posting.id IN (match.need_id, match.offer_id)
             WHERE match.state = 'APPROVED' AND match.asked_at IS NOT NULL
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "asking" DROP CONSTRAINT "fk_asking_match_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "absence" DROP CONSTRAINT "fk_absence_account_id"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_asking_person"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_asking_waiting"
        `);
    await queryRunner.query(`
            DROP TABLE "asking"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_absence_account_id"
        `);
    await queryRunner.query(`
            DROP TABLE "absence"
        `);
  }
}
