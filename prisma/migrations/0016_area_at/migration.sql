-- When somebody's area was last used, so that it can go after a while.

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "area_at" TIMESTAMPTZ(3);
