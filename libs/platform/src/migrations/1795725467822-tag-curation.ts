import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class TagCuration1795725467822 implements MigrationInterface {
  name = 'TagCuration1795725467822';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            CREATE TABLE "vocabulary" (
                "id" smallint NOT NULL DEFAULT '1',
                "revision" integer NOT NULL DEFAULT '1',
                CONSTRAINT "ck_vocabulary_single" CHECK (id = 1),
                CONSTRAINT "pk_vocabulary_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`INSERT INTO vocabulary DEFAULT VALUES`);
    await queryRunner.query(`
            CREATE TABLE "tag_merge" (
                "id" uuid NOT NULL DEFAULT gen_random_uuid(),
                "into_id" text NOT NULL,
                "tags" jsonb NOT NULL,
                "postings" integer NOT NULL,
                "revision" integer NOT NULL,
                "actor" uuid,
                "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
                "undone_at" TIMESTAMP(3) WITH TIME ZONE,
                CONSTRAINT "pk_tag_merge_id" PRIMARY KEY ("id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_tag_merge_into_id" ON "tag_merge" ("into_id")
        `);
    await queryRunner.query(`
            CREATE TABLE "tag_merge_posting" (
                "merge_id" uuid NOT NULL,
                "posting_id" uuid NOT NULL,
                "before" jsonb NOT NULL,
                "after" jsonb NOT NULL,
                CONSTRAINT "pk_tag_merge_posting_merge_id_posting_id" PRIMARY KEY ("merge_id", "posting_id")
            )
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_tag_merge_posting_posting_id" ON "tag_merge_posting" ("posting_id")
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "merged_into" text
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "version" integer NOT NULL DEFAULT '1'
        `);
    await queryRunner.query(`
            CREATE TYPE "public"."tag_keeper" AS ENUM('FILE', 'CURATOR')
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "words_by" "public"."tag_keeper" NOT NULL DEFAULT 'FILE'
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "relations_by" "public"."tag_keeper" NOT NULL DEFAULT 'FILE'
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "suggested_by" uuid
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD "suggested_at" TIMESTAMP(3) WITH TIME ZONE
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."tag_state"
            ADD VALUE 'DEPRECATED'
        `);
    await queryRunner.query(`
            CREATE INDEX "ix_tag_merged_into" ON "tag" ("merged_into")
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD CONSTRAINT "ck_tag_merged_into_itself" CHECK (merged_into <> id)
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD CONSTRAINT "ck_tag_merged" CHECK ((state = 'MERGED') = (merged_into IS NOT NULL))
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ADD CONSTRAINT "fk_tag_merged_into" FOREIGN KEY ("merged_into") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_merge"
            ADD CONSTRAINT "fk_tag_merge_into_id" FOREIGN KEY ("into_id") REFERENCES "tag"("id") ON DELETE RESTRICT ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_merge_posting"
            ADD CONSTRAINT "fk_tag_merge_posting_merge_id" FOREIGN KEY ("merge_id") REFERENCES "tag_merge"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_merge_posting"
            ADD CONSTRAINT "fk_tag_merge_posting_posting_id" FOREIGN KEY ("posting_id") REFERENCES "posting"("id") ON DELETE CASCADE ON UPDATE NO ACTION
        `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
            ALTER TABLE "tag_merge_posting" DROP CONSTRAINT "fk_tag_merge_posting_posting_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_merge_posting" DROP CONSTRAINT "fk_tag_merge_posting_merge_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag_merge" DROP CONSTRAINT "fk_tag_merge_into_id"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP CONSTRAINT "fk_tag_merged_into"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP CONSTRAINT "ck_tag_merged"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP CONSTRAINT "ck_tag_merged_into_itself"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_tag_merged_into"
        `);
    await queryRunner.query(`UPDATE tag SET state = 'APPROVED' WHERE state = 'DEPRECATED'`);
    await queryRunner.query(`ALTER TABLE tag ALTER COLUMN state DROP DEFAULT`);
    await queryRunner.query(`
            CREATE TYPE "public"."tag_state_old" AS ENUM('APPROVED', 'SUGGESTED', 'MERGED')
        `);
    await queryRunner.query(`
            ALTER TABLE "tag"
            ALTER COLUMN "state" TYPE "public"."tag_state_old" USING "state"::"text"::"public"."tag_state_old"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."tag_state"
        `);
    await queryRunner.query(`
            ALTER TYPE "public"."tag_state_old"
            RENAME TO "tag_state"
        `);
    await queryRunner.query(`ALTER TABLE tag ALTER COLUMN state SET DEFAULT 'APPROVED'`);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "suggested_at"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "suggested_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "relations_by"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "words_by"
        `);
    await queryRunner.query(`
            DROP TYPE "public"."tag_keeper"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "version"
        `);
    await queryRunner.query(`
            ALTER TABLE "tag" DROP COLUMN "merged_into"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_tag_merge_posting_posting_id"
        `);
    await queryRunner.query(`
            DROP TABLE "tag_merge_posting"
        `);
    await queryRunner.query(`
            DROP INDEX "public"."ix_tag_merge_into_id"
        `);
    await queryRunner.query(`
            DROP TABLE "tag_merge"
        `);
    await queryRunner.query(`
            DROP TABLE "vocabulary"
        `);
  }
}
