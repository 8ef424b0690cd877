import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class ReleasedFields1795764308963 implements MigrationInterface {
  name = 'ReleasedFields1795764308963';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TYPE "public"."released_field" AS ENUM(
                'ORGANISATION',
                'CONTACT_NAME',
                'CONTACT_MAIL',
                'CONTACT_PHONE'
            )
        `);
    await queryRunner.query(`
            ALTER TABLE "release" ADD "fields" "public"."released_field" array NOT NULL DEFAULT '{}'
        `);
    // So far everything was told at once, a number where there was one.
    await queryRunner.query(`
            UPDATE "release"
               SET "fields" = '{ORGANISATION,CONTACT_NAME,CONTACT_MAIL}'::"public"."released_field"[]
                   || CASE WHEN "contact_phone" IS NULL THEN '{}' ELSE '{CONTACT_PHONE}' END::"public"."released_field"[]
              FROM "posting" WHERE "posting"."id" = "release"."posting_id"
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "release" DROP COLUMN "fields"`);
    await queryRunner.query(`DROP TYPE "public"."released_field"`);
  }
}
