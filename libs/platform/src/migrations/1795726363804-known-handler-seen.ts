import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class KnownHandlerSeen1795726363804 implements MigrationInterface {
  name = 'KnownHandlerSeen1795726363804';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "known_handler"
            ADD "seen_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now()
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "known_handler" DROP COLUMN "seen_at"
        `);
  }
}
