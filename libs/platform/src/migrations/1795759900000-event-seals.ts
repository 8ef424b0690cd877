import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class EventSeals1795759900000 implements MigrationInterface {
  name = 'EventSeals1795759900000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "event_seal" (
                "seq" bigint NOT NULL,
                "event_id" uuid NOT NULL,
                "hash" bytea NOT NULL,
                CONSTRAINT "uq_event_seal_event_id" UNIQUE ("event_id"),
                CONSTRAINT "pk_event_seal_seq" PRIMARY KEY ("seq")
            )
        `);
    await queryRunner.query(`
            CREATE FUNCTION event_seal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION 'event_seal is append-only';
            END $$
        `);
    for (const [name, when, each] of [
      ['event_seal_is_append_only', 'UPDATE OR DELETE', 'ROW'],
      ['event_seal_is_never_emptied', 'TRUNCATE', 'STATEMENT'],
    ] as const) {
      await queryRunner.query(`
            CREATE TRIGGER ${name} BEFORE ${when} ON event_seal
            FOR EACH ${each} EXECUTE FUNCTION event_seal_is_append_only()
        `);
    }
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "event_seal"`);
    await queryRunner.query(`DROP FUNCTION event_seal_is_append_only`);
  }
}
