-- A verdict depends on more than a text and a glossary: on what the document says further up, and on waivers. The newest
-- ledger of a segment's newest text is the one that counts, and an approval names the one it signs.
UPDATE segments SET ledger_id = (
  SELECT max(id) FROM ledgers WHERE segment_id = segments.id AND revision = segments.head);
--> statement-breakpoint
CREATE TRIGGER ledgers_newest AFTER INSERT ON ledgers
BEGIN UPDATE segments SET ledger_id = NEW.id WHERE id = NEW.segment_id AND head = NEW.revision; END;
--> statement-breakpoint
-- None, while what its verdict depends on has changed and it is not judged anew.
CREATE TRIGGER segments_ledger BEFORE UPDATE OF ledger_id ON segments
WHEN NEW.ledger_id IS NOT NULL AND NEW.ledger_id IS NOT (SELECT max(id) FROM ledgers WHERE segment_id = NEW.id AND revision = NEW.head)
BEGIN SELECT RAISE(ABORT, 'segment: not its newest ledger'); END;
--> statement-breakpoint
DROP TRIGGER ledgers_kept_once;
--> statement-breakpoint
CREATE TRIGGER ledgers_follow BEFORE INSERT ON ledgers
WHEN NEW.id > 0 AND NEW.id <= (SELECT max(id) FROM ledgers)
BEGIN SELECT RAISE(ABORT, 'ledger: kept'); END;
--> statement-breakpoint
DROP TRIGGER approvals_immutable;
--> statement-breakpoint
UPDATE approvals SET ledger_id = (
  SELECT max(id) FROM ledgers
  WHERE segment_id = approvals.segment_id AND revision = approvals.revision AND glossary_version = approvals.glossary_version);
--> statement-breakpoint
CREATE TRIGGER approvals_immutable BEFORE UPDATE ON approvals
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.withdrawn_by IS NULL
  OR NEW.id <> OLD.id OR NEW.segment_id <> OLD.segment_id OR NEW.revision <> OLD.revision
  OR NEW.glossary_version <> OLD.glossary_version OR NEW.ledger_id <> OLD.ledger_id OR NEW.by <> OLD.by OR NEW.at <> OLD.at
BEGIN SELECT RAISE(ABORT, 'approval: only withdrawn, once'); END;
--> statement-breakpoint
DROP TRIGGER approvals_balanced;
--> statement-breakpoint
CREATE TRIGGER approvals_balanced BEFORE INSERT ON approvals
WHEN NOT EXISTS (
  SELECT 1 FROM ledgers
  WHERE id = NEW.ledger_id AND id = (SELECT ledger_id FROM segments WHERE id = NEW.segment_id)
    AND segment_id = NEW.segment_id AND balanced = 1
    AND revision = (SELECT head FROM segments WHERE id = NEW.segment_id)
    AND glossary_version = (SELECT max(id) FROM glossary_versions)
    AND NOT EXISTS (SELECT 1 FROM occurrences WHERE ledger_id = ledgers.id AND outcome IN ('missing', 'unexpanded'))
    AND NOT EXISTS (SELECT 1 FROM misuses WHERE ledger_id = ledgers.id AND status = 'forbidden'))
BEGIN SELECT RAISE(ABORT, 'approval: the ledger does not balance'); END;
--> statement-breakpoint
DROP TRIGGER occurrences_signed;
--> statement-breakpoint
CREATE TRIGGER occurrences_signed BEFORE INSERT ON occurrences
WHEN EXISTS (SELECT 1 FROM approvals WHERE ledger_id = NEW.ledger_id)
BEGIN SELECT RAISE(ABORT, 'ledger: signed'); END;
--> statement-breakpoint
DROP TRIGGER misuses_signed;
--> statement-breakpoint
CREATE TRIGGER misuses_signed BEFORE INSERT ON misuses
WHEN EXISTS (SELECT 1 FROM approvals WHERE ledger_id = NEW.ledger_id)
BEGIN SELECT RAISE(ABORT, 'ledger: signed'); END;
--> statement-breakpoint
DROP TRIGGER segments_fresh;
--> statement-breakpoint
CREATE TRIGGER segments_fresh BEFORE UPDATE OF stale ON segments
WHEN OLD.stale <> 0 AND NEW.stale = 0 AND NEW.state = 'approved' AND NOT EXISTS (
  SELECT 1 FROM ledgers WHERE id = NEW.ledger_id AND revision = NEW.head AND balanced = 1
    AND glossary_version = (SELECT max(id) FROM glossary_versions))
BEGIN SELECT RAISE(ABORT, 'segment: still stale'); END;
--> statement-breakpoint
-- The day a document is of may be set right; nothing else of it changes.
DROP TRIGGER documents_immutable;
--> statement-breakpoint
UPDATE documents SET date = date(imported_at / 1000, 'unixepoch');
--> statement-breakpoint
CREATE TRIGGER documents_immutable BEFORE UPDATE ON documents
WHEN NEW.id IS NOT OLD.id OR NEW.project_id IS NOT OLD.project_id OR NEW.name IS NOT OLD.name OR NEW.format IS NOT OLD.format
  OR NEW.original IS NOT OLD.original OR NEW.sha256 IS NOT OLD.sha256 OR NEW.imported_by IS NOT OLD.imported_by
  OR NEW.imported_at IS NOT OLD.imported_at
BEGIN SELECT RAISE(ABORT, 'document: immutable'); END;
--> statement-breakpoint
-- A waiver is asked for on the newest text, and decided once, by somebody who did not write that text.
CREATE TRIGGER waivers_head BEFORE INSERT ON waivers
WHEN NEW.revision IS NOT (SELECT head FROM segments WHERE id = NEW.segment_id) OR NEW.revision = 0
  OR (SELECT state FROM segments WHERE id = NEW.segment_id) = 'approved'
BEGIN SELECT RAISE(ABORT, 'waiver: not the newest revision'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_open BEFORE INSERT ON waivers
WHEN NEW.granted IS NOT NULL OR NEW.decided_by IS NOT NULL OR NEW.decided_at IS NOT NULL OR trim(NEW.reason) = ''
BEGIN SELECT RAISE(ABORT, 'waiver: begins undecided, with a reason'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_once BEFORE INSERT ON waivers
WHEN EXISTS (SELECT 1 FROM waivers WHERE id = NEW.id)
  OR EXISTS (
    SELECT 1 FROM waivers WHERE segment_id = NEW.segment_id AND revision = NEW.revision AND concept = NEW.concept
      AND source_start = NEW.source_start AND source_end = NEW.source_end AND concept_version = NEW.concept_version
      AND granted IS NOT 0)
BEGIN SELECT RAISE(ABORT, 'waiver: asked for already'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_decided BEFORE UPDATE ON waivers
WHEN OLD.granted IS NOT NULL OR NEW.granted IS NULL OR NEW.decided_by IS NULL OR NEW.decided_at IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.segment_id IS NOT OLD.segment_id OR NEW.revision IS NOT OLD.revision
  OR NEW.concept IS NOT OLD.concept OR NEW.concept_version IS NOT OLD.concept_version
  OR NEW.source_start IS NOT OLD.source_start OR NEW.source_end IS NOT OLD.source_end OR NEW.code IS NOT OLD.code
  OR NEW.reason IS NOT OLD.reason OR NEW.asked_by IS NOT OLD.asked_by OR NEW.asked_at IS NOT OLD.asked_at
BEGIN SELECT RAISE(ABORT, 'waiver: decided once'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_four_eyes BEFORE UPDATE ON waivers
WHEN NEW.granted = 1 AND EXISTS (
  SELECT 1 FROM revisions WHERE segment_id = NEW.segment_id AND author = NEW.decided_by
    AND (number = NEW.revision
      OR number > (SELECT coalesce(max(revision), 0) FROM approvals WHERE segment_id = NEW.segment_id)))
BEGIN SELECT RAISE(ABORT, 'waiver: by an author'); END;
--> statement-breakpoint
CREATE TRIGGER waivers_kept BEFORE DELETE ON waivers
BEGIN SELECT RAISE(ABORT, 'waiver: kept'); END;
--> statement-breakpoint
-- An occurrence is waived only by a waiver granted for it.
CREATE TRIGGER occurrences_waived BEFORE INSERT ON occurrences
WHEN (NEW.outcome = 'waived') IS NOT (NEW.waiver_id IS NOT NULL) OR (NEW.waiver_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM waivers w JOIN ledgers l ON l.id = NEW.ledger_id
  WHERE w.id = NEW.waiver_id AND w.granted = 1 AND w.segment_id = l.segment_id AND w.revision = l.revision
    AND w.concept = NEW.concept AND w.source_start = NEW.source_start AND w.source_end = NEW.source_end))
BEGIN SELECT RAISE(ABORT, 'occurrence: no waiver was granted for it'); END;
