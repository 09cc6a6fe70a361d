-- One notice of an event waits at a time; what is erased leaves a number for trust.

-- DropIndex
DROP INDEX "notice_member_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "notice_member_id_event_key" ON "notice"("member_id", "event");

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "told_at" TIMESTAMPTZ(3)[] DEFAULT ARRAY[]::TIMESTAMPTZ(3)[],
ADD COLUMN     "credit" INTEGER NOT NULL DEFAULT 0;
